"""Who would like to come in, in which order, and why in this one."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from influencers.models.base import Record, records
from influencers.models.memberships import Membership
from influencers.models.programs import Program
from influencers.models.staff import User


class WaitingPlace(Record):
    """A place on a program's waiting list. The smaller `place`, the sooner; whoever changes the order says why."""

    class Left(models.TextChoices):
        WELCOMED = "welcomed", _("Welcomed")
        WITHDREW = "withdrew", _("They no longer want to")
        DECLINED = "declined", _("We said no")

    program = models.ForeignKey(Program, models.CASCADE, related_name="waiting", verbose_name=_("program"))
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="waiting", verbose_name=_("who"))
    since = models.DateField(_("wants in since"))
    place = models.PositiveIntegerField(_("place"))
    because = models.CharField(_("why in this place"), max_length=300)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("added by"))
    left_on = models.DateField(_("left the list on"), null=True, blank=True)
    left_how = models.CharField(_("how they left it"), max_length=8, choices=Left.choices, blank=True)
    left_because = models.CharField(_("why they left it"), max_length=300, blank=True)

    history = records()

    class Meta:
        verbose_name = _("place on the waiting list")
        verbose_name_plural = _("waiting list")
        ordering = ["place", "id"]
        indexes = [
            models.Index(
                fields=["program", "place", "id"], name="waiting_in_order", condition=Q(left_on__isnull=True)
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["membership"], condition=Q(left_on__isnull=True), name="waiting_once",
                violation_error_message=_("They are on the waiting list already."),
            ),
            models.CheckConstraint(
                condition=~Q(because=""), name="waiting_says_why", violation_error_message=_("Say why in this place.")
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True, left_how="", left_because="")
                | (Q(left_on__isnull=False) & ~Q(left_how="") & (Q(left_how="welcomed") | ~Q(left_because=""))),
                name="waiting_leaving_is_whole",
                violation_error_message=_("Say how they left the list, and why."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.place}. {self.membership}"
