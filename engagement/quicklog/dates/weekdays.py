"""Weekdays: 'Friday', 'last Friday', 'next Fri', 'am Mittwoch'."""

import re
from datetime import date

from engagement.quicklog.dates.names import SHORT_WEEKDAYS, WEEKDAYS, one_of
from engagement.quicklog.dates.reading import Reading, Toward, reading, shifted

NAMED = re.compile(
    rf"(?:(?P<on>on|am|den|this|diesen|kommenden|coming)\s+|(?P<last>last|past|letzten|letzte|vorigen)\s+"
    rf"|(?P<next>next|nächsten|nächste)\s+)?(?P<name>{one_of(WEEKDAYS)})\b\.?",
)
SHORT = re.compile(rf"(?P<how>am|bis|letzten|nächsten)\s+(?P<name>{one_of(SHORT_WEEKDAYS)})\b\.?")
NO_DAY = re.compile(r"\s+(?:with|down|next|in|at|and)\b")


def read_weekday(text: str, pos: int, today: date, toward: Toward) -> Reading | None:
    """The day a weekday's name means, seen from today."""
    if match := NAMED.match(text, pos):
        if _is_a_verb(text, match):
            return None
        weekday = WEEKDAYS[match["name"]]
        return _resolve(match.end(), weekday, today, toward, bool(match["last"]), bool(match["next"]))
    if match := SHORT.match(text, pos):
        last, coming = match["how"] == "letzten", match["how"] == "nächsten"
        return _resolve(match.end(), SHORT_WEEKDAYS[match["name"]], today, toward, last, coming)
    return None


def _is_a_verb(text: str, match: re.Match[str]) -> bool:
    """'sat with Maya' is no Saturday."""
    alone = not (match["on"] or match["last"] or match["next"])
    return alone and match["name"] in ("sat", "sun", "wed") and bool(NO_DAY.match(text, match.end()))


def _resolve(end: int, weekday: int, today: date, toward: Toward, last: bool, coming: bool) -> Reading | None:
    since = (today.weekday() - weekday) % 7
    if last:
        return _last(end, since or 7, today)
    if coming:
        return _next(end, weekday, today)
    if toward is Toward.PAST:
        return reading(end, [shifted(today, -since), shifted(today, -7) if since == 0 else None])
    until = -since % 7
    return reading(end, [shifted(today, until or 7), today if until == 0 else None])


def _last(end: int, since: int, today: date) -> Reading | None:
    """'Last Friday' said on a Saturday is yesterday to one, eight days ago to another."""
    same_week = since <= today.weekday()
    return reading(
        end, [shifted(today, -since), shifted(today, -since - 7) if same_week else None], past=True
    )


def _next(end: int, weekday: int, today: date) -> Reading | None:
    """'Next Friday' is that of next week; the coming one is offered beside it."""
    of_next_week = shifted(today, 7 - today.weekday() + weekday)
    coming = shifted(today, (weekday - today.weekday()) % 7 or 7)
    return reading(end, [of_next_week, coming], ahead=True)
