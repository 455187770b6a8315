"""Calendar dates: '2026-11-03', '3.11.', 'Nov 3', '3rd of November 2026', '11/3'."""

import re
from collections.abc import Iterator
from datetime import date

from engagement.quicklog.dates.names import MONTHS, one_of
from engagement.quicklog.dates.reading import Reading, Toward, day_of, known, reading

ISO = re.compile(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})(?![\w-])")
DOTTED = re.compile(
    r"(?P<d>[0-9]{1,2})\.\s?(?P<m>[0-9]{1,2})(?:\.\s?(?P<y>[0-9]{4}|[0-9]{2})(?![\w.])|\.(?![0-9])|(?=\s*(?:$|[^\w\s.%€$])))"
)
SLASHED = re.compile(r"(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})(?:/(?P<y>[0-9]{4}|[0-9]{2}))?(?![\w/])")
YEAR = r"(?:,?\s+(?P<y>[0-9]{4})(?!\w))?"
MONTH_FIRST = re.compile(
    rf"(?P<m>{one_of(MONTHS)})\b\.?\s+(?:the\s+)?(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?(?!\w)(?![:.][0-9]){YEAR}"
)
DAY_FIRST = re.compile(
    rf"(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(?P<m>{one_of(MONTHS)})\b\.?{YEAR}"
)
LONGEST_LEAP = 8  # 29 February can be eight years away, round a century that is no leap year


def read_absolute(text: str, pos: int, today: date, toward: Toward) -> Reading | None:
    """A date written out, its year left to us or not."""
    if match := SLASHED.match(text, pos):
        return _either_way(match, today, toward)
    for pattern in (ISO, DOTTED, MONTH_FIRST, DAY_FIRST):
        if match := pattern.match(text, pos):
            month = MONTHS.get(match["m"]) or int(match["m"])
            if found := _dated(match.end(), match["y"], month, int(match["d"]), today, toward):
                return found
    return None


def _dated(end: int, year: str | None, month: int, day: int, today: date, toward: Toward) -> Reading | None:
    if year is None:
        return reading(end, [_nearest(month, day, today, toward)])
    full = day_of(int(year) + (2000 if len(year) == 2 else 0), month, day)
    return reading(end, [full], ahead=full is not None and full > today)


def _nearest(month: int, day: int, today: date, toward: Toward) -> date | None:
    """The last such day up to today, or the first one from today on."""
    return next((found for found in _years(month, day, today, toward) if found is not None), None)


def _years(month: int, day: int, today: date, toward: Toward) -> Iterator[date | None]:
    for distance in range(LONGEST_LEAP + 1):
        found = day_of(today.year + (-distance if toward is Toward.PAST else distance), month, day)
        if found is not None and (found <= today if toward is Toward.PAST else found >= today):
            yield found


def _either_way(match: re.Match[str], today: date, toward: Toward) -> Reading | None:
    """'3/11' is the third of November to some, the eleventh of March to others: ask, if both exist."""
    first, second = int(match["a"]), int(match["b"])
    readings = [
        found
        for month, day in ((second, first), (first, second))
        if (found := _dated(match.end(), match["y"], month, day, today, toward))
    ]
    options = known(*(found.options[0] for found in readings))
    if not options:
        return None
    return Reading(
        match.end(), options, asks=len(options) > 1, ahead=all(option > today for option in options)
    )
