"""What somebody's messages begin and end with, whoever they are to: kept as numbers, one row a writer."""

from django.conf import settings
from django.db import models


class Habits(models.Model):
    """The standing openings, closings and signatures of a writer, learned from their earlier messages.

    Derived: made anew from the latest messages by a scheduled job, and after somebody was erased. Bounded by
    `engagement.personalization.habits.MOST`.
    """

    writer = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="writing_habits"
    )
    phrases = models.JSONField(default=list)
    # Up to which touchpoint was looked at; a writer with later ones is looked at again.
    reached = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.writer_id}: {len(self.phrases)}"
