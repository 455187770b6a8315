"""A promise, ours or theirs, was not kept on its day."""

import datetime as dt
from collections.abc import Collection

from django.db.models import F

from engagement.models import Promise
from engagement.watch.sightings import Sightings, about_subjects


def find(day: dt.date, programs: Collection[int]) -> Sightings:
    """Return promises that are late."""
    late = Promise.objects.overdue_on(day).filter(membership__program__in=programs)
    return about_subjects(late, since=F("overdue_from"))
