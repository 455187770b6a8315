"""How loud a request was: asked again, taken to somebody else, put in public. Shown beside its rank, never in it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from engagement.models.requests import AdvocateRequest
from engagement.models.touchpoints import Touchpoint
from influencers.models import Membership
from influencers.models.base import Kept, records


class Pressure(Kept):
    """One time that a request was pressed for, with its day. Nobody sees it before the need was assessed."""

    class Kind(models.TextChoices):
        AGAIN = "again", _("Asked again")
        ESCALATED = "escalated", _("Took it to somebody else of us")
        PUBLIC = "public", _("Put it in public")

    advocate_request = models.ForeignKey(AdvocateRequest, models.CASCADE, related_name="pressures")
    # Whose it is: what belongs to a person is found by this.
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="pressures", editable=False)
    kind = models.CharField(_("what happened"), max_length=9, choices=Kind.choices)
    on = models.DateField(_("on"))
    note = models.CharField(_("in a few words"), max_length=500)
    seen_in = models.ForeignKey(
        Touchpoint, models.SET_NULL, null=True, blank=True, related_name="pressures", verbose_name=_("seen in")
    )  # fmt: skip
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("noted by")
    )

    history = records()

    class Meta:
        verbose_name = _("pressure")
        verbose_name_plural = _("pressure")
        ordering = ["on", "id"]
        constraints = [models.CheckConstraint(condition=~Q(note=""), name="pressure_says_what")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.note}"
