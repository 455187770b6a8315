"""An advocate's time in a program: role, tier, owner, status, terms."""

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from influencers.models.advocates import Advocate
from influencers.models.base import Kept, Record, records
from influencers.models.programs import Program, Tier, days_field
from influencers.models.staff import User

if TYPE_CHECKING:
    from influencers.models.farewells import Farewell  # noqa: F401
    from influencers.models.roles import Role  # noqa: F401


class Status(models.TextChoices):
    """The life of a membership.

    prospect → invited → welcoming → active ⇄ paused → leaving → alumni | ended
    prospect, invited → not_joined; alumni, ended, not_joined → invited (they come back).
    """

    PROSPECT = "prospect", _("Prospect")  # known to the program, asked nothing yet
    INVITED = "invited", _("Invited")  # asked; has not answered
    WELCOMING = "welcoming", _("Welcoming")  # said yes; role, owner and dates are being agreed
    ACTIVE = "active", _("Active")  # has owner, role statement and a next date: the database insists
    PAUSED = "paused", _("Paused")
    LEAVING = "leaving", _("Leaving")  # the farewell has begun
    ALUMNI = "alumni", _("Alumni")  # the farewell is complete; still ours in friendship
    ENDED = "ended", _("Ended")  # the farewell is complete
    NOT_JOINED = "not_joined", _("Did not join")


BEFORE = (Status.PROSPECT, Status.INVITED, Status.NOT_JOINED)
TENDED = (Status.WELCOMING, Status.ACTIVE, Status.LEAVING)  # whose relationship is watched
SERVING = (*TENDED, Status.PAUSED)  # in the program today
OVER = (Status.ALUMNI, Status.ENDED)

MOVES: dict[str, frozenset[str]] = {
    Status.PROSPECT: frozenset({Status.INVITED, Status.WELCOMING, Status.NOT_JOINED}),
    Status.INVITED: frozenset({Status.WELCOMING, Status.NOT_JOINED}),
    Status.WELCOMING: frozenset({Status.ACTIVE, Status.LEAVING}),
    Status.ACTIVE: frozenset({Status.WELCOMING, Status.PAUSED, Status.LEAVING}),
    Status.PAUSED: frozenset({Status.ACTIVE, Status.WELCOMING, Status.LEAVING}),
    Status.LEAVING: frozenset({Status.ACTIVE, Status.WELCOMING, Status.ALUMNI, Status.ENDED}),
    Status.ALUMNI: frozenset({Status.INVITED, Status.WELCOMING, Status.ENDED}),
    Status.ENDED: frozenset({Status.INVITED, Status.WELCOMING}),
    Status.NOT_JOINED: frozenset({Status.INVITED, Status.WELCOMING}),
}


