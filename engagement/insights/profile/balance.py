"""Whether both sides keep the conversation up: a year of exchanges by month and by who spoke, drawn as bars."""

import datetime as dt
import zoneinfo
from collections import Counter
from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.utils import formats

from engagement.models import Participation
from influencers import clock
from influencers.models import Membership

MONTHS = 12
WIDTH, GAP, HALF = 14, 4, 22  # of a bar, between bars, and the height of either side; in SVG units


@dataclass(frozen=True, slots=True)
class Bar:
    """A month: what they and we said, and where its two bars stand."""

    month: str
    theirs: int
    ours: int
    x: int
    up: float
    down: float

    @property
    def top(self) -> float:
        """Where their bar begins; it ends on the middle line."""
        return HALF - self.up

    @property
    def base(self) -> int:
        """Where our bar begins, under the middle line."""
        return HALF + 1


@dataclass(frozen=True, slots=True)
class Balance:
    """A year. An exchange both ways counts for both sides."""

    bars: tuple[Bar, ...]
    theirs: int
    ours: int
    width: int = MONTHS * (WIDTH + GAP) - GAP
    height: int = 2 * HALF + 2
    middle: int = HALF
    bar: int = WIDTH


def balance(member: Membership, today: dt.date) -> Balance:
    """Return the last twelve months, this one included; one statement."""
    months = _months(today)
    zone = member.program.time_zone
    rows = (
        Participation.objects.filter(membership=member, happened_at__gte=clock.start_of(months[0], zone))
        .order_by()
        .annotate(month=TruncMonth("happened_at", tzinfo=zoneinfo.ZoneInfo(zone)))
        .values_list("month", "touchpoint__direction")
        .annotate(n=Count("pk"))
    )
    theirs: Counter[dt.date] = Counter()
    ours: Counter[dt.date] = Counter()
    for month, direction, count in rows:
        theirs[month.date()] += count if direction in ("in", "both") else 0
        ours[month.date()] += count if direction in ("out", "both") else 0
    most = max([1, *theirs.values(), *ours.values()])
    bars = tuple(
        Bar(
            month=formats.date_format(month, "YEAR_MONTH_FORMAT"),
            theirs=theirs[month],
            ours=ours[month],
            x=place * (WIDTH + GAP),
            up=round(theirs[month] / most * HALF, 1),
            down=round(ours[month] / most * HALF, 1),
        )
        for place, month in enumerate(months)
    )
    return Balance(bars, sum(bar.theirs for bar in bars), sum(bar.ours for bar in bars))


def _months(today: dt.date) -> list[dt.date]:
    """Return the first days of the last twelve months, oldest first."""
    count = today.year * 12 + today.month - 1
    return [dt.date(n // 12, n % 12 + 1, 1) for n in range(count - MONTHS + 1, count + 1)]
