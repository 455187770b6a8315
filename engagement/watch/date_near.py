"""A date of theirs is near: a launch, a move, an exam. A reason to ask, or to wish them well."""

import datetime as dt
from collections.abc import Collection

from engagement.models.flags import DATE_AHEAD
from engagement.watch.sightings import DaysAfter, Sightings, about_subjects
from influencers.models import Fact
from influencers.models.memberships import SERVING


def find(day: dt.date, programs: Collection[int]) -> Sightings:
    """Return facts with a date within ten days, today included, of those in the program."""
    near = Fact.objects.true_on(day).filter(
        membership__program__in=programs, membership__status__in=SERVING,
        on_date__gte=day, on_date__lte=day + dt.timedelta(days=DATE_AHEAD),
    )  # fmt: skip
    return about_subjects(near, since=DaysAfter("on_date", -DATE_AHEAD))
