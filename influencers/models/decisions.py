"""What follows somebody's term: proposed, read by a second person, released, told, carried out."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from influencers.models.base import Record, records
from influencers.models.memberships import Membership
from influencers.models.reviews import RotationReview
from influencers.models.staff import User

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def colleague(label: "StrOrPromise") -> "models.ForeignKey[Any, Any]":
    """Return a field for who of us did this; empty until somebody has."""
    return models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=label
    )


class RotationDecisionQuerySet(models.QuerySet["RotationDecision"]):
    """Decisions, by how far they have come."""

    def open(self) -> "RotationDecisionQuerySet":
        """Those nobody has been told: a member has one of them at most."""
        return self.filter(told_on__isnull=True)

    def undecided(self) -> "RotationDecisionQuerySet":
        """Those in which nothing is proposed."""
        return self.filter(outcome="")

    def to_second(self) -> "RotationDecisionQuerySet":
        """Proposals that nobody else has read."""
        return self.exclude(outcome="").filter(seconded_at__isnull=True)

    def to_release(self) -> "RotationDecisionQuerySet":
        """Proposals that a second person has read."""
        return self.filter(seconded_at__isnull=False, released_at__isnull=True)

    def released(self) -> "RotationDecisionQuerySet":
        """Those that are decided."""
        return self.filter(released_at__isnull=False)

    def not_told(self) -> "RotationDecisionQuerySet":
        """Those decided, of which nobody has told the person."""
        return self.released().open()

    def not_carried_out(self) -> "RotationDecisionQuerySet":
        """Those decided, of which nothing has been done."""
        return self.released().filter(carried_out_at__isnull=True)


class RotationDecision(Record):
    """What follows one membership's term.

    empty → proposed → read by a second person → released → told → carried out. Until it is released it is a
    proposal, and can be changed; alumni and end are carried out (the farewell begins) before they are told, because
    telling is the farewell's first step.
    """

    class Outcome(models.TextChoices):
        RENEW = "renew", _("Renew")
        NEW_ROLE = "new_role", _("New role")
        PAUSE = "pause", _("Pause")
        ALUMNI = "alumni", _("Alumni")
        END = "end", _("End")

    review = models.ForeignKey(
        RotationReview,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("review"),
    )
    membership = models.ForeignKey(
        Membership, models.CASCADE, related_name="rotation_decisions", verbose_name=_("membership")
    )
    due_on = models.DateField(_("term ends or review due"), null=True, blank=True, editable=False)
    evidence_from = models.DateField(_("evidence since"), null=True, blank=True, editable=False)
    wish = models.TextField(_("their own wish"), max_length=2000, blank=True)
    wish_asked_by = colleague(_("asked by"))
    wish_on = models.DateField(_("asked on"), null=True, blank=True)
    outcome = models.CharField(_("decision"), max_length=10, choices=Outcome.choices, blank=True)
    reason = models.TextField(_("reason"), max_length=2000, blank=True)
    proposed_by = colleague(_("proposed by"))
    proposed_at = models.DateTimeField(_("proposed"), null=True, blank=True)
    seconded_by = colleague(_("second reader"))
    seconded_at = models.DateTimeField(_("read"), null=True, blank=True)
    second_note = models.CharField(_("note of the second reader"), max_length=500, blank=True)
    tell_by = models.DateField(_("to be told by"), null=True, blank=True)
    teller = colleague(_("who tells them"))
    released_at = models.DateTimeField(_("released"), null=True, blank=True)
    released_by = colleague(_("released by"))
    told_on = models.DateField(_("told on"), null=True, blank=True)
    told_by = colleague(_("told by"))
    told_how = models.CharField(_("told how"), max_length=120, blank=True)
    carried_out_at = models.DateTimeField(_("carried out"), null=True, blank=True)
    carried_out_by = colleague(_("carried out by"))

    objects = RotationDecisionQuerySet.as_manager()
    history = records()

    class Meta:
        verbose_name = _("rotation decision")
        verbose_name_plural = _("rotation decisions")
        ordering = ["membership", "-id"]
        indexes = [
            models.Index(fields=["review", "due_on", "id"], name="decision_by_review"),
            models.Index(
                fields=["tell_by"],
                name="decision_not_told",
                condition=Q(released_at__isnull=False, told_on__isnull=True),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", reason="", proposed_by__isnull=True, proposed_at__isnull=True)
                | (~Q(outcome="") & ~Q(reason="") & Q(proposed_by__isnull=False, proposed_at__isnull=False)),
                name="decision_is_whole",
                violation_error_message=_("A decision says what, why, and who proposes it."),
            ),
            models.CheckConstraint(
                condition=Q(wish="", wish_asked_by__isnull=True, wish_on__isnull=True)
                | (~Q(wish="") & Q(wish_asked_by__isnull=False, wish_on__isnull=False)),
                name="decision_wish_is_whole",
                violation_error_message=_("Say what they wish, who asked them, and when."),
            ),
            models.CheckConstraint(
                condition=Q(seconded_by__isnull=True, seconded_at__isnull=True, second_note="")
                | Q(seconded_by__isnull=False, seconded_at__isnull=False, proposed_by__isnull=False),
                name="decision_second_reading_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(seconded_by__isnull=True) | ~Q(seconded_by=F("proposed_by")),
                name="decision_second_reader_is_another",
                violation_error_message=_("The second reader is somebody other than who proposed it."),
            ),
            models.CheckConstraint(
                condition=Q(released_at__isnull=True, released_by__isnull=True)
                | Q(
                    released_at__isnull=False, released_by__isnull=False, seconded_by__isnull=False,
                    tell_by__isnull=False, teller__isnull=False,
                ),
                name="decision_release_is_whole",
                violation_error_message=_(
                    "A decision is released with a second reader, somebody who tells them, and a day."
                ),
            ),
            models.CheckConstraint(
                condition=Q(told_on__isnull=True, told_by__isnull=True, told_how="")
                | (Q(told_on__isnull=False, told_by__isnull=False, released_at__isnull=False) & ~Q(told_how="")),
                name="decision_telling_is_whole",
                violation_error_message=_("Say who told them, when and how."),
            ),
            models.CheckConstraint(
                condition=Q(carried_out_at__isnull=True, carried_out_by__isnull=True)
                | (
                    Q(carried_out_at__isnull=False, carried_out_by__isnull=False, released_at__isnull=False)
                    & (Q(told_on__isnull=False) | Q(outcome__in=["alumni", "end"]))
                ),
                name="decision_carried_out_after_telling",
                violation_error_message=_("They are told first; then it is carried out."),
            ),
            models.UniqueConstraint(
                fields=["membership"],
                condition=Q(told_on__isnull=True),
                name="decision_one_open_per_membership",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.membership}: {self.get_outcome_display() or '…'}"

    @property
    def is_proposal(self) -> bool:
        """Whether something is proposed that nobody has released."""
        return bool(self.outcome) and self.released_at is None
