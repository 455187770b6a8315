"""Decisions as numbers: who, how much was needed and given, how often it was pressed for."""

import datetime as dt

from engagement.models import Pressure
from tests.factories import MembershipFactory, RequestFactory, UserFactory

RANKS = {1: (1, 1), 2: (1, 2), 3: (1, 3), 4: (2, 2), 6: (2, 3), 9: (3, 3)}
ANSWERS = {0: ("decline", 0), 1: ("part", 0), 2: ("grant", 0), 3: ("grant", 900)}


def decided(member, need, response, at, *, pressed=0, public=0, after=0, **fields):
    """Return a decided request; pressed for so often before (and `after`) the decision."""
    impact, urgency = RANKS[need]
    decision, value = ANSWERS[response]
    wish = RequestFactory(
        membership=member, owner=fields.pop("owner", None) or member.owner or UserFactory(), impact=impact,
        urgency=urgency, decision=decision, value=value, decided_at=at, **fields,
    )  # fmt: skip
    days = [(at - dt.timedelta(days=2)).date()] * (pressed + public) + [
        (at + dt.timedelta(days=3)).date()
    ] * after
    for place, day in enumerate(days):
        kind = "public" if place < public else "again"
        Pressure.objects.create(
            advocate_request=wish,
            membership=member,
            kind=kind,
            on=day,
            note="Wrote again",
            noted_by=wish.owner,
        )
    return wish


def people(program, count):
    """Return so many settled members."""
    return [MembershipFactory(program=program, active=True) for _ in range(count)]
