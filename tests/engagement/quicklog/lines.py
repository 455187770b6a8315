"""A finder that knows five people, and a short way to parse."""

from collections.abc import Sequence
from datetime import date

from engagement.quicklog import ParsedLine, PersonMatch, parse

SUNDAY = date(2026, 11, 22)
MAYA = PersonMatch("1", "Maya Weber", "@mayaprints")
TOM = PersonMatch("2", "Tom Li")
ANNA_A = PersonMatch("3", "Anna Alt", "Berlin")
ANNA_B = PersonMatch("4", "Anna Bach", "Lyon")
WILL = PersonMatch("5", "Will Ford")


class KnownPeople:
    """Finds people by exact token, whatever the case."""

    known = {
        "@mayaprints": [MAYA],
        "maya@example.org": [MAYA],
        "maya": [MAYA],
        "maya weber": [MAYA],
        "@tom": [TOM],
        "tom": [TOM],
        "anna": [ANNA_A, ANNA_B],
        "will": [WILL],
    }

    def __init__(self) -> None:
        self.asked: list[str] = []

    def find(self, token: str) -> Sequence[PersonMatch]:
        """Everybody the token may mean."""
        self.asked.append(token)
        return self.known.get(token.lower(), [])


def read(line: str, *, today: date = SUNDAY) -> ParsedLine:
    """Parse a line as Lena Koch types it on Sunday, 22 November 2026."""
    return parse(line, today=today, people=KnownPeople(), me="Lena Koch")


def names(parsed: ParsedLine) -> list[str]:
    """Who took part: the name of those we know, the token of the others."""
    return [
        chip.candidates[0].name if chip.candidates else chip.token
        for chip in parsed.people
        if not chip.mentioned
    ]
