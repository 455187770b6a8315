"""How the list of advocates is narrowed and sorted. Parameters that nobody knows are left alone by pages."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import django_filters
from django.db.models import Exists, OuterRef
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _
from django_filters.constants import EMPTY_VALUES

from influencers import search
from influencers.keyset import Order
from influencers.models import Account, Advocate, Membership, MembershipQuerySet, Program, Tier, User
from influencers.models.memberships import BEFORE, OVER, SERVING, Status
from influencers.often import Often
from influencers.widgets import DayInput

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

MEMBERS, PROSPECTS, FORMER, EVERYBODY = "members", "prospects", "former", "everybody"
GROUPS: dict[str, tuple[str, ...]] = {MEMBERS: SERVING, PROSPECTS: BEFORE, FORMER: OVER}
GROUP_LABELS: list[tuple[str, "StrOrPromise"]] = [
    (MEMBERS, _("Members")),
    (PROSPECTS, _("Prospects")),
    (FORMER, _("Alumni")),
    (EVERYBODY, _("Everybody")),
]
ORDERS: dict[str, Order] = {
    "name": Order("name", "sort_name"),
    "-name": Order("-name", "sort_name", descending=True),
    "touch": Order("touch", "last_touch_at", empty_first=True),
    "-touch": Order("-touch", "last_touch_at", descending=True),
    "due": Order("due", "ideal_due_on"),
    "-due": Order("-due", "ideal_due_on", descending=True),
    "ends": Order("ends", "term_ends_on"),
    "-ends": Order("-ends", "term_ends_on", descending=True),
}
SORTS = [
    ("name", _("Name")),
    ("-name", _("Name, from the end")),
    ("touch", _("Longest since we spoke")),
    ("-touch", _("Spoke most recently")),
    ("due", _("Due next")),
    ("-due", _("Due last")),
    ("ends", _("Ends first")),
    ("-ends", _("Ends last")),
]
YEAR = 365


_tiers = Often(lambda program: Tier.objects.filter(program=program).values_list("pk", "name"))


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A field of the filter, and all that its looks hang on."""

    field: BoundField
    key: tuple[object, ...]


