"""A request was put off, and the day to look at it again has come."""

import datetime as dt
from collections.abc import Collection

from django.db.models import F

from engagement.models import AdvocateRequest
from engagement.watch.sightings import Sightings, about_subjects
from influencers.models.memberships import SERVING


def find(day: dt.date, programs: Collection[int]) -> Sightings:
    """Return what was put off, told so, and nobody has taken up. Who has left is not pursued."""
    back = AdvocateRequest.objects.back_on(day).filter(
        membership__program__in=programs, membership__status__in=SERVING
    )
    return about_subjects(back, since=F("look_again_on"))