@lru_cache(maxsize=1000)
def _page_of_somebody(program_slug: str) -> tuple[str, str]:
    """Return what stands before and after the advocate's id in the address of their page: lists ask for many."""
    somebody = 9_007_199_254_740_993
    address = reverse("engagement:advocate", kwargs={"program_slug": program_slug, "advocate_id": somebody})
    before, _id, after = address.partition(str(somebody))
    return before, after


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Memberships, in phrases that read as sentences."""

    def tended(self) -> "MembershipQuerySet":
        """Those whose relationship is watched."""
        return self.filter(status__in=TENDED)

    def serving(self) -> "MembershipQuerySet":
        """Those in the program, paused ones included."""
        return self.filter(status__in=SERVING)

    def owned_by(self, user: User) -> "MembershipQuerySet":
        """Those that `user` looks after."""
        return self.filter(owner=user)

    def in_tier(self, tier: Tier) -> "MembershipQuerySet":
        """Those in `tier`."""
        return self.filter(tier=tier)

    def past_ideal_on(self, day: dt.date) -> "MembershipQuerySet":
        """Those whom nobody has touched within the ideal interval."""
        return self.tended().filter(ideal_due_on__lt=day)

    def past_latest_on(self, day: dt.date) -> "MembershipQuerySet":
        """Those whom nobody has touched within the longest interval."""
        return self.tended().filter(latest_due_on__lt=day)

    def served(self, day: dt.date, *, least: int = 0, below: int | None = None) -> "MembershipQuerySet":
        """Those whose terms together make at least so many days until `day`, and fewer than so many others."""
        longer = Q(served_since__lte=day - dt.timedelta(days=least)) | Q(served_days__gte=least)
        rows = self.filter(longer)
        if below is None:
            return rows
        return rows.filter(Q(served_since__gt=day - dt.timedelta(days=below)) | Q(served_days__lt=below))

    def rotation_due(self, day: dt.date, *, within_days: int = 90) -> "MembershipQuerySet":
        """Those whose term ends within so many days of `day`, or has ended without a decision."""
        return self.serving().filter(term_ends_on__lte=day + dt.timedelta(days=within_days))


class Membership(Record):
    """An advocate's time in a program. There is one per advocate and program, however often they return."""

    Status = Status

    advocate = models.ForeignKey(
        Advocate, models.PROTECT, related_name="memberships", verbose_name=_("advocate")
    )
    program = models.ForeignKey(
        Program, models.PROTECT, related_name="memberships", verbose_name=_("program")
    )
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.PROSPECT)
    tier = models.ForeignKey(
        Tier, models.PROTECT, null=True, blank=True, related_name="memberships", verbose_name=_("tier")
    )
    owner = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="memberships", verbose_name=_("owner")
    )
    role = models.OneToOneField(
        "influencers.Role",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="current_for",
        verbose_name=_("role"),
    )
    farewell = models.OneToOneField(
        "influencers.Farewell", models.PROTECT, null=True, blank=True, related_name="ended_membership"
    )
    joined_on = models.DateField(_("member since"), null=True, blank=True)
    ended_on = models.DateField(_("member until"), null=True, blank=True)
    review_on = models.DateField(_("next review"), null=True, blank=True)
    ideal_days = days_field(_("ideal interval between touches (days)"))
    latest_days = days_field(_("longest interval between touches (days)"))
    not_joined_because = models.CharField(_("why they did not join"), max_length=300, blank=True)
    come_from = models.CharField(_("how we know them"), max_length=300, blank=True)

    # Derived from terms: the end of the current one, and the day by which we decide what follows it.
    term_ends_on = models.DateField(null=True, blank=True, editable=False)
    decide_by = models.DateField(null=True, blank=True, editable=False)
    # Tenure, the sum of terms. While a term runs it is counted from a day that makes the earlier ones part of it, so
    # that nothing has to be stored again from day to day; between terms and afterwards it is a number of days.
    served_since = models.DateField(null=True, blank=True, editable=False)
    served_days = models.PositiveIntegerField(null=True, blank=True, editable=False)
    # Derived from touchpoints, kept by the engagement app. Instants; 'live' is a call, lunch, meeting, event.
    last_touch_at = models.DateTimeField(null=True, blank=True, editable=False)
    last_live_at = models.DateTimeField(null=True, blank=True, editable=False)
    last_in_at = models.DateTimeField(null=True, blank=True, editable=False)
    last_out_at = models.DateTimeField(null=True, blank=True, editable=False)
    met_on = models.DateField(_("met in person since"), null=True, blank=True, editable=False)
    answer_due_on = models.DateField(
        null=True, blank=True, editable=False
    )  # set while they wait for our answer
    # Derived from both: the last day that is still in time. Always a working day of the program.
    ideal_due_on = models.DateField(null=True, blank=True, editable=False)
    latest_due_on = models.DateField(null=True, blank=True, editable=False)
    live_due_on = models.DateField(null=True, blank=True, editable=False)
    sort_name = models.CharField(
        max_length=200, editable=False, default=""
    )  # the advocate's, for keyset paging

    kept_beside = (
        "term_ends_on", "decide_by", "served_since", "served_days", "last_touch_at", "last_live_at", "last_in_at",
        "last_out_at", "met_on", "answer_due_on", "ideal_due_on", "latest_due_on", "live_due_on", "sort_name",
    )  # fmt: skip
    objects = MembershipQuerySet.as_manager()
    history = records(excluded_fields=kept_beside)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["sort_name", "id"]
        indexes = [
            models.Index(fields=["program", "sort_name", "id"], name="membership_by_name"),
            models.Index(fields=["program", "status", "sort_name", "id"], name="membership_by_status"),
            models.Index(fields=["program", "last_touch_at", "id"], name="membership_by_touch"),
            models.Index(fields=["program", "owner", "sort_name"], name="membership_by_owner"),
            models.Index(fields=["program", "term_ends_on", "id"], name="membership_by_end"),
            models.Index(fields=["program", "latest_due_on", "id"], name="membership_by_latest"),
            models.Index(fields=["program", "ideal_due_on", "id"], name="membership_by_ideal"),
            models.Index(fields=["program", "live_due_on"], name="membership_by_live"),
            models.Index(
                fields=["program", "answer_due_on"],
                name="membership_by_answer",
                condition=Q(answer_due_on__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["advocate", "program"], name="membership_one_per_program"),
            models.CheckConstraint(
                condition=~Q(status="active")
                | (
                    Q(owner__isnull=False, role__isnull=False)
                    & (Q(review_on__isnull=False) | Q(term_ends_on__isnull=False))
                ),
                name="membership_active_is_settled",
                violation_error_message=_("An active member has an owner, a role statement and a next date."),
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["alumni", "ended"])
                | Q(farewell__isnull=False, ended_on__isnull=False),
                name="membership_ends_with_farewell",
                violation_error_message=_("Nobody leaves without a farewell. Begin one and complete it."),
            ),
            models.CheckConstraint(
                condition=Q(status__in=["prospect", "invited", "not_joined", "alumni", "ended"])
                | Q(joined_on__isnull=False),
                name="membership_serving_has_joined",
            ),
            models.CheckConstraint(
                condition=~Q(status="not_joined") | ~Q(not_joined_because=""),
                name="membership_not_joined_says_why",
                violation_error_message=_("Say why they did not join."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("joined_on")),
                name="membership_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(latest_days__gte=F("ideal_days")),
                name="membership_latest_not_before_ideal",
                violation_error_message=_("The longest interval cannot be shorter than the ideal one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.advocate} · {self.program}"

    def get_absolute_url(self) -> str:
        """Return the address of this person's page in this program."""
        before, after = _page_of_somebody(self.program.slug)
        return f"{before}{self.advocate_id}{after}"

    def may_become(self, status: str) -> bool:
        """Tell whether the life of a membership allows this step."""
        return status in MOVES[self.status]

    def cadence(self) -> tuple[int, int]:
        """Return (ideal, latest) intervals in days: its own, else its tier's, else its program's."""
        tier = self.tier
        ideal = self.ideal_days or (tier and tier.ideal_days) or self.program.ideal_days
        latest = self.latest_days or (tier and tier.latest_days) or self.program.latest_days
        return ideal, max(ideal, latest)

    def tenure_days(self, day: dt.date) -> int:
        """Return the number of days served until `day`, over all terms: stored, no term is read."""
        return (day - self.served_since).days if self.served_since else self.served_days or 0


class Term(Kept):
    """A stretch of a membership. `starts_on` is in it, `ends_on` is the first day that is not."""

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="terms")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    agreed_ends_on = models.DateField(_("was agreed until"), null=True, blank=True)  # kept when cut short
    note = models.CharField(_("note"), max_length=300, blank=True)

    history = records()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["membership", "starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")),
                name="term_lasts_a_day",
                violation_error_message=_("A term ends after it starts."),
            ),
            models.UniqueConstraint(fields=["membership", "starts_on"], name="term_starts_once"),
        ]

    def __str__(self) -> str:
        return f"{self.starts_on} – {self.ends_on}"

    def days_until(self, day: dt.date) -> int:
        """Return how many of its days lie before `day`."""
        return max(0, (min(self.ends_on, day) - self.starts_on).days)
