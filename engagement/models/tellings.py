"""The exchange in which somebody was told what follows their term."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from engagement.models.touchpoints import Touchpoint
from influencers.models import Membership, RotationDecision
from influencers.models.base import Kept, records


class Telling(Kept):
    """A decision is told by a call, lunch or meeting with them, or by a message of ours to them: this one."""

    decision = models.OneToOneField(RotationDecision, models.CASCADE, related_name="telling")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="+")
    touchpoint = models.ForeignKey(
        Touchpoint, models.PROTECT, related_name="tellings", verbose_name=_("told in")
    )

    history = records()

    class Meta:
        verbose_name = _("telling of a decision")
        verbose_name_plural = _("tellings of decisions")

    def __str__(self) -> str:
        return str(self.touchpoint)
