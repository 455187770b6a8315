"""A promise given into other hands: from whom, to whom, by whom, why."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from engagement.models.promises import Promise
from influencers.models import Membership


class PromiseHandOver(models.Model):
    """One handing over. It stays as it was."""

    promise = models.ForeignKey(Promise, models.CASCADE, related_name="hand_overs")
    # Whose it is: what belongs to a person is found by this.
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="+", editable=False)
    before = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("from")
    )
    after = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("to")
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    why = models.CharField(_("why"), max_length=300)
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("handing over of a promise")
        verbose_name_plural = _("handing over of promises")
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="promise_handed_over_says_why"),
            models.CheckConstraint(condition=~Q(before=F("after")), name="promise_handed_to_another"),
        ]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
