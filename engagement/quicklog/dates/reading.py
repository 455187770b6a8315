"""What a reader of dates answers, and arithmetic that never leaves the calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto


class Toward(Enum):
    """Which way an open date points: a touch lies behind us, a promise ahead."""

    PAST = auto()
    FUTURE = auto()


@dataclass(frozen=True, slots=True)
class Reading:
    """A day that was read: where its words end, and all it may mean, the likeliest first.

    `asks`: the words leave it open and somebody must choose. `ahead`: the words say it lies ahead.
    `past`: the words cannot mean anything but a day gone by.
    """

    end: int
    options: tuple[date, ...]
    asks: bool = False
    ahead: bool = False
    past: bool = False


def shifted(day: date, days: int) -> date | None:
    """So many days later; none where the calendar ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def day_of(year: int, month: int, day: int) -> date | None:
    """That day; none when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> date | None:
    """The last day of a month; months may count past twelve."""
    year, month = year + month // 12, month % 12 + 1
    first_after = day_of(year, month, 1)
    return first_after and shifted(first_after, -1)


def known(*days: date | None) -> tuple[date, ...]:
    """The days that exist, each once, in order."""
    return tuple(dict.fromkeys(day for day in days if day is not None))


def reading(
    end: int, days: Iterable[date | None], *, ahead: bool = False, past: bool = False
) -> Reading | None:
    """A reading of the days that exist; none when none does."""
    options = known(*days)
    return Reading(end, options, ahead=ahead, past=past) if options else None
