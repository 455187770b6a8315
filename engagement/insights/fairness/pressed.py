"""What was decided after somebody had pressed for it: in public first, then by how often."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Max, Q
from django.db.models.functions import TruncDate

from engagement.insights.fairness.decisions import GIVEN
from engagement.insights.fairness.period import Period
from engagement.insights.proportion import need_level, response_level, too_little, too_much
from engagement.models import AdvocateRequest, Pressure
from influencers.models import Program

FEW = 10
SHOWN = (
    "words", "decision", "value", "impact", "urgency", "rank", "reason", "despite", "decided_at",
    "membership__advocate__name", "membership__advocate__nickname", "decided_by__name", "decided_by__nickname",
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


def decided_after_pressure(program: Program, period: Period) -> tuple[Pressed, ...]:
    """Return the first ten; two statements. Days are those of UTC, here and in `decisions`."""
    day = TruncDate("advocate_request__decided_at", tzinfo=dt.UTC)
    of_these = Q(
        advocate_request__decided_at__gte=period.since, advocate_request__decided_at__lt=period.end,
        advocate_request__decision__in=GIVEN, advocate_request__state__in=["decided", "answered"],
    )  # fmt: skip
    found: Any = (
        Pressure.objects.filter(of_these, membership__program=program, advocate_request__rank__isnull=False)
        .alias(day=day)
        .filter(on__lte=F("day"))
        .values("advocate_request")
        .annotate(
            times=Count("pk"), public=Count("pk", filter=Q(kind="public")),
            escalated=Count("pk", filter=Q(kind="escalated")), last=Max("on"),
        )
        .order_by("-public", "-times", "-advocate_request")
    )  # fmt: skip
    rows = list(found[:FEW])
    people = AdvocateRequest.objects.select_related("membership__advocate", "decided_by").only(*SHOWN)
    wishes = people.in_bulk([row["advocate_request"] for row in rows])
    return tuple(_pressed(wishes[row["advocate_request"]], row, program) for row in rows)


def _pressed(wish: AdvocateRequest, row: dict[str, Any], program: Program) -> Pressed:
    response = response_level(wish.decision, wish.value, large=program.large_value)
    need = need_level(wish.impact, wish.urgency) or 0
    decided = wish.decided_at.astimezone(dt.UTC).date() if wish.decided_at else row["last"]
    return Pressed(
        wish=wish, times=row["times"], public=row["public"], escalated=row["escalated"],
        days=(decided - row["last"]).days, too_much=too_much(response, need), too_little=too_little(response, need),
    )  # fmt: skip
