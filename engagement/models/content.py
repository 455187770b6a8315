"""Prepared content: kept at the ready, to be adapted, never sent as it is."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from influencers.models import Program
from influencers.models.base import Record, records


class PreparedContent(Record):
    """A snippet to start from."""

    program = models.ForeignKey(Program, models.CASCADE, related_name="prepared_content")
    title = models.CharField(_("title"), max_length=120)
    words = models.TextField(_("words"), max_length=20_000)
    tags = models.JSONField(_("tags"), default=list, blank=True)
    retired_on = models.DateField(_("retired on"), null=True, blank=True)

    history = records()

    class Meta:
        verbose_name = _("prepared content")
        verbose_name_plural = _("prepared content")
        ordering = ["program", "title"]
        constraints = [models.UniqueConstraint(fields=["program", "title"], name="content_titled_once")]

    def __str__(self) -> str:
        return self.title
