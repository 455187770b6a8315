"""An advocate's presences on channels, and how many people they reach there over time."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from influencers.models.advocates import Advocate
from influencers.models.base import Kept, records


class Account(Kept):
    """One presence of an advocate: a platform and a handle."""

    class Platform(models.TextChoices):
        INSTAGRAM = "instagram", "Instagram"
        TIKTOK = "tiktok", "TikTok"
        YOUTUBE = "youtube", "YouTube"
        X = "x", "X"
        THREADS = "threads", "Threads"
        BLUESKY = "bluesky", "Bluesky"
        MASTODON = "mastodon", "Mastodon"
        LINKEDIN = "linkedin", "LinkedIn"
        FACEBOOK = "facebook", "Facebook"
        PINTEREST = "pinterest", "Pinterest"
        REDDIT = "reddit", "Reddit"
        TWITCH = "twitch", "Twitch"
        SNAPCHAT = "snapchat", "Snapchat"
        GITHUB = "github", "GitHub"
        PODCAST = "podcast", _("Podcast")
        NEWSLETTER = "newsletter", _("Newsletter")
        OTHER = "other", _("Other")

    advocate = models.ForeignKey(Advocate, models.CASCADE, related_name="accounts")
    platform = models.CharField(_("platform"), max_length=12, choices=Platform.choices)
    handle = models.CharField(_("handle"), max_length=200)
    handle_key = models.CharField(max_length=200, editable=False)
    url = models.URLField(_("address"), max_length=500, blank=True)
    followers = models.PositiveBigIntegerField(_("followers"), null=True, blank=True)

    history = records(excluded_fields=["handle_key"])

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ["-followers", "id"]
        indexes = [models.Index(fields=["handle_key", "platform"], name="account_by_handle")]
        constraints = [
            models.UniqueConstraint(fields=["advocate", "platform", "handle_key"], name="account_once"),
            models.CheckConstraint(condition=~models.Q(handle=""), name="account_has_a_handle"),
        ]

    def __str__(self) -> str:
        return f"@{self.handle}"


class AudienceCount(models.Model):
    """How many followed an account on a day, as one source told."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="audience_counts")
    counted_on = models.DateField(_("counted on"))
    followers = models.PositiveBigIntegerField(_("followers"))
    source = models.CharField(_("source"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("audience count")
        verbose_name_plural = _("audience counts")
        ordering = ["account", "-counted_on"]
        constraints = [models.UniqueConstraint(fields=["account", "counted_on"], name="audience_once_a_day")]

    def __str__(self) -> str:
        return f"{self.followers} ({self.counted_on})"
