"""A term ends soon: in 90, 60, 30 or 7 days, or it has ended and nothing follows."""

import datetime as dt
from collections.abc import Collection

from django.db.models import Case, DateField, SmallIntegerField, Value, When

from engagement.watch.sightings import DaysAfter, Sightings, about_members
from influencers.models import Membership

STEPS = (7, 30, 60, 90)


def find(day: dt.date, programs: Collection[int]) -> Sightings:
    """Return those whose term ends within 90 days. `threshold` is the nearest step that has been reached."""
    found = Membership.objects.rotation_due(day, within_days=STEPS[-1]).filter(program__in=programs)
    near = [(step, day + dt.timedelta(days=step)) for step in STEPS]
    return about_members(
        found,
        threshold=Case(
            *[When(term_ends_on__lte=until, then=Value(step)) for step, until in near],
            output_field=SmallIntegerField(),
        ),
        since=Case(
            *[When(term_ends_on__lte=until, then=DaysAfter("term_ends_on", -step)) for step, until in near],
            output_field=DateField(),
        ),
    )
