"""Joined, and nobody has spoken with them yet."""

import datetime as dt
from collections.abc import Collection

from engagement.watch.sightings import DaysAfter, Sightings, about_members
from influencers.models import Membership


def find(day: dt.date, programs: Collection[int]) -> Sightings:
    """Return members without a single touch, once the ideal interval since they joined has passed."""
    found = Membership.objects.past_ideal_on(day).filter(program__in=programs, last_touch_at__isnull=True)
    return about_members(found, since=DaysAfter("ideal_due_on", 1))
