"""A request was not decided in time, or decided and not answered."""

import datetime as dt
from collections.abc import Collection

from django.db.models import Case, F, SmallIntegerField, Value, When

from engagement.models import AdvocateRequest
from engagement.watch.sightings import Sightings, about_subjects

UNDECIDED, UNANSWERED = 1, 2


def find(day: dt.date, programs: Collection[int]) -> Sightings:
    """Return requests that are late: threshold 1 waits for a decision, 2 for its answer."""
    late = AdvocateRequest.objects.overdue_on(day).filter(membership__program__in=programs)
    undecided = When(state=AdvocateRequest.State.OPEN, then=Value(UNDECIDED))
    return about_subjects(
        late,
        threshold=Case(undecided, default=Value(UNANSWERED), output_field=SmallIntegerField()),
        since=F("overdue_from"),
    )
