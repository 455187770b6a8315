"""Prepared content: kept at the ready, to be adapted, never sent as it is."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from engagement.personalization.rewriting import Piece, pieces_of
from influencers.models import Program
from influencers.models.base import Record, records


class PreparedContentQuerySet(models.QuerySet["PreparedContent"]):
    """Prepared content."""

    def in_use(self) -> "PreparedContentQuerySet":
        """What has not been retired."""
        return self.filter(retired_on=None)

    def retired(self) -> "PreparedContentQuerySet":
        """What nobody is offered any more."""
        return self.filter(retired_on__isnull=False)

    def saying(self, words: str) -> "PreparedContentQuerySet":
        """What has all these words in its title or its text."""
        asked = Q()
        for word in words.split()[:8]:
            asked &= Q(title__icontains=word) | Q(words__icontains=word)
        return self.filter(asked)


class PreparedContent(Record):
    """A snippet to start from. Parts that must be rewritten are marked in its words: `[[rewrite: …]]`."""

    program = models.ForeignKey(Program, models.CASCADE, related_name="prepared_content")
    title = models.CharField(_("title"), max_length=120)
    words = models.TextField(_("words"), max_length=20_000)
    tags = models.JSONField(_("tags"), default=list, blank=True)
    retired_on = models.DateField(_("retired on"), null=True, blank=True)

    objects = PreparedContentQuerySet.as_manager()
    history = records()

    class Meta:
        verbose_name = _("prepared content")
        verbose_name_plural = _("prepared content")
        ordering = ["program", "title"]
        constraints = [models.UniqueConstraint(fields=["program", "title"], name="content_titled_once")]

    def __str__(self) -> str:
        return self.title

    @property
    def pieces(self) -> list[Piece]:
        """Its words in order, the parts that must be rewritten apart."""
        return pieces_of(self.words)
