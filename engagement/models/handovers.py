"""The touchpoint with which a hand-over was over."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from engagement.models.touchpoints import Touchpoint
from influencers.models import HandOver


class FirstWord(models.Model):
    """The new owner's first touchpoint with somebody who was handed over to them. Taken back with it."""

    hand_over = models.OneToOneField(HandOver, models.CASCADE, related_name="first_word")
    touchpoint = models.ForeignKey(Touchpoint, models.CASCADE, related_name="first_words")
    told_here = models.BooleanField(default=False, editable=False)  # they heard of it in this very touchpoint

    class Meta:
        verbose_name = _("first word of a new owner")
        verbose_name_plural = _("first words of new owners")
        ordering = ["hand_over"]

    def __str__(self) -> str:
        return f"{self.hand_over}: {self.touchpoint}"
