"""Two descriptions of somebody: what they show online, and who they are when one meets them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from influencers.models.base import Kept, records
from influencers.models.memberships import Membership
from influencers.models.staff import User


class Portrait(Kept):
    """One version of a description, with its author, source and date. It stays; the next version follows it."""

    class Side(models.TextChoices):
        PERSONA = "persona", _("What they show online")
        PERSON = "person", _("Who they are when you meet them")

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="portraits")
    side = models.CharField(_("which"), max_length=7, choices=Side.choices)
    number = models.PositiveSmallIntegerField(_("version"), default=1)
    text = models.TextField(_("description"), max_length=2000)
    source = models.CharField(_("how we know"), max_length=300)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("written by"))
    written_on = models.DateField(_("written on"))

    history = records()

    class Meta:
        verbose_name = _("portrait")
        verbose_name_plural = _("portraits")
        ordering = ["membership", "side", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["membership", "side", "number"], name="portrait_version_once"),
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(source=""),
                name="portrait_says_what_and_how_known",
                violation_error_message=_("Say what they are like, and how we know."),
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="portrait_versions_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.membership.advocate}: {self.get_side_display()} ({self.number})"
