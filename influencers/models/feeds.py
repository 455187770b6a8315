"""Addresses under which a calendar reads our dates. Whoever has one reads along; so it is secret and can be revoked."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from influencers.models.programs import Program
from influencers.models.staff import User


class CalendarFeed(models.Model):
    """A feed of a program's dates, or of those of its owner's own people in all their programs.

    It shows what its owner may see at the moment of reading, and dies with their account or their post.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="calendar_feeds")
    program = models.ForeignKey(
        Program,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="calendar_feeds",
        verbose_name=_("program"),
    )
    mine = models.BooleanField(_("only whom I look after"), default=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    hint = models.CharField(_("ends in"), max_length=4, editable=False)
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    last_read_on = models.DateField(_("last read"), null=True, blank=True)

    class Meta:
        verbose_name = _("calendar feed")
        verbose_name_plural = _("calendar feeds")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(program__isnull=False) | Q(mine=True), name="calendar_feed_is_of_something"
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.program or self.user} (…{self.hint})"
