"""What the API answered, so that asking twice does no harm."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class IdempotentCall(models.Model):
    """One POST with an Idempotency-Key: the fingerprint of what was asked and the answer it got."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=255)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    body = models.JSONField(null=True, blank=True)
    headers = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("idempotent call")
        verbose_name_plural = _("idempotent calls")
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="idempotent_call_once")]

    def __str__(self) -> str:
        return self.key
