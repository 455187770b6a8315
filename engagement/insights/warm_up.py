"""How far the warm-up of somebody new has come. Steps are ticked off by exchanges on record, and by nothing else."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from engagement.models import Participation
from engagement.models.touchpoints import LIVE, Direction, Kind
from influencers import clock
from influencers.models import Membership, Program, WarmUpStep
from influencers.models.memberships import TENDED
from influencers.saying import on_day

Step = WarmUpStep.Step
WARM_UP = dt.timedelta(days=100)
OURS = (Direction.OUT, Direction.BOTH)
TALKS = frozenset(LIVE)


@dataclass(frozen=True, slots=True)
class Taken:
    """A step, and the exchange that ticked it off; `done_on` is empty while none has."""

    step: WarmUpStep
    when: str
    late: bool
    done_on: dt.date | None = None
    touchpoint_id: int | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """What matters of a touchpoint here."""

    touchpoint_id: int
    kind: str
    direction: str
    day: dt.date


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody in their first weeks."""

    member: Membership
    steps: tuple[Taken, ...]

    @property
    def next(self) -> Taken | None:
        """Return the step that is due next."""
        return next((taken for taken in self.steps if taken.done_on is None), None)

    @property
    def done(self) -> int:
        """Return how many steps are done."""
        return sum(taken.done_on is not None for taken in self.steps)


def newcomers(program: Program, today: dt.date, limit: int = 50) -> list[Newcomer]:
    """Return those who came in within the last hundred days and have steps to go, in three statements."""
    members = (
        Membership.objects.filter(program=program, status__in=TENDED, joined_on__gt=today - WARM_UP)
        .select_related("advocate", "owner", "role")
        .order_by("joined_on", "pk")[:limit]
    )
    found = [Newcomer(member, steps) for member, steps in plans(program, members, today)]
    return sorted(
        (one for one in found if one.next), key=lambda one: one.next.step.due_on if one.next else today
    )


def plans(
    program: Program, members: Iterable[Membership], today: dt.date
) -> list[tuple[Membership, tuple[Taken, ...]]]:
    """Return the members with their steps, in the order in which they are due; two statements."""
    people = {member.pk: member for member in members}
    steps: dict[int, list[WarmUpStep]] = defaultdict(list)
    rows = WarmUpStep.objects.filter(membership__in=people).select_related("who").order_by("due_on", "pk")
    for step in rows:
        step.membership = people[step.membership_id]
        steps[step.membership_id].append(step)
    exchanges = _exchanges(program, steps)
    for member in people.values():
        member.program = program
    return [
        (people[pk], tuple(_taken(step, exchanges[pk], today) for step in planned))
        for pk, planned in steps.items()
    ]


def _exchanges(program: Program, steps: dict[int, list[WarmUpStep]]) -> dict[int, list[Exchange]]:
    found: dict[int, list[Exchange]] = defaultdict(list)
    if not steps:
        return found
    first = min(step.starts_on for planned in steps.values() for step in planned)
    rows = (
        Participation.objects.filter(
            membership__in=steps, happened_at__gte=clock.start_of(first, program.time_zone)
        )
        .exclude(touchpoint__standing="held")
        .order_by("happened_at", "pk")
        .values_list("membership", "touchpoint", "touchpoint__kind", "touchpoint__direction", "happened_at")
    )
    for member, touch, kind, direction, at in rows:
        found[member].append(Exchange(touch, kind, direction, program.today(at)))
    return found


def _taken(step: WarmUpStep, exchanges: list[Exchange], today: dt.date) -> Taken:
    late = step.due_on < today
    role = step.membership.role
    if step.step == Step.ROLE:
        told = role.told_on if role else None
        return Taken(step, on_day(step.due_on, today), late and told is None, told)
    for one in exchanges:
        if one.day >= step.starts_on and ticks(step.step, one.kind, one.direction):
            return Taken(step, on_day(one.day, today), False, one.day, one.touchpoint_id)
    return Taken(step, on_day(step.due_on, today), late)


def ticks(step: str, kind: str, direction: str) -> bool:
    """Tell whether an exchange is what this step asks for."""
    if step == Step.WELCOME:
        return direction in OURS and kind not in (Kind.LIKE, Kind.REPOST)
    if step == Step.CALL:
        return kind == Kind.CALL
    if step == Step.LUNCH:
        return kind in (Kind.LUNCH, Kind.MEETING)
    if step == Step.DAY_30:
        return kind in TALKS or (kind == Kind.MESSAGE and direction != Direction.OUT)
    return kind in TALKS and direction in OURS
