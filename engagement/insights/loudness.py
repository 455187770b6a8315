"""How loud a request was and how far its asker reaches: shown once the need was assessed, beside the rank."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, Sum

from engagement.models import AdvocateRequest, Pressure
from influencers.models import Account

YEAR = dt.timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Loudness:
    """Figures that stand beside a rank and are no part of it."""

    asked_this_year: int = 0  # requests of theirs in a year, this one included
    again: int = 0
    escalated: int = 0
    public: int = 0
    followers: int = 0
    events: list[Pressure] = field(default_factory=list)

    @property
    def is_quiet(self) -> bool:
        """Whether nobody pressed for it."""
        return not self.events


def loudness(wish: AdvocateRequest) -> Loudness | None:
    """Return how loud a request was, in three statements; None, without asking, before its need was assessed."""
    if not wish.is_assessed:
        return None
    member = wish.membership
    events = list(wish.pressures.select_related("noted_by"))
    kinds = [event.kind for event in events]
    asked: Any = AdvocateRequest.objects.filter(membership=member).aggregate(
        n=Count("pk", filter=Q(asked_on__gt=wish.asked_on - YEAR, asked_on__lte=wish.asked_on))
    )
    reach = Account.objects.filter(advocate=member.advocate_id).aggregate(n=Sum("followers"))
    return Loudness(
        asked_this_year=asked["n"], again=kinds.count(Pressure.Kind.AGAIN),
        escalated=kinds.count(Pressure.Kind.ESCALATED), public=kinds.count(Pressure.Kind.PUBLIC),
        followers=reach["n"] or 0, events=events,
    )  # fmt: skip
