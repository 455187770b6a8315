"""The first word after a farewell was planned for a day, the day has come, and nobody has said it."""

import datetime as dt
from collections.abc import Collection

from django.db.models import F, Q

from engagement.watch.sightings import Sightings, about_subjects
from influencers.models import Farewell
from influencers.models.memberships import OVER


def find(day: dt.date, programs: Collection[int]) -> Sightings:
    """Return the farewells of those who have left and whom we were to call by now."""
    silent = Q(membership__last_out_at__isnull=True) | Q(membership__last_out_at__lt=F("completed_at"))
    planned = Farewell.objects.filter(
        silent, membership__program__in=programs, membership__status__in=OVER, membership__farewell=F("pk"),
        completed_at__isnull=False, contact_on__lte=day,
    )  # fmt: skip
    return about_subjects(planned, since=F("contact_on"))
