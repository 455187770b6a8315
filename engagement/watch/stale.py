"""Losing touch: nobody has spoken with them within the ideal, or the longest, interval."""

import datetime as dt
from collections.abc import Collection

from django.db.models import Case, SmallIntegerField, Value, When

from engagement.watch.sightings import DaysAfter, Sightings, about_members
from influencers.models import Membership

PAST_IDEAL, PAST_LATEST = 1, 2


def find(day: dt.date, programs: Collection[int]) -> Sightings:
    """Return those whose ideal day (threshold 1) or latest day (2) has passed.

    Those never spoken to have a flag of their own.
    """
    found = Membership.objects.past_ideal_on(day).filter(program__in=programs, last_touch_at__isnull=False)
    past_latest = When(latest_due_on__lt=day, then=Value(PAST_LATEST))
    return about_members(
        found,
        threshold=Case(past_latest, default=Value(PAST_IDEAL), output_field=SmallIntegerField()),
        since=Case(
            When(latest_due_on__lt=day, then=DaysAfter("latest_due_on", 1)),
            default=DaysAfter("ideal_due_on", 1),
        ),
    )
