"""Limbo: it was decided what becomes of them, and nobody has told them."""

import datetime as dt
from collections.abc import Collection

from engagement.watch.sightings import DaysAfter, Sightings, about_subjects
from influencers.models import RotationDecision


def find(day: dt.date, programs: Collection[int]) -> Sightings:
    """Return decisions whose day of telling has passed."""
    untold = RotationDecision.objects.filter(
        membership__program__in=programs, released_at__isnull=False, told_on__isnull=True, tell_by__lt=day
    )
    return about_subjects(untold, since=DaysAfter("tell_by", 1))
