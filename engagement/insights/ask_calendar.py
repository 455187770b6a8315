"""A month of what we ask of people: who is to do what by which day, for whom. Two statements, however much is asked."""

import calendar
import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber
from django.utils import formats

from engagement.models import Ask, AskQuerySet
from influencers.models import Program

SHOWN = 4  # of one day; the others are a link away
ONE = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar. `more` is how many asks are not shown."""

    date: dt.date
    asks: tuple[Ask, ...]
    more: int
    in_month: bool
    is_today: bool


@dataclass(frozen=True, slots=True)
class Month:
    """A month by weeks, those of its days on which something is wanted, and the months beside it."""

    title: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[Day, ...], ...]
    busy: tuple[Day, ...]
    total: int
    previous: str
    next: str


def month_of(text: str, today: dt.date) -> dt.date:
    """Return the first day of a month written as 2026-11; of today's where it is not."""
    year, _, month = text.partition("-")
    if year.isdecimal() and month.isdecimal() and 2000 <= int(year) <= 2200 and 1 <= int(month) <= 12:
        return dt.date(int(year), int(month), 1)
    return today.replace(day=1)


def ask_calendar(program: Program, first: dt.date, today: dt.date, *, department: str = "") -> Month:
    """Return the month that begins on `first`, what was taken back or declined left out."""
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    rows = _asked(program, weeks[0][0], weeks[-1][-1] + ONE, department)
    counts = dict(rows.values_list("wanted_by").annotate(n=Count("pk")).order_by())
    shown: dict[dt.date, list[Ask]] = defaultdict(list)
    place = Window(RowNumber(), partition_by="wanted_by", order_by=F("pk").asc())
    people = (
        rows.annotate(place=place).filter(place__lte=SHOWN).select_related("membership__advocate", "owner")
    )
    for row in people.order_by("wanted_by", "pk"):
        shown[row.wanted_by].append(row)

    def day(date: dt.date) -> Day:
        found = tuple(shown[date])
        return Day(date, found, counts.get(date, 0) - len(found), date.month == first.month, date == today)

    laid = tuple(tuple(day(date) for date in week) for week in weeks)
    days = [one for week in laid for one in week if one.in_month]
    return Month(
        title=formats.date_format(first, "YEAR_MONTH_FORMAT"),
        weekdays=tuple(formats.date_format(date, "D") for date in weeks[0]),
        weeks=laid,
        busy=tuple(one for one in days if one.asks),
        total=sum(counts.get(one.date, 0) for one in days),
        previous=f"{first - ONE:%Y-%m}",
        next=f"{first + 31 * ONE:%Y-%m}",
    )


def _asked(program: Program, first: dt.date, until: dt.date, department: str) -> AskQuerySet:
    gone = (Ask.State.WITHDRAWN, Ask.State.DECLINED)
    rows = (
        Ask.objects.filter(membership__program=program).wanted_between(first, until).exclude(state__in=gone)
    )
    narrowed: dict[str, Any] = {"department": department} if department in Ask.Department.values else {}
    return rows.filter(**narrowed)
