"""What the watchers `no_owner`, `no_role` and `no_date` share: who should have been settled by now.

Somebody new has the program's `welcome_days` to be given role, owner and dates. Everybody else in the program has
them, always.
"""

import datetime as dt
from collections.abc import Collection

from django.db.models import Case, DateField, F, When

from engagement.watch.sightings import DaysAfter, on_day
from influencers.models import Membership, MembershipQuerySet
from influencers.models.memberships import Status

WELCOME_ENDS = DaysAfter("joined_on", F("program__welcome_days"))


def should_be_settled(day: dt.date, programs: Collection[int]) -> MembershipQuerySet:
    """Return those in the program whose welcome is over."""
    serving = Membership.objects.serving().filter(program__in=programs)
    return serving.alias(welcome_ends=WELCOME_ENDS).exclude(status=Status.WELCOMING, welcome_ends__gte=day)


def since_welcome_or(day: dt.date) -> Case:
    """Return since when somebody is unsettled: the end of their welcome, else unknown, so the day it is seen."""
    return Case(
        When(status=Status.WELCOMING, then=DaysAfter(WELCOME_ENDS, 1)),
        default=on_day(day),
        output_field=DateField(),
    )
