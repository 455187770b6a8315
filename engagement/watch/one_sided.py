"""Conversations that only one side keeps up: the rule that the watchers `only_we` and `only_they` share.

A relationship is one-sided when, in the last `WINDOW` days, one side took part in speaking at least `ENOUGH`
times and the other not once. A touch in both directions (a call, a lunch) counts for both sides, so it ends
the condition. Members are judged once they have been in the program for the whole window: silence in the first
weeks is for `never_spoken` and `stale`. The window begins at midnight UTC, since a quarter of a year does not
turn on an hour.

`last_in_at` and `last_out_at` are stored with the member. Where one of them lies before the window, every touch in
the window is of the other side alone: it is enough to look in the timeline's index whether there are so many.
"""

import datetime as dt
from collections.abc import Collection

from django.db.models import DateField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, TruncDate

from engagement.models import Participation
from engagement.watch.sightings import Sightings, about_members
from influencers.models import Membership

WINDOW = dt.timedelta(days=90)
ENOUGH = 3
OTHER = {"in": "out", "out": "in"}


def kept_up_by(side: str, day: dt.date, programs: Collection[int]) -> Sightings:
    """Return those with whom only `side` speaks: "out" is us, "in" is them. `since` is when the other fell silent."""
    start = dt.datetime.combine(day - WINDOW, dt.time.min, tzinfo=dt.UTC)
    speaks, silent = f"last_{side}_at", f"last_{OTHER[side]}_at"
    found = Membership.objects.tended().filter(
        Q(**{f"{silent}__isnull": True}) | Q(**{f"{silent}__lt": start}),
        Q(**{f"{speaks}__gte": start}),
        program__in=programs,
        joined_on__lte=day - WINDOW,
    )
    touches = Participation.objects.filter(membership=OuterRef("pk"), happened_at__gte=start)
    enough = Subquery(touches.order_by("-happened_at").values("happened_at")[ENOUGH - 1 : ENOUGH])
    return about_members(
        found.alias(enough=enough).filter(enough__isnull=False),
        since=Coalesce(TruncDate(silent, tzinfo=dt.UTC), "joined_on", output_field=DateField()),
    )
