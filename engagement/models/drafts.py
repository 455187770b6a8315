"""Words on their way: kept as they are typed, never lost."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from influencers.models import Membership


class Draft(models.Model):
    """What a colleague has begun to write to a member. One a person and member."""

    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="drafts")
    kind = models.CharField(_("kind"), max_length=8, default="message")
    channel = models.CharField(_("channel"), max_length=40, blank=True)
    words = models.TextField(_("words"), max_length=100_000, blank=True)
    prepared = models.ForeignKey(
        "engagement.PreparedContent", models.SET_NULL, null=True, blank=True, related_name="drafts"
    )
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        ordering = ["-updated_at"]
        constraints = [models.UniqueConstraint(fields=["author", "membership"], name="draft_one_per_person")]

    def __str__(self) -> str:
        return self.words[:60]
