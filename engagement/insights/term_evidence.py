"""What a term was: exchanges, promises, requests, what they gave and were given, and what they said last.

For the rows of one page of a review, in four statements, however many rows.
"""

import zoneinfo
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, Count, F, Q, QuerySet, Value, Window
from django.db.models.functions import Cast, Left, RowNumber, TruncDate

from engagement.models import AdvocateRequest, Ask, Participation, Promise, Touchpoint
from engagement.models.asks import State
from influencers.models import Grant, Program, RotationDecision, Vouch

SAID = 3  # the last things they said
LONGEST = 240  # letters of each
OURS = "membership__rotation_decisions"  # the way from what happened to the decision it is evidence for


@dataclass(frozen=True, slots=True)
class Said:
    """Something they said, or that we noted of what they said."""

    touchpoint_id: int
    kind: str
    at: Any
    words: str
    is_note: bool


@dataclass(slots=True)
class Evidence:
    """What is on record of one member's term."""

    kinds: Counter[str] = field(default_factory=Counter)  # of exchange
    sides: Counter[str] = field(default_factory=Counter)  # in, out, both
    promises: Counter[tuple[str, str]] = field(default_factory=Counter)  # by (us or them, state)
    requests: Counter[str] = field(default_factory=Counter)  # by what was answered; waiting
    gave: Counter[str] = field(default_factory=Counter)  # kinds of what they delivered
    vouched: int = 0
    perks: Counter[str] = field(default_factory=Counter)
    said: list[Said] = field(default_factory=list)

    @property
    def exchanges(self) -> int:
        """How often we were in touch."""
        return sum(self.kinds.values())


def gather(program: Program, decisions: Sequence[RotationDecision]) -> dict[int, Evidence]:
    """Return the evidence for these decisions, by the id of the decision."""
    found = {decision.pk: Evidence() for decision in decisions}
    if not found:
        return found
    ids = list(found)
    for pk, kind, direction, count in _touches(program, ids):
        found[pk].kinds[kind] += count
        found[pk].sides[direction] += count
    for pk, what, first, second, count in _counted(program, ids):
        _note(found[pk], what, first, second, count)
    for pk, said in _said(ids).items():
        found[pk].said = said
    return found


def _since(rows: QuerySet[Any], ids: list[int], day: Any) -> Any:
    """Return those of the decisions' members since their term began.

    One filter for both: in two, Django would look at every decision there ever was about a member.
    """
    begun = Q(**{f"{OURS}__evidence_from__isnull": True}) | Q(day__gte=F(f"{OURS}__evidence_from"))
    return rows.order_by().alias(day=day).filter(begun, **{f"{OURS}__in": ids})


def _touches(program: Program, ids: list[int]) -> Any:
    day = TruncDate("happened_at", tzinfo=zoneinfo.ZoneInfo(program.time_zone))
    rows = _since(Participation.objects.exclude(touchpoint__standing="held"), ids, day)
    return rows.values_list(f"{OURS}__pk", "touchpoint__kind", "touchpoint__direction").annotate(
        n=Count("pk")
    )


def _counted(program: Program, ids: list[int]) -> Any:
    """Return (decision, what, first, second, count) of all that is only counted, in one statement."""
    delivered = Ask.objects.filter(state__in=[State.DELIVERED, State.THANKED])
    vouches = Vouch.objects.filter(
        by_membership__rotation_decisions__in=ids, withdrawn_on__isnull=True
    ).order_by()
    parts = [
        _part(_since(Promise.objects.all(), ids, F("due_on")), "promise", "made_by", "state"),
        _part(_since(AdvocateRequest.objects.all(), ids, F("asked_on")), "request", "state", "decision"),
        _part(_since(delivered, ids, F("delivered_on")), "ask", "kind", "state"),
        _part(_since(Grant.objects.standing(), ids, F("given_on")), "perk", "perk__name", ""),
        _part(vouches, "vouch", "", "", "by_membership__rotation_decisions__pk"),
    ]
    return parts[0].union(*parts[1:], all=True)


def _part(rows: QuerySet[Any], what: str, first: str, second: str, pk: str = f"{OURS}__pk") -> Any:
    columns = {"what": _text(Value(what)), "first": _named(first), "second": _named(second)}
    return rows.annotate(whose=F(pk), **columns).values_list("whose", *columns).annotate(n=Count("pk"))


def _named(column: str) -> Any:
    return _text(F(column) if column else Value(""))


def _text(expression: Any) -> Cast:
    return Cast(expression, CharField(max_length=200))


def _note(evidence: Evidence, what: str, first: str, second: str, count: int) -> None:
    if what == "promise":
        evidence.promises[first, second] += count
    elif what == "request":
        evidence.requests[second if first == AdvocateRequest.State.ANSWERED else "waiting"] += count
    elif what == "ask":
        evidence.gave[first] += count
    elif what == "perk":
        evidence.perks[first] += count
    else:
        evidence.vouched += count


def _said(ids: list[int]) -> dict[int, list[Said]]:
    """Return the last words of each: theirs, and our notes of what was said when we spoke."""
    theirs = Q(touchpoint__standing="received") | Q(touchpoint__standing="note", touchpoint__direction="both")
    theirs |= Q(touchpoint__standing="imported", touchpoint__direction__in=["in", "both"])
    rows = (
        Participation.objects.filter(theirs, **{f"{OURS}__in": ids}).exclude(touchpoint__words="").order_by()
    )
    place = Window(
        RowNumber(), partition_by=[F(f"{OURS}__pk")], order_by=[F("happened_at").desc(), F("pk").desc()]
    )
    latest = (
        rows.annotate(place=place).filter(place__lte=SAID).values_list(f"{OURS}__pk", "touchpoint", "place")
    )
    order = {(pk, touch): number for pk, touch, number in latest}
    words = {
        pk: row
        for pk, *row in Touchpoint.objects.filter(pk__in={touch for _pk, touch in order})
        .order_by()
        .values_list("pk", "kind", "happened_at", Left("words", LONGEST), "standing")
    }
    found: dict[int, list[Said]] = defaultdict(list)
    for pk, touch in sorted(order, key=lambda key: order[key]):
        kind, at, text, standing = words[touch]
        found[pk].append(Said(touch, kind, at, text, standing == "note"))
    return found
