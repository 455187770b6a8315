"""Times of day: 'at 15:30', '3pm', 'um 15 Uhr'."""

import re
from datetime import time

COLON = re.compile(
    r"(?:at\s+|um\s+|gegen\s+|around\s+)?(?P<h>[0-9]{1,2}):(?P<m>[0-9]{2})(?:\s?(?P<half>[ap]m))?(?:\s+uhr)?(?!\w)(?!:[0-9])"
)
HALVES = re.compile(r"(?:at\s+|around\s+)?(?P<h>[0-9]{1,2})(?P<m>)\s?(?P<half>[ap]m)(?!\w)")
UHR = re.compile(r"(?:um\s+|gegen\s+)?(?P<h>[0-9]{1,2})(?:\.(?P<m>[0-9]{2}))?(?P<half>)\s?uhr(?!\w)")

NOON = re.compile(r"(?:at (?:noon|midday)|zu mittag|mittags)(?!\w)")


def read_time(text: str, pos: int) -> tuple[int, time] | None:
    """Where the words end, and the time they mean; none when there is no such time."""
    if noon := NOON.match(text, pos):
        return noon.end(), time(12)
    for pattern in (COLON, HALVES, UHR):
        if match := pattern.match(text, pos):
            found = _time(int(match["h"]), int(match["m"] or 0), (match["half"] or ""))
            return (match.end(), found) if found else None
    return None


def _time(hour: int, minute: int, half: str) -> time | None:
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
