"""The day by which we decide what follows a term has passed, and nobody has decided."""

import datetime as dt
from collections.abc import Collection

from django.db.models import Exists, F, OuterRef, Q

from engagement.watch.sightings import DaysAfter, Sightings, about_members
from influencers.models import Membership, RotationDecision
from influencers.models.memberships import Status

STILL_TO_DECIDE = (Status.WELCOMING, Status.ACTIVE, Status.PAUSED)  # leaving: the farewell is the decision
EARLY = 120  # days; nobody decides earlier than this before the day by which one decides


def find(day: dt.date, programs: Collection[int]) -> Sightings:
    """Return members without a decision about their current term.

    A proposal is no decision. A decision is about the current term if they have still to be told, or if it was
    released no earlier than `EARLY` days before the day; an older one was about the term before.
    """
    late = Membership.objects.filter(program__in=programs, status__in=STILL_TO_DECIDE, decide_by__lt=day)
    decided = RotationDecision.objects.filter(
        Q(told_on__isnull=True) | Q(released_at__date__gte=DaysAfter(OuterRef("decide_by"), -EARLY)),
        membership=OuterRef("pk"),
        released_at__isnull=False,
    )
    return about_members(late.filter(~Exists(decided)), since=DaysAfter(F("decide_by"), 1))
