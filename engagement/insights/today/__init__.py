"""Today: whom to look after and why, what is due, who waits, whose time ends. Eight statements, however many rows."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from engagement.insights import known as knowing
from engagement.insights.known import Known
from engagement.insights.today import lines, questions
from engagement.insights.today.day import Day, Line, Mark, Worth
from engagement.insights.urgency import FEW, URGENCY, a_few, by_member
from engagement.models import AdvocateRequest, Flag, Promise, Touchpoint
from influencers.models import Program, User
from influencers.often import OftenAmong
from influencers.saying import at_most

__all__ = ["Day", "Line", "Mark", "Worth", "today"]

Kind = Flag.Kind
SMALL = 20_000  # followers; fewer is no loud voice
PROMISE = ("text", "made_by", "due_on", "overdue_from")
REQUEST = ("words", "state", "asked_on", "due_on", "overdue_from")
GIVES = 3  # exchanges in a year from which somebody counts as giving


def today(*, program: Program, now: dt.datetime, mine: User | None = None, people: int = FEW) -> Day:
    """Return the day of `program`, or what of it lies on the shoulders of `mine`, with at most so many `people`."""
    day = program.today(now)
    whose: dict[str, int] = {"mine": mine.pk} if mine else {}
    asked = questions.asked("mine" if mine else "everybody", people)
    ids, counts = asked(program=program.pk, day=day, **whose)
    slipping = set(ids[questions.SLIPPING])
    flags = _flags(slipping.union(*(ids[kind] for kind in URGENCY)))
    ranked = by_member(flags, day)
    likely = {of_one[0].membership_id for of_one in a_few(ranked, people)}
    likely |= {flag.membership_id for flag in flags if flag.pk in slipping}
    known = knowing.members(program, likely | {*ids["waiting"], *ids["rotations"]}, now)
    quiet = quiet_one(known[flag.membership_id] for flag in flags if flag.pk in slipping)
    chosen = a_few(ranked, people, quiet)
    first = [of_one[0] for of_one in chosen]
    promises, requests, held = _things(program, ids, first, known)
    said = _Told(first)
    others = counts["flags"] - sum(len(of_one) for of_one in chosen)
    return Day(
        people=tuple(_worth(of_one, known, day, mine, quiet) for of_one in chosen),
        more=at_most(others) if others > 0 else "",
        promises=tuple(
            lines.promise_line(promises[pk], day)
            for pk in said.leave_out([*ids["promises"], *ids["theirs"]], Kind.PROMISE_OVERDUE)
        ),
        requests=tuple(
            lines.request_line(requests[pk], day)
            for pk in said.leave_out(ids["requests"], Kind.REQUEST_OVERDUE)
        ),
        waiting=tuple(
            lines.waiting_line(known[pk], day) for pk in said.others(ids["waiting"], Kind.UNANSWERED)
        ),
        held=tuple(lines.held_line(touch, day) for touch in held),
        rotations=tuple(
            lines.leaving_line(known[pk], day)
            for pk in said.others(ids["rotations"], Kind.ROTATION_DUE, Kind.DECIDE_BY)
        ),
        nobody_yet=not ids["anybody"],
        limbo=at_most(counts["limbo"]) if counts["limbo"] else "",
    )


def _things_of(model: Any, *own: str) -> OftenAmong[Any]:
    people = [f"{who}__{name}" for who in ("membership__advocate", "owner") for name in knowing.NAMES]
    return OftenAmong(
        lambda ids: (
            model.objects.filter(pk__in=ids)
            .select_related("membership__advocate", "owner")
            .only(*own, *people)
        )
    )


_flags = OftenAmong(lambda ids: Flag.objects.filter(pk__in=ids))
_promises, _requests = _things_of(Promise, *PROMISE), _things_of(AdvocateRequest, *REQUEST)


class _Told:
    """What the people's reasons tell already: nothing stands on the page twice."""

    def __init__(self, shown: Collection[Flag]) -> None:
        self.shown = shown

    def leave_out(self, ids: Collection[int], kind: str) -> list[int]:
        """Return the promises or requests that no reason is about."""
        told = {flag.subject_id for flag in self.shown if flag.kind == kind}
        return [pk for pk in ids if pk not in told]

    def others(self, ids: Collection[int], *kinds: str) -> list[int]:
        """Return the members of whom no reason of these kinds tells."""
        told = {flag.membership_id for flag in self.shown if flag.kind in kinds}
        return [pk for pk in ids if pk not in told]


def _worth(
    flags: list[Flag], known: dict[int, Known], day: dt.date, mine: User | None, quiet: int | None
) -> Worth:
    member = flags[0].membership_id
    return lines.worth(flags, known[member], day, everybody=mine is None, quiet=member == quiet)


def quiet_one(slipping: Iterable[Known]) -> int | None:
    """Return who of those just slipping away gives the most with a small audience: loud ones would hide them."""
    giving = [one for one in slipping if one.gave >= GIVES and one.audience < SMALL]
    best = max(giving, key=lambda one: (one.gave, -one.audience, -one.member.pk), default=None)
    return best.member.pk if best else None


def _things(
    program: Program, ids: dict[str, list[int]], shown: Collection[Flag], known: dict[int, Known]
) -> tuple[dict[int, Promise], dict[int, AdvocateRequest], list[Touchpoint]]:
    """Fetch promises, requests and words, those that the shown flags are about included, and hand these out."""
    about: dict[str, set[int]] = defaultdict(set)
    for flag in shown:
        about[flag.kind].add(flag.subject_id)
    promises = _by_id(Promise, {*ids["promises"], *ids["theirs"], *about[Kind.PROMISE_OVERDUE]})
    requests = _by_id(
        AdvocateRequest, {*ids["requests"], *about[Kind.REQUEST_OVERDUE], *about[Kind.LOOK_AGAIN]}
    )
    decisions = knowing.decisions(about[Kind.NOT_TOLD])
    wanted = [flag.membership_id for flag in shown] + ids["waiting"]
    words = knowing.words(program, {known[pk].said_last_id for pk in wanted} | set(ids["held"]))
    for pk in wanted:
        one = known[pk]
        one.said_last = words.get(one.said_last_id)
        one.promises, one.requests, one.decisions = promises, requests, decisions
    return promises, requests, [words[pk] for pk in ids["held"] if pk in words]


def _by_id(model: Any, ids: Collection[int]) -> dict[int, Any]:
    if not ids:
        return {}
    return {row.pk: row for row in (_promises(ids) if model is Promise else _requests(ids))}
