"""Somebody was given something that has to be disclosed, and nobody has seen that it was."""

import datetime as dt
from collections.abc import Collection

from engagement.watch.sightings import DaysAfter, Sightings, about_subjects
from influencers.models import Grant


def find(day: dt.date, programs: Collection[int]) -> Sightings:
    """Return grants whose day for it has passed; the day itself is not late yet."""
    late = Grant.objects.disclosure_overdue_on(day).filter(membership__program__in=programs)
    return about_subjects(late, since=DaysAfter("disclose_by", 1))
