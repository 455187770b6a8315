"""What was said, clause by clause."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engagement.quicklog.chips import Span
from engagement.quicklog.dates import Reading, Toward, read_day
from engagement.quicklog.text import Text, words

BREAK = re.compile(
    r"[,;\n]|[!?]|(?<![0-9])\.(?=\s|$)|(?<=[0-9])\.(?=\s+(?:he|she|they|we|i|sie|er|wir|ich|promised|asked|wants)\b)"
    r"|\s-+\s|\s(?=(?:and|und|but|aber|also|then|plus|dann)\s)"
)
OPENING = re.compile(r"\s*(?:(?:and|und|but|aber|also|then|plus|dann|auch|so|- )\s*)*")
BY = re.compile(
    r"(?:no later than|not later than|by|until|till|before|due|latest|on|for"
    r"|bis spätestens|bis zum|bis|spätestens am|spätestens|vor|am)\s+"
)
GOES_ON = re.compile(r"\s*(?:a|an|the|some|two|three|ein|eine|einen|das|die|den)\s")


@dataclass(frozen=True, slots=True)
class Due:
    """A day something is due, and the words that say so."""

    span: Span
    options: tuple[date, ...]


def clauses(text: Text, start: int, end: int) -> list[Span]:
    """The clauses of a stretch, without the words that join them."""
    cuts = [match for match in BREAK.finditer(text.plain, start, end) if match.end() > start]
    edges = [start, *(cut.end() for cut in cuts)]
    stops = [*(cut.start() for cut in cuts), min(end, len(text.plain))]
    found = (_opened(text, first, last) for first, last in zip(edges, stops, strict=True))
    return [clause for clause in found if clause.start < clause.end]


def _opened(text: Text, start: int, end: int) -> Span:
    opening = OPENING.match(text.plain, start, max(start, end))
    return text.trimmed(opening.end() if opening else start, max(start, end), ".")


def with_what_follows(text: Text, clause: Span, rest: list[Span]) -> Span:
    """'asked for a sample, a poster and a mug' is one wish."""
    end = clause.end
    for following in rest:
        if not GOES_ON.match(text.plain, following.start, following.end):
            break
        end = following.end
    return Span(clause.start, end)


def find_due(text: Text, clause: Span, today: date) -> Due | None:
    """The day a clause names: after 'by', or standing at its end."""
    for word in words(text.plain, clause.start, clause.end):
        by = BY.match(text.plain, word.start, clause.end)
        found = _read(text, by.end() if by else word.start, clause, today)
        if found and (by or found.end >= clause.end - 1 or found.ahead):
            return Due(Span(word.start, min(found.end, clause.end)), found.options)
    return None


def _read(text: Text, pos: int, clause: Span, today: date) -> Reading | None:
    found = read_day(text.plain, pos, today, Toward.FUTURE)
    return found if found and found.end <= clause.end + 1 else None


def without(text: Text, clause: Span, due: Due | None, start: int) -> str:
    """The clause's words from `start` on, without those of the due day."""
    pieces = [(start, due.span.start), (due.span.end, clause.end)] if due else [(start, clause.end)]
    said = " ".join(_kept(text, pieces))
    return " ".join(said.split()).strip(" ,;:-–—")


def _kept(text: Text, pieces: list[tuple[int, int]]) -> Iterator[str]:
    yield from (text.line[first:last] for first, last in pieces if first < last)
