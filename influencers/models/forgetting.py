"""That somebody was erased: when, by whom and why; and marks by which they are not brought back."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from influencers.models.programs import Program
from influencers.models.staff import User


class Erasure(models.Model):
    """The erasing of one person. It says nothing of who they were."""

    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("when"))
    reason = models.CharField(_("why"), max_length=500)
    programs = models.ManyToManyField(Program, related_name="erasures", verbose_name=_("programs"))
    figures = models.JSONField(_("what was erased"), default=dict, blank=True)

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        ordering = ["-at"]
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="erasure_says_why")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"


class Forgotten(models.Model):
    """A keyed hash of a handle or an e-mail address: an import that brings it again finds it, nobody reads it back."""

    erasure = models.ForeignKey(Erasure, models.CASCADE, related_name="marks")
    mark = models.CharField(max_length=64, db_index=True, editable=False)

    class Meta:
        verbose_name = _("mark of somebody erased")
        verbose_name_plural = _("marks of people erased")
        constraints = [models.UniqueConstraint(fields=["erasure", "mark"], name="forgotten_once")]

    def __str__(self) -> str:
        return f"{self.mark[:8]}…"
