"""Somebody did what we asked of them, and nobody has thanked them."""

import datetime as dt
from collections.abc import Collection

from engagement.models import Ask
from engagement.models.asks import THANK_WITHIN
from engagement.watch.sightings import DaysAfter, Sightings, about_subjects


def find(day: dt.date, programs: Collection[int]) -> Sightings:
    """Return asks that were delivered a week ago or longer."""
    late = Ask.objects.to_be_thanked().filter(
        membership__program__in=programs, delivered_on__lte=day - dt.timedelta(days=THANK_WITHIN)
    )
    return about_subjects(late, since=DaysAfter("delivered_on", THANK_WITHIN))
