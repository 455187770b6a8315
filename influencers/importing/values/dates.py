"""Dates. Which number is the day is decided for the whole file or asked, never guessed for one cell."""

import datetime as dt
import enum
import re
from collections.abc import Iterable
from dataclasses import dataclass

from influencers.importing.messages import Code, Message
from influencers.importing.values.months import month_named
from influencers.importing.values.text import as_ascii_digits, is_unknown, one_line


class Order(enum.StrEnum):
    """Which comes first where the month is a number."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


@dataclass(frozen=True, slots=True)
class Day:
    """A date as ISO text: 2026-11-22, or --11-22 where the year is not said; "" where it cannot be said."""

    iso: str = ""
    message: Message | None = None


_TIME = (
    r"(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})" + _TIME, re.IGNORECASE)
_COMPACT = re.compile(r"(19\d{2}|20\d{2}|21\d{2})(\d{2})(\d{2})(?:T\d{6}Z?)?")
_NO_YEAR = re.compile(r"--(\d{2})-?(\d{2})")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})([/.-])\s?(\d{1,2})\.?")
_DOTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})" + _TIME, re.IGNORECASE)
_MARKS = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})" + _TIME, re.IGNORECASE)
_DAY_NAMED = re.compile(
    r"(?:[^\W\d]+,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:de\s+)?([^\W\d]+\.?),?[\s-]+(?:de\s+)?(\d{4}|'?\d{2})"
    + _TIME,
    re.IGNORECASE,
)
_NAMED_DAY = re.compile(r"([^\W\d]+\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})" + _TIME, re.IGNORECASE)
_SERIAL = re.compile(r"([2-6]\d{4})(?:[.,]\d+)?")  # a spreadsheet's day number: 1954 to 2091
_SECONDS = re.compile(r"(1\d{9})(\d{3})?")  # since 1970; with milliseconds
_SERIAL_START = dt.date(1899, 12, 30)
_OLDEST, _NEWEST = 1901, 2100


def order_of(cells: Iterable[str]) -> tuple[Order | None, bool]:
    """Say which order the cells prove, and whether any of them needs one.

    A cell such as 22/11/2026 proves day first. Cells that prove both, or none that prove anything, give None.
    """
    proved: set[Order] = set()
    needed = False
    for cell in cells:
        text = one_line(cell) if cell else ""
        found = _MARKS.fullmatch(text) or (_DAY_AND_MONTH.fullmatch(text) if "." not in text else None)
        if found is None:
            continue
        first, second = int(found[1]), int(found[3])
        if first > 12 >= second:
            proved.add(Order.DAY_FIRST)
        elif second > 12 >= first:
            proved.add(Order.MONTH_FIRST)
        elif first != second and 0 < first <= 12 and 0 < second <= 12:
            needed = True
    return (proved.pop() if len(proved) == 1 else None), needed


def looks_like_a_date(text: str) -> bool:
    """Whether `text` is written as a date (figures alone do not count, they may be anything)."""
    written = one_line(as_ascii_digits(text))
    return any(shape.fullmatch(written) for shape in (_ISO, _NO_YEAR, _DOTS, _MARKS, _DAY_NAMED, _NAMED_DAY))


def read_birthday(text: str, *, order: Order | None, today: dt.date) -> Day:
    """Read a birthday: a date in the past, or a day and a month alone as people write them."""
    written = one_line(as_ascii_digits(text))
    if found := _DAY_AND_MONTH.fullmatch(written):
        by_dots = Order.DAY_FIRST if found[2] == "." else order
        numbers = _ordered(int(found[1]), int(found[3]), 2000, by_dots)
        if isinstance(numbers, Code):
            return Day(message=Message(numbers, written))
        return _day_of_year(numbers[1], numbers[2], written)
    day = read_date(text, order=order, today=today)
    return day if day.iso <= today.isoformat() else Day(message=Message(Code.DATE_IMPLAUSIBLE, written))


def read_date(text: str, *, order: Order | None, today: dt.date) -> Day:
    """Read a date. `order` is what the file proves or what was answered; `today` judges the implausible."""
    written = one_line(as_ascii_digits(text))
    if not written:
        return Day()
    if is_unknown(written):
        return Day(message=Message(Code.DATE_IMPOSSIBLE, written))
    if without_year := _NO_YEAR.fullmatch(written):
        return _day_of_year(int(without_year[1]), int(without_year[2]), written)
    numbers = _numbers(written, order)
    if isinstance(numbers, Code):
        return Day(message=Message(numbers, written))
    try:
        day = dt.date(*numbers)
    except ValueError:
        return Day(message=Message(Code.DATE_IMPOSSIBLE, written))
    return _judged(day, written, today)


def _numbers(text: str, order: Order | None) -> tuple[int, int, int] | Code:
    """Return year, month, day as written, or why that cannot be said."""
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DOTS.fullmatch(text):
        return _year(found[3]), int(found[2]), int(found[1])
    if found := _MARKS.fullmatch(text):
        return _ordered(int(found[1]), int(found[3]), _year(found[4]), order)
    if (found := _DAY_NAMED.fullmatch(text)) and (month := month_named(found[2])):
        return _year(found[3].lstrip("'")), month, int(found[1])
    if (found := _NAMED_DAY.fullmatch(text)) and (month := month_named(found[1])):
        return int(found[3]), month, int(found[2])
    return _counted(text)


def _ordered(first: int, second: int, year: int, order: Order | None) -> tuple[int, int, int] | Code:
    if first > 12 or first == second or (order is Order.DAY_FIRST and second <= 12):
        return year, second, first
    if second > 12 or order is Order.MONTH_FIRST:
        return year, first, second
    return Code.DATE_AMBIGUOUS


def _counted(text: str) -> tuple[int, int, int] | Code:
    """Read days as a spreadsheet counts them, and seconds since 1970."""
    if found := _SERIAL.fullmatch(text):
        day = _SERIAL_START + dt.timedelta(days=int(found[1]))
    elif found := _SECONDS.fullmatch(text):
        day = dt.datetime.fromtimestamp(int(found[1]), dt.UTC).date()
    else:
        return Code.DATE_IMPOSSIBLE
    return day.year, day.month, day.day


def _year(text: str) -> int:
    """Two figures mean 1930 to 2029, as spreadsheets take them."""
    number = int(text)
    return number if len(text) == 4 else number + (2000 if number < 30 else 1900)


def _judged(day: dt.date, written: str, today: dt.date) -> Day:
    if not _OLDEST <= day.year <= _NEWEST or day.year > today.year + 50:
        return Day(message=Message(Code.DATE_IMPLAUSIBLE, written))
    guessed = _SERIAL.fullmatch(written) or _SECONDS.fullmatch(written) or not re.search(r"\d{4}", written)
    message = Message(Code.DATE_GUESSED, written, read_as=day.isoformat()) if guessed else None
    return Day(day.isoformat(), message)


def _day_of_year(month: int, day: int, written: str) -> Day:
    try:
        found = dt.date(2000, month, day)  # a leap year, so that 29 February is a birthday
    except ValueError:
        return Day(message=Message(Code.DATE_IMPOSSIBLE, written))
    return Day(f"--{found:%m-%d}")
