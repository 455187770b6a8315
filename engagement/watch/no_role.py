"""Limbo: their role was never agreed, or never told."""

import datetime as dt
from collections.abc import Collection

from django.db.models import Case, DateField, F, Q, When

from engagement.watch.limbo import should_be_settled, since_welcome_or
from engagement.watch.sightings import DaysAfter, Sightings, about_members
from influencers.models.memberships import Status

LEFT_UNTOLD = DaysAfter("role__since", F("program__welcome_days"))


def find(day: dt.date, programs: Collection[int]) -> Sightings:
    """Return those without a role, or with one they were not told for longer than a welcome takes.

    Those who are leaving need a farewell, not a role.
    """
    found = (
        should_be_settled(day, programs)
        .exclude(status=Status.LEAVING)
        .alias(told_latest=LEFT_UNTOLD)
        .filter(Q(role__isnull=True) | Q(role__told_on__isnull=True, told_latest__lt=day))
    )
    since = Case(
        When(role__isnull=False, then=DaysAfter(LEFT_UNTOLD, 1)),
        default=since_welcome_or(day),
        output_field=DateField(),
    )
    return about_members(found, since=since)