class AdvocateFilter(django_filters.FilterSet):  # type: ignore[misc]
    """Narrows the memberships of a program. Takes `program`, `user` and `today`."""

    q = django_filters.CharFilter(label=_("Name, handle or e-mail"), max_length=200, method="as_it_is")
    status = django_filters.ChoiceFilter(
        label=_("Status"), empty_label=None, choices=[*GROUP_LABELS, *Status.choices], method="in_status"
    )
    tier = django_filters.ChoiceFilter(label=_("Tier"), empty_label=_("Any"), method="in_tier")
    owner = django_filters.ChoiceFilter(label=_("Looked after by"), empty_label=_("Anybody"), method="owned")
    touch = django_filters.ChoiceFilter(
        label=_("Contact"),
        empty_label=_("Any"),
        choices=[
            ("due", _("Due for a word")),
            ("losing", _("Losing touch")),
            ("waiting", _("Waiting for our answer")),
            ("never", _("Never spoken to")),
        ],
        method="in_touch",
    )
    ends = django_filters.ChoiceFilter(
        label=_("Term ends"),
        empty_label=_("Any time"),
        choices=[
            ("past", _("Has ended, not decided")),
            ("7", _("Within 7 days")),
            ("30", _("Within 30 days")),
            ("60", _("Within 60 days")),
            ("90", _("Within 90 days")),
        ],
        method="ending",
    )
    tenure = django_filters.ChoiceFilter(
        label=_("With us for"),
        empty_label=_("Any time"),
        choices=[("0-1", _("Less than a year")), ("1-2", _("1 to 2 years")), ("2-", _("More than 2 years"))],
        method="served",
    )
    met = django_filters.ChoiceFilter(
        label=_("Met in person"),
        empty_label=_("Any"),
        choices=[("never", _("Only known online")), ("yes", _("Met in person"))],
        method="met_in_person",
    )
    platform = django_filters.ChoiceFilter(
        label=_("Platform"), empty_label=_("Any"), choices=Account.Platform.choices, method="present_on"
    )
    tag = django_filters.CharFilter(label=_("Tag"), max_length=80, method="tagged")
    country = django_filters.CharFilter(label=_("Country"), max_length=80, field_name="advocate__country")
    joined_from = django_filters.DateFilter(
        label=_("Joined from"), field_name="joined_on", lookup_expr="gte", widget=DayInput()
    )
    joined_until = django_filters.DateFilter(
        label=_("Joined until"), field_name="joined_on", lookup_expr="lte", widget=DayInput()
    )
    sort = django_filters.ChoiceFilter(
        label=_("Sorted by"), empty_label=None, choices=SORTS, method="as_it_is"
    )

    class Meta:
        model = Membership
        fields: list[str] = []

    def __init__(
        self, data: Any, *, program: Program, user: User, today: dt.date, owners: list[User]
    ) -> None:
        super().__init__(data, queryset=Membership.objects.filter(program=program))
        self.program, self.user, self.today = program, user, today
        self.tiers = tuple((str(pk), tier) for pk, tier in _tiers(program=program.pk))
        self.filters["tier"].extra["choices"] = [*self.tiers, ("none", _("No tier"))]
        self.owners = tuple((str(owner.pk), str(owner)) for owner in owners)
        self.filters["owner"].extra["choices"] = [("me", _("Me")), ("nobody", _("Nobody")), *self.owners]
        self.is_valid()  # so that everything here knows what was asked for

    @property
    def narrowing(self) -> Iterator[Narrowing]:
        """Yield what the list can be narrowed by, beside the words and the group."""
        own = {"tier": self.tiers, "owner": self.owners}
        for field in self.form:
            if field.name not in ("q", "status"):
                value, errors = field.value(), tuple(map(str, field.errors))
                yield Narrowing(field, (field.name, str(value), errors, own.get(field.name)))

    @property
    def group(self) -> str:
        """Which people the list is about: who is in the program, unless asked for others or for a name."""
        cleaned = getattr(self.form, "cleaned_data", {})
        return cleaned.get("status") or (EVERYBODY if cleaned.get("q") else MEMBERS)

    @property
    def words(self) -> str:
        """What was searched for."""
        return str(getattr(self.form, "cleaned_data", {}).get("q") or "")

    @property
    def order(self) -> Order:
        """How it is sorted."""
        return ORDERS[getattr(self.form, "cleaned_data", {}).get("sort") or "name"]

    def filter_queryset(self, queryset: MembershipQuerySet) -> MembershipQuerySet:
        """Narrow by what was asked for and understood, and by the group that goes without saying."""
        rows: MembershipQuerySet = super().filter_queryset(queryset)
        asked = self.form.cleaned_data.get("status") not in EMPTY_VALUES
        self.unsearched = (
            rows if asked or self.group == EVERYBODY else rows.filter(status__in=GROUPS[self.group])
        )
        return search.matching(self.unsearched, self.words)

    def in_status(self, rows: MembershipQuerySet, name: str, value: str) -> MembershipQuerySet:
        """Those of a group, or in one status."""
        if value == EVERYBODY:
            return rows
        return rows.filter(status__in=GROUPS[value]) if value in GROUPS else rows.filter(status=value)

    def in_tier(self, rows: MembershipQuerySet, name: str, value: str) -> MembershipQuerySet:
        """Those in a tier, or in none."""
        return rows.filter(tier__isnull=True) if value == "none" else rows.filter(tier=int(value))

    def owned(self, rows: MembershipQuerySet, name: str, value: str) -> MembershipQuerySet:
        """Those that I, somebody, or nobody looks after."""
        if value == "nobody":
            return rows.filter(owner__isnull=True)
        return rows.filter(owner=self.user.pk if value == "me" else int(value))

    def in_touch(self, rows: MembershipQuerySet, name: str, value: str) -> MembershipQuerySet:
        """Those with whom contact stands so."""
        if value == "due":
            return rows.past_ideal_on(self.today)
        if value == "losing":
            return rows.past_latest_on(self.today)
        return (
            rows.filter(answer_due_on__isnull=False)
            if value == "waiting"
            else rows.filter(last_touch_at__isnull=True)
        )

    def ending(self, rows: MembershipQuerySet, name: str, value: str) -> MembershipQuerySet:
        """Those whose term ends within so many days, or has ended."""
        if value == "past":
            return rows.serving().filter(term_ends_on__lte=self.today)
        return rows.rotation_due(self.today, within_days=int(value)).filter(term_ends_on__gt=self.today)

    def served(self, rows: MembershipQuerySet, name: str, value: str) -> MembershipQuerySet:
        """Those whose terms together make so many years until today."""
        least, _dash, most = value.partition("-")
        return rows.served(self.today, least=YEAR * int(least), below=YEAR * int(most) if most else None)

    def met_in_person(self, rows: MembershipQuerySet, name: str, value: str) -> MembershipQuerySet:
        """Those whom somebody of us has met, or nobody."""
        return rows.filter(met_on__isnull=value == "never")

    def present_on(self, rows: MembershipQuerySet, name: str, value: str) -> MembershipQuerySet:
        """Those with an account there."""
        return rows.filter(Exists(Account.objects.filter(advocate=OuterRef("advocate"), platform=value)))

    def tagged(self, rows: MembershipQuerySet, name: str, value: str) -> MembershipQuerySet:
        """Those with exactly this tag."""
        return rows.filter(advocate__in=Advocate.objects.tagged(value))

    def as_it_is(self, rows: MembershipQuerySet, name: str, value: str) -> MembershipQuerySet:
        """Leave the rows: sorting is the page's, and searching comes last."""
        return rows
