"""Whether both sides keep it up: a year of exchanges by month and by who spoke, and of what each asked and gave."""

import datetime as dt
import zoneinfo
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import CharField, Count, DateTimeField, DecimalField, F, Sum, Value
from django.db.models.functions import Cast, TruncMonth
from django.utils import formats

from engagement.insights.profile.give_and_ask import GiveAndAsk, given_and_asked
from engagement.models import Participation
from influencers import clock
from influencers.models import Membership
from influencers.often import Often

MONTHS = 12
WIDTH, GAP, HALF = 14, 4, 22  # of a bar, between bars, and the height of either side; in SVG units
COLUMNS = ("what", "side", "month", "n", "worth")


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
    gave: GiveAndAsk
    width: int = MONTHS * (WIDTH + GAP) - GAP
    height: int = 2 * HALF + 2
    middle: int = HALF
    bar: int = WIDTH


def balance(member: Membership, today: dt.date) -> Balance:
    """Return the last twelve months, this one included; one statement."""
    months = _months(today)
    zone = member.program.time_zone
    rows = _rows(zone)(member=member.pk, since=months[0], begin=clock.start_of(months[0], zone))
    theirs: Counter[dt.date] = Counter()
    ours: Counter[dt.date] = Counter()
    gave = GiveAndAsk()
    for what, side, month, count, worth in rows:
        if what != "spoke":
            gave.add(what, side, count, worth)
            continue
        theirs[month.date()] += count if side in ("in", "both") else 0
        ours[month.date()] += count if side in ("out", "both") else 0
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
    return Balance(bars, sum(bar.theirs for bar in bars), sum(bar.ours for bar in bars), gave)


@cache
def _rows(zone: str) -> "Often[tuple[Any, ...]]":
    """Return the question for (what, side, month, count, worth): what was spoken, given, asked."""
    return Often(lambda member, since, begin: _written(member, since, begin, zone))


def _written(member: int, since: dt.date, begin: dt.datetime, zone: str) -> Any:
    spoke: Any = (
        Participation.objects.filter(membership=member, happened_at__gte=begin)
        .order_by()
        .annotate(
            what=Value("spoke", output_field=CharField()),
            side=F("touchpoint__direction"),
            month=TruncMonth("happened_at", tzinfo=zoneinfo.ZoneInfo(zone)),
        )
        .values("what", "side", "month")
        .annotate(n=Count("pk"), worth=Sum(Value(0, output_field=MONEY), output_field=MONEY))
    )
    others = [
        rows.order_by()
        .annotate(what=Value(what, output_field=CharField()), side=side, month=NO_MONTH)
        .values("what", "side", "month")
        .annotate(n=Count("pk"), worth=Sum(worth, output_field=MONEY))
        .values_list(*COLUMNS)
        for what, rows, side, worth in given_and_asked(member, since)
    ]
    return spoke.values_list(*COLUMNS).union(*others, all=True)


MONEY: Any = DecimalField(max_digits=14, decimal_places=2)
NO_MONTH = Cast(Value(None), DateTimeField())


def _months(today: dt.date) -> list[dt.date]:
    """Return the first days of the last twelve months, oldest first."""
    count = today.year * 12 + today.month - 1
    return [dt.date(n // 12, n % 12 + 1, 1) for n in range(count - MONTHS + 1, count + 1)]
