"""Where people stand in the drawing: round the best connected of them, ring by ring. The same each time.

A radial tree: everybody stands one ring further out than the person through whom they are reached, in the slice of
the circle that belongs to that person; a slice is as wide as the people in it need. Groups that have nothing to do
with each other are drawn side by side. Plain Python, linear in people and ties.
"""

import math
from collections import deque
from collections.abc import Mapping, Sequence

Place = tuple[float, float]
Neighbors = Mapping[int, Sequence[int]]

ROOM = 96  # along a ring, for a face and the name under it
RING = 104  # from ring to ring
EDGE = 56  # round a group
WIDE = 640  # the drawing, before groups go into the next row


def groups(people: Sequence[int], neighbors: Neighbors, first: int | None = None) -> list[list[int]]:
    """Return who hangs together: each group from its center outwards, the largest group first.

    The center is who has most ties; `first`, where given, is the center of the group they are in.
    """
    ranked = sorted(people, key=lambda one: (one != first, -len(neighbors[one]), one))
    seen: set[int] = set()
    found = []
    for center in ranked:
        if center not in seen:
            found.append(_outwards(center, neighbors))
            seen |= set(found[-1])
    return sorted(found, key=lambda group: (group[0] != first, -len(group), group[0]))


def placed(
    people: Sequence[int], neighbors: Neighbors, first: int | None = None
) -> tuple[dict[int, Place], int, int]:
    """Return where each person stands, and the width and height of the drawing."""
    places: dict[int, Place] = {}
    left = top = right = row = 0.0
    for group in groups(people, neighbors, first):
        drawn, width, height = _normal(_radial(group, neighbors))
        if left and left + width > WIDE:
            left, top, row = 0.0, top + row, 0.0
        places.update({one: (x + left, y + top) for one, (x, y) in drawn.items()})
        left, row = left + width, max(row, height)
        right = max(right, left)
    return places, math.ceil(right), math.ceil(top + row)


def _outwards(center: int, neighbors: Neighbors) -> list[int]:
    order, waiting = [center], deque([center])
    seen = {center}
    while waiting:
        for other in sorted(neighbors[waiting.popleft()], key=lambda one: (-len(neighbors[one]), one)):
            if other not in seen:
                seen.add(other)
                order.append(other)
                waiting.append(other)
    return order


def _radial(group: Sequence[int], neighbors: Neighbors) -> dict[int, Place]:
    """Place a group round its first person."""
    depth, children = {group[0]: 0}, {one: [] for one in group}  # type: dict[int, int], dict[int, list[int]]
    for one in group:  # from the center outwards: whoever is reached first is who one is reached through
        for other in sorted(neighbors[one]):
            if other not in depth:
                depth[other] = depth[one] + 1
                children[one].append(other)
    leaves: dict[int, int] = {}
    for one in reversed(group):
        leaves[one] = sum(leaves[child] for child in children[one]) or 1
    angles: dict[int, float] = {}
    slices = {group[0]: (0.0, math.tau)}
    for one in group:
        start, end = slices[one]
        angles[one] = (start + end) / 2
        for child in children[one]:
            width = (end - start) * leaves[child] / leaves[one]
            slices[child] = (start, start + width)
            start += width
    rings = _rings(depth, angles)
    places: dict[int, Place] = {}
    for one in group:
        far, turned = rings[depth[one]], angles[one] - math.tau / 4
        places[one] = (far * math.cos(turned), far * math.sin(turned))
    return places


def _rings(depth: Mapping[int, int], angles: Mapping[int, float]) -> list[float]:
    """Return how far out each ring is: a ring further than the last, and far enough for the two closest on it."""
    standing: list[list[float]] = [[] for _ring in range(max(depth.values()) + 1)]
    for one, ring in depth.items():
        standing[ring].append(angles[one])
    rings = [0.0]
    for around in standing[1:]:
        around.sort()
        closest = min(
            (
                after - before
                for before, after in zip(around, [*around[1:], around[0] + math.tau], strict=True)
            ),
            default=math.tau,
        )
        rings.append(max(rings[-1] + RING, ROOM / closest))
    return rings


def _normal(places: Mapping[int, Place]) -> tuple[dict[int, Place], float, float]:
    """Move a drawing so that it begins at its edge; return it with its width and height."""
    left = min(x for x, _y in places.values()) - EDGE
    top = min(y for _x, y in places.values()) - EDGE
    moved = {one: (x - left, y - top) for one, (x, y) in places.items()}
    width = max(x for x, _y in moved.values()) + EDGE
    return moved, width, max(y for _x, y in moved.values()) + EDGE
