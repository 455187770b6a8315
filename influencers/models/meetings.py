"""Meetings in person from before anybody logged them, on somebody's word."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from influencers.models.base import Record, records
from influencers.models.memberships import Membership
from influencers.models.staff import User


class FirstMeeting(Record):
    """That somebody of us met a member in person on a day, and how we know. Logged meetings need none of this."""

    membership = models.OneToOneField(Membership, models.CASCADE, related_name="first_meeting")
    met_on = models.DateField(_("met in person on"))
    source = models.CharField(_("how we know"), max_length=300)
    stated_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("stated by"))
    stated_on = models.DateField(_("stated on"))

    history = records()

    class Meta:
        verbose_name = _("first meeting")
        verbose_name_plural = _("first meetings")
        ordering = ["membership"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(source=""),
                name="first_meeting_says_how_known",
                violation_error_message=_("Say who met them, and where."),
            ),
            models.CheckConstraint(
                condition=Q(met_on__lte=F("stated_on")),
                name="first_meeting_has_been",
                violation_error_message=_("That day is still to come."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership.advocate}: {self.met_on}"
