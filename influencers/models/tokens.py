"""Keys with which a colleague's programs use the API in their name."""

import hashlib
import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from influencers.models.staff import User

PREFIX = "rapport_"  # so that scanners of leaked secrets recognize one


def digest_of(secret: str) -> str:
    """Return what is kept of a token: it cannot be read back. The secret is random, so a plain hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def new_secret() -> str:
    """Return a fresh token, to be shown once."""
    return PREFIX + secrets.token_urlsafe(32)


class ApiToken(models.Model):
    """A key to the API. It can do what its owner can do, and dies with their account."""

    user = models.ForeignKey(User, models.CASCADE, related_name="api_tokens")
    name = models.CharField(_("what it is for"), max_length=80)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    hint = models.CharField(_("ends in"), max_length=4, editable=False)
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    last_used_on = models.DateField(_("last used"), null=True, blank=True)
    expires_on = models.DateField(_("valid until"), null=True, blank=True)

    class Meta:
        verbose_name = _("API token")
        verbose_name_plural = _("API tokens")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.name} (…{self.hint})"
