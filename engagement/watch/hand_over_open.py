"""Limbo: handed over to a colleague who has not spoken with them yet."""

import datetime as dt
from collections.abc import Collection

from django.db.models.functions import TruncDate

from engagement.watch.sightings import Sightings, about_subjects
from influencers.models import HandOver


def find(day: dt.date, programs: Collection[int]) -> Sightings:
    """Return the hand-overs that are open, from the day they began."""
    waiting = HandOver.objects.open().filter(membership__program__in=programs)
    return about_subjects(waiting, since=TruncDate("begun_at", tzinfo=dt.UTC))
