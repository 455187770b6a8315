"""The first ninety days of somebody new: who does what with them, and by when."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from influencers.models.base import Record, records
from influencers.models.memberships import Membership
from influencers.models.staff import User


class WarmUpStep(Record):
    """One step of a warm-up plan. Nobody ticks it off by hand: a touch of its kind does, or the role being told."""

    class Step(models.TextChoices):
        WELCOME = "welcome", _("A personal welcome")
        CALL = "call", _("First call")
        ROLE = "role", _("Tell them their role")
        LUNCH = "lunch", _("First lunch or meeting")
        DAY_30 = "day_30", _("After 30 days: how is it going?")
        DAY_60 = "day_60", _("After 60 days: a conversation")
        DAY_90 = "day_90", _("After 90 days: a conversation about what comes next")

    membership = models.ForeignKey(
        Membership, models.CASCADE, related_name="warm_up", verbose_name=_("membership")
    )
    step = models.CharField(_("step"), max_length=8, choices=Step.choices)
    starts_on = models.DateField(_("counts from"))  # a touch before it does not tick this step off
    due_on = models.DateField(_("due"))
    who = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("who"))

    history = records()

    class Meta:
        verbose_name = _("warm-up step")
        verbose_name_plural = _("warm-up steps")
        ordering = ["membership", "due_on", "id"]
        indexes = [models.Index(fields=["due_on"], name="warm_up_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(due_on__gte=models.F("starts_on")), name="warm_up_step_due_after_it_starts",
                violation_error_message=_("A step is due after the day from which it counts."),
            ),
            models.UniqueConstraint(fields=["membership", "step", "starts_on"], name="warm_up_step_once"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.get_step_display())
