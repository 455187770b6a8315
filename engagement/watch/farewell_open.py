"""Limbo: a farewell has begun and is not finished."""

import datetime as dt
from collections.abc import Collection

from django.db.models import F

from engagement.watch.sightings import Sightings, about_subjects
from influencers.models import Farewell


def find(day: dt.date, programs: Collection[int]) -> Sightings:
    """Return the farewells that are under way: from the day they began, somebody is left half-way."""
    begun = Farewell.objects.filter(membership__program__in=programs, completed_at__isnull=True)
    return about_subjects(begun, since=F("begun_on"))
