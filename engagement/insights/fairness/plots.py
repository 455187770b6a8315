"""Where things stand in the page's drawings: numbers in units of the SVG; words and colors are the template's."""

from collections import Counter
from dataclasses import dataclass
from itertools import compress
from math import sqrt

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from engagement.insights.fairness.decisions import Decided
from engagement.insights.proportion import need_level, too_little, too_much

NEEDS = (1, 2, 3, 4, 6, 9)  # the ranks that impact times urgency can have
LEVELS = {
    level: {
        impact * urgency
        for impact in (1, 2, 3)
        for urgency in (1, 2, 3)
        if need_level(impact, urgency) == level
    }
    for level in (1, 2, 3)
}
RESPONSES: dict[int, LazyText] = {
    0: _("Nothing"),
    1: _("A part"),
    2: _("All of it"),
    3: _("All, and large"),
}
LEFT, TOP, STEP_X, STEP_Y = 92, 14, 62, 58  # of the grid
LARGEST = 25  # radius


@dataclass(frozen=True, slots=True)
class Cell:
    """Decisions of one need and one response: how many, how many of them loud, and the circles for both."""

    need: int
    response: int
    count: int
    loud: int
    x: float
    y: float
    radius: float
    loud_radius: float
    out: str  # "much" or "little" where the answer is out of proportion to the need

    @property
    def corner(self) -> tuple[float, float]:
        """Where its field of the grid begins."""
        return self.x - STEP_X / 2, self.y - STEP_Y / 2


@dataclass(frozen=True, slots=True)
class Grid:
    """Response against need."""

    cells: tuple[Cell, ...]
    table: tuple[tuple[str | LazyText, tuple[Cell, ...]], ...]
    needs: tuple[tuple[int, float], ...]
    responses: tuple[tuple[str | LazyText, float], ...]
    loud: int
    width: int = LEFT + len(NEEDS) * STEP_X
    height: int = TOP + len(RESPONSES) * STEP_Y + 34
    left: int = LEFT
    top: int = TOP
    field_width: int = STEP_X
    field_height: int = STEP_Y
    bottom: int = TOP + len(RESPONSES) * STEP_Y


def grid(decided: Decided) -> Grid:
    """Return the plot of what was given against what was needed."""
    # One number a field: counting twenty thousand numbers takes a quarter of the time of counting as many pairs.
    coded = [need * 10 + response for need, response in zip(decided.need, decided.response, strict=True)]
    all_of_them, loudest = Counter(coded), Counter(compress(coded, decided.loud))
    most = max(all_of_them.values(), default=1)
    across = {need: LEFT + (place + 0.5) * STEP_X for place, need in enumerate(NEEDS)}
    up = {response: TOP + (3 - response + 0.5) * STEP_Y for response in RESPONSES}

    def cell(need: int, response: int) -> Cell:
        count, loudly = all_of_them[need * 10 + response], loudest[need * 10 + response]
        radii = _radius(count, most), _radius(loudly, most)
        return Cell(need, response, count, loudly, across[need], up[response], *radii, _out(need, response))

    table = tuple(
        (label, tuple(cell(need, response) for need in NEEDS)) for response, label in RESPONSES.items()
    )
    return Grid(
        cells=tuple(one for _label, line in table for one in line),
        table=table[::-1],
        needs=tuple(across.items()),
        responses=tuple((label, up[response]) for response, label in RESPONSES.items()),
        loud=loudest.total(),
    )


def _out(rank: int, response: int) -> str:
    need = next(level for level, ranks in LEVELS.items() if rank in ranks)
    return "much" if too_much(response, need) else "little" if too_little(response, need) else ""


def _radius(count: int, most: int) -> float:
    """Return the radius of a circle whose area is in proportion; one that is seen at all."""
    return round(max(sqrt(count / most) * LARGEST, 3.5), 1) if count else 0


@dataclass(frozen=True, slots=True)
class Whisker:
    """An estimate on a line of 0 to 100: where it stands, where its interval begins and how long that is."""

    at: float
    start: float
    length: float


def whisker(value: float, low: float, high: float) -> Whisker:
    """Return where a share of 0 to 1 and its interval are drawn."""
    start, end = (round(min(max(end, 0), 1) * 100, 1) for end in (low, high))
    return Whisker(round(min(max(value, 0), 1) * 100, 1), start, round(max(end - start, 0.6), 1))
