"""One door to all readers of days."""

import re
from datetime import date

from engagement.quicklog.dates.absolute import read_absolute
from engagement.quicklog.dates.reading import Reading, Toward
from engagement.quicklog.dates.relative import read_relative
from engagement.quicklog.dates.weekdays import read_weekday

PREPOSITION = re.compile(r"(?:on|am|vom|den|the)\s+")
WEEKDAY_BEFORE = re.compile(r",?\s+(?:den\s+|the\s+)?")


def read_day(text: str, pos: int, today: date, toward: Toward) -> Reading | None:
    """The day named at this place, or none. 'Friday, Nov 20' is the date, not the weekday."""
    if found := read_relative(text, pos, today):
        return found
    if found := read_weekday(text, pos, today, toward):
        return _date_after(text, found.end, today, toward) or found
    before = PREPOSITION.match(text, pos)
    return read_absolute(text, before.end() if before else pos, today, toward)


def _date_after(text: str, pos: int, today: date, toward: Toward) -> Reading | None:
    gap = WEEKDAY_BEFORE.match(text, pos)
    return read_absolute(text, gap.end(), today, toward) if gap else None
