"""A birthday is near."""

import datetime as dt
from collections.abc import Collection

from django.db.models import BigIntegerField, Case, DateField, F, Value, When
from django.db.models.functions import Right

from engagement.watch.sightings import COLUMNS, Sightings, on_day
from influencers.birthdays import keys_of
from influencers.models import Membership
from influencers.models.memberships import SERVING

AHEAD = 7  # days


def find(day: dt.date, programs: Collection[int]) -> Sightings:
    """Return those in the program whose birthday is within a week. The subject is its year: it comes every year."""
    days = [day + dt.timedelta(days=ahead) for ahead in range(AHEAD + 1)]
    keys = {
        key: one for one in reversed(days) for key in keys_of(one)
    }  # 29 February may be the 28th: the nearer wins
    begins = [When(key=key, then=on_day(one - dt.timedelta(days=AHEAD))) for key, one in keys.items()]
    years = [When(key=key, then=Value(one.year)) for key, one in keys.items()]
    found = Membership.objects.filter(program__in=programs, status__in=SERVING).exclude(advocate__birthday="")
    near = found.alias(key=Right("advocate__birthday", 5)).filter(key__in=keys)
    seen: Sightings = (
        near.order_by()
        .annotate(
            membership_id=F("id"),
            threshold=Value(0),
            subject_id=Case(*years, output_field=BigIntegerField()),
            since=Case(*begins, output_field=DateField()),
        )
        .values(*COLUMNS)
    )
    return seen
