"""Who vouches for whom and who knows whom: as a drawing, and as a list that says the same."""

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import F

from influencers.insights.ties.layout import groups, placed
from influencers.insights.ties.records import Show, Tie, neighbors, ties
from influencers.models import Membership, Program

__all__ = ["Drawing", "Edge", "Face", "Line", "Show", "around", "of_program"]

DRAWN = 80  # people in one drawing
FACE = 19  # radius of a face
GAP = 4  # between a line and a face


@dataclass(frozen=True, slots=True)
class Face:
    """A person in the drawing. `beyond` is how many of their ties lead to people outside of it."""

    advocate_id: int
    name: str
    called: str
    x: float
    y: float
    center: bool
    words_of_colleagues: int
    beyond: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A line in the drawing: an arrow for a vouch."""

    kind: str
    x1: float
    y1: float
    x2: float
    y2: float
    gone: bool
    checked: bool
    apart: bool
    title: str


@dataclass(frozen=True, slots=True)
class Line:
    """A tie in the list. `one_name` is the colleague's where `one_id` is 0."""

    tie: Tie
    one_id: int
    one_name: str
    other_id: int
    other_name: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is shown, and of how much it is a part. Parts are counted from 1."""

    faces: tuple[Face, ...]
    edges: tuple[Edge, ...]
    lines: tuple[Line, ...]
    width: int
    height: int
    people: int
    part: int
    parts: int


Names = dict[int, tuple[int, str, str]]


def of_program(program: Program, show: Show, day: dt.date, *, part: int = 1) -> Drawing:
    """Return a part of the people of a program who have ties, whole groups together, in three statements."""
    found = ties(program, show, day)
    everybody = _knots(found)
    near = _neighbors(found, everybody)
    order = [one for group in groups(sorted(everybody), near) for one in group]
    parts = max(1, math.ceil(len(order) / DRAWN))
    part = min(max(part, 1), parts)
    return _drawn(found, order[(part - 1) * DRAWN : part * DRAWN], near, part=part, parts=parts)


def around(member: Membership, show: Show, day: dt.date, near: Collection[int] | None = None) -> Drawing:
    """Return the people up to two steps from a member, with them in the middle, in four statements.

    Three where it is known already who is one step away: `near`.
    """
    found = ties(member.program, show, day, neighbors(member, show, day) if near is None else near)
    tied = _neighbors(found, _knots(found) | {member.pk})
    order = groups(sorted(tied), tied, member.pk)[0]
    return _drawn(found, order[:DRAWN], tied, center=member.pk, everybody=len(order))


def _knots(found: Iterable[Tie]) -> set[int]:
    return {pk for tie in found for pk in (tie.one, tie.other) if pk is not None}


def _neighbors(found: Iterable[Tie], people: Collection[int]) -> dict[int, list[int]]:
    near: dict[int, set[int]] = {one: set() for one in people}
    for tie in found:
        if tie.one is not None:
            near[tie.one].add(tie.other)
            near[tie.other].add(tie.one)
    return {one: sorted(others) for one, others in near.items()}


def _drawn(
    found: list[Tie], people: list[int], near: dict[int, list[int]], *, center: int | None = None, part: int = 1,
    parts: int = 1, everybody: int = 0,
) -> Drawing:  # fmt: skip
    shown = set(people)
    inside = {one: [other for other in near[one] if other in shown] for one in people}
    places, width, height = placed(people, inside, center) if people else ({}, 0, 0)
    names = _names(shown)
    here = [tie for tie in found if tie.other in shown and (tie.one is None or tie.one in shown)]
    lines = tuple(_line(tie, names) for tie in here if tie.other in names and (tie.one or 0) in {0, *names})
    own = Counter(tie.other for tie in here if tie.one is None and tie.gone_on is None)
    return Drawing(
        faces=tuple(
            Face(
                advocate_id=names[one][0], name=names[one][1], called=names[one][2],
                x=round(places[one][0], 1), y=round(places[one][1], 1), center=one == center,
                words_of_colleagues=own[one], beyond=len(near[one]) - len(inside[one]),
            )
            for one in people
            if one in names
        ),
        edges=tuple(_edges(lines, places)),
        lines=lines,
        width=width,
        height=height,
        people=everybody or len(near),
        part=part,
        parts=parts,
    )  # fmt: skip


def _names(members: Collection[int]) -> Names:
    rows = Membership.objects.filter(pk__in=members).values_list(
        "pk", "advocate_id", "advocate__name", F("advocate__nickname")
    )
    return {pk: (advocate, name, nickname or name.split(" ")[0]) for pk, advocate, name, nickname in rows}


def _line(tie: Tie, names: Names) -> Line:
    one_id, one_name, _called = names[tie.one] if tie.one is not None else (0, tie.colleague, "")
    other_id, other_name, _called = names[tie.other]
    return Line(tie, one_id, one_name, other_id, other_name)


def _edges(lines: Iterable[Line], places: dict[int, tuple[float, float]]) -> Iterable[Edge]:
    """Yield the lines between faces; those of the same two people beside each other."""
    between: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        if line.tie.one is not None:
            between[min(line.tie.one, line.tie.other), max(line.tie.one, line.tie.other)].append(line)
    for pair in between.values():
        for place, line in enumerate(pair):
            yield _edge(line, places, (place - (len(pair) - 1) / 2) * 7)


def _edge(line: Line, places: dict[int, tuple[float, float]], aside: float) -> Edge:
    tie = line.tie
    (x1, y1), (x2, y2) = places[tie.one or 0], places[tie.other]
    far = math.hypot(x2 - x1, y2 - y1) or 1.0
    dx, dy = (x2 - x1) / far, (y2 - y1) / far
    # Both directions of a pair step aside to the same side.
    side = aside if (tie.one or 0) < tie.other else -aside
    start, end = FACE + GAP, FACE + GAP + (5 if tie.is_vouch else 0)
    return Edge(
        kind=tie.kind,
        x1=round(x1 + dx * start - dy * side, 1), y1=round(y1 + dy * start + dx * side, 1),
        x2=round(x2 - dx * end - dy * side, 1), y2=round(y2 - dy * end + dx * side, 1),
        gone=tie.gone_on is not None, checked=tie.checked_on is not None, apart=tie.apart,
        title=f"{line.one_name} → {line.other_name}" if tie.is_vouch else f"{line.one_name} – {line.other_name}",
    )  # fmt: skip
