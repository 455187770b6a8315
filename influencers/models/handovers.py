"""A relationship that goes from one colleague to another, and is not over until the two have spoken."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from influencers.models.base import Record, records
from influencers.models.memberships import Membership
from influencers.models.staff import User


class HandOverQuerySet(models.QuerySet["HandOver"]):
    """Hand-overs."""

    def open(self) -> "HandOverQuerySet":
        """Those whose new owner has not spoken with the person yet."""
        return self.filter(closed_at__isnull=True)


class HandOver(Record):
    """A new owner, what they have to know, and how they are introduced. Open until their first touchpoint."""

    class How(models.TextChoices):
        MEETING = "meeting", _("A meeting of the three")
        CALL = "call", _("A call of the three")
        WORD = "word", _("A personal word that introduces them")

    class Closed(models.TextChoices):
        MET = "met", _("They have spoken")
        PASSED_ON = "passed_on", _("Passed on to somebody else")
        ENDED = "ended", _("The membership ended")

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="hand_overs")
    from_owner = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("from"))
    to_owner = models.ForeignKey(User, models.PROTECT, related_name="hand_overs", verbose_name=_("to"))
    what_to_know = models.TextField(_("what to know"), max_length=4000)
    how = models.CharField(_("how they are introduced"), max_length=7, choices=How.choices, default=How.CALL)
    planned_at = models.DateTimeField(_("planned for"), null=True, blank=True)
    told_on = models.DateField(_("told on"), null=True, blank=True)
    told_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("told by")
    )
    told_how = models.CharField(_("told how"), max_length=120, blank=True)
    begun_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("begun by"))
    begun_at = models.DateTimeField(_("begun"))
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    closed_how = models.CharField(_("how it ended"), max_length=9, choices=Closed.choices, blank=True)

    objects = HandOverQuerySet.as_manager()
    history = records()

    class Meta:
        verbose_name = _("hand-over")
        verbose_name_plural = _("hand-overs")
        ordering = ["-begun_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(what_to_know=""),
                name="hand_over_says_what_to_know",
                violation_error_message=_("Say what the new owner has to know."),
            ),
            models.CheckConstraint(
                condition=~Q(from_owner=F("to_owner")),
                name="hand_over_is_to_another",
                violation_error_message=_("They look after them already."),
            ),
            models.CheckConstraint(
                condition=Q(told_on__isnull=True, told_by__isnull=True, told_how="")
                | (Q(told_on__isnull=False, told_by__isnull=False) & ~Q(told_how="")),
                name="hand_over_telling_is_whole",
                violation_error_message=_("Say who told them, when and how."),
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_how="")
                | (Q(closed_at__isnull=False) & ~Q(closed_how="")),
                name="hand_over_closing_is_whole",
            ),
            models.CheckConstraint(
                condition=~Q(closed_how="met") | Q(told_on__isnull=False),
                name="hand_over_met_means_told",
            ),
            models.UniqueConstraint(
                fields=["membership"], condition=Q(closed_at__isnull=True), name="hand_over_one_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership}: {self.from_owner} → {self.to_owner}"
