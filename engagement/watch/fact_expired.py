"""Something we know has had its time: somebody has to confirm it or drop it."""

import datetime as dt
from collections.abc import Collection

from django.db.models import F

from engagement.watch.sightings import Sightings, about_subjects
from influencers.models import Fact
from influencers.models.memberships import SERVING


def find(day: dt.date, programs: Collection[int]) -> Sightings:
    """Return facts of those in the program that count as true no more."""
    expired = Fact.objects.expired_on(day).filter(
        membership__program__in=programs, membership__status__in=SERVING
    )
    return about_subjects(expired, since=F("expires_on"))
