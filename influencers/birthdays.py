"""Birthdays as they are written on record: 1990-04-23, or --04-23 where the year is unknown."""

import datetime as dt
import re

_WRITTEN = re.compile(r"(?:\d{4}|-)-(\d\d)-(\d\d)\Z")


def next_birthday(written: str, today: dt.date) -> dt.date | None:
    """Return the next birthday from `today` on; None where nothing, or no day, is written.

    Who was born on a 29 February has it on the 28th where there is no 29th.
    """
    found = _WRITTEN.match(written)
    if found is None:
        return None
    month, day = int(found[1]), int(found[2])
    for year in (today.year, today.year + 1):
        in_year = _in_year(year, month, day)
        if in_year is None or in_year >= today:
            return in_year
    return None


def _in_year(year: int, month: int, day: int) -> dt.date | None:
    if (month, day) == (2, 29):
        day = 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def keys_of(day: dt.date) -> tuple[str, ...]:
    """Return the ends ("04-23") of what is on record of those whose birthday is on `day`."""
    key = day.strftime("%m-%d")
    leap = day.year % 4 == 0 and (day.year % 100 or day.year % 400 == 0)
    return (key, "02-29") if key == "02-28" and not leap else (key,)
