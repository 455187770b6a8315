"""They wait for our answer, and the day by which we answer has passed."""

import datetime as dt
from collections.abc import Collection

from engagement.watch.sightings import DaysAfter, Sightings, about_members
from influencers.models import Membership


def find(day: dt.date, programs: Collection[int]) -> Sightings:
    """Return those whose answer is late, whatever they are to the program."""
    found = Membership.objects.filter(program__in=programs, answer_due_on__lt=day)
    return about_members(found, since=DaysAfter("answer_due_on", 1))
