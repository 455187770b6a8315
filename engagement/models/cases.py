"""A program's own evaluation set: messages that the personal check judged wrongly, with the right verdict."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from engagement.models.messages import Verdict
from engagement.models.touchpoints import Touchpoint
from influencers.models import Membership, Program
from influencers.models.base import Record, records


class EvaluationCaseQuerySet(models.QuerySet["EvaluationCase"]):
    """Cases."""

    def of_vouched(self) -> "EvaluationCaseQuerySet":
        """Those of messages that went out on somebody's word."""
        return self.filter(touchpoint__vouched_by__isnull=False)


class EvaluationCase(Record):
    """A message on record, and what the check should have said to it. The words stay where they are: with the message.

    Goes with its message when the person it was to is erased; a trigger sees to that (`engagement.guards`).
    """

    program = models.ForeignKey(Program, models.CASCADE, related_name="evaluation_cases")
    touchpoint = models.OneToOneField(
        Touchpoint, models.CASCADE, related_name="evaluation_case", verbose_name=_("message")
    )
    membership = models.ForeignKey(
        Membership, models.CASCADE, related_name="evaluation_cases", verbose_name=_("to")
    )
    right = models.CharField(_("the right verdict"), max_length=5, choices=Verdict.choices)
    reason = models.CharField(_("why"), max_length=500)
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("kept by")
    )
    kept_at = models.DateTimeField(_("kept"))

    objects = EvaluationCaseQuerySet.as_manager()
    history = records()

    class Meta:
        verbose_name = _("case of the evaluation set")
        verbose_name_plural = _("evaluation set")
        ordering = ["-kept_at", "-pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="case_says_why")]

    def __str__(self) -> str:
        return f"{self.touchpoint_id}: {self.right}"

    @property
    def was_right_to_vouch(self) -> bool:
        """Whether the message should have passed."""
        return self.right != Verdict.BLOCK
