"""Only online for long: people are more than a feed."""

import datetime as dt
from collections.abc import Collection

from django.db.models import F, Q

from engagement.watch.sightings import DaysAfter, Sightings, about_members
from influencers.models import Membership


def find(day: dt.date, programs: Collection[int]) -> Sightings:
    """Return those without a call, lunch, meeting or event for too long, though there were touches since.

    Where the last touch of all was a live one, they are losing touch, which is another flag.
    """
    online_since = Q(last_live_at__isnull=True) | Q(last_touch_at__gt=F("last_live_at"))
    found = Membership.objects.tended().filter(
        online_since, program__in=programs, live_due_on__lt=day, last_touch_at__isnull=False
    )
    return about_members(found, since=DaysAfter("live_due_on", 1))
