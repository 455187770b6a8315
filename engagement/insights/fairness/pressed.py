"""What was decided after somebody had pressed for it: in public first, then by how often."""

import datetime as dt
from dataclasses import dataclass
from heapq import nlargest

from django.db.models import Prefetch

from engagement.insights.fairness.decisions import Decided
from engagement.insights.proportion import need_level, too_little, too_much
from engagement.models import AdvocateRequest, Pressure

FEW = 10
SHOWN = (
    "words", "decision", "impact", "urgency", "rank", "warned_of", "despite", "decided_at",
    "membership__advocate__name",
    "membership__advocate__nickname", "decided_by__name", "decided_by__nickname",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pressed:
    """A request, how often it was pressed for before it was decided, and what is remarkable about the answer."""

    wish: AdvocateRequest
    times: int
    public: int
    escalated: int
    days: int  # between the last time and the decision
    too_much: bool
    too_little: bool


def decided_after_pressure(decided: Decided) -> tuple[Pressed, ...]:
    """Return the first ten of these decisions that were pressed for; two statements. Days are those of UTC."""
    columns = zip(decided.public, decided.pressed, decided.pk, decided.response, strict=True)
    first = nlargest(FEW, [row for row in columns if row[1]])
    wishes = (
        AdvocateRequest.objects.select_related("membership__advocate", "decided_by")
        .prefetch_related(Prefetch("pressures", Pressure.objects.only("advocate_request", "kind", "on")))
        .only(*SHOWN)
        .in_bulk([pk for _public, _times, pk, _response in first])
    )
    return tuple(_pressed(wishes[row[2]], row) for row in first if row[2] in wishes)


def _pressed(wish: AdvocateRequest, row: tuple[int, int, int, int]) -> Pressed:
    public, times, _pk, response = row
    decided = wish.decided_at.astimezone(dt.UTC).date() if wish.decided_at else dt.date.max
    before = [event for event in wish.pressures.all() if event.on <= decided]
    need = need_level(wish.impact, wish.urgency) or 0
    return Pressed(
        wish=wish, times=times, public=public,
        escalated=sum(event.kind == Pressure.Kind.ESCALATED for event in before),
        days=min(((decided - event.on).days for event in before), default=0),
        too_much=too_much(response, need), too_little=too_little(response, need),
    )  # fmt: skip
