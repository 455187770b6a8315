"""From a line to its chips."""

import re
from datetime import date

from engagement.quicklog.body import Body, read_body
from engagement.quicklog.chips import DirectionChip, ParsedLine, Span
from engagement.quicklog.head import Head, read_head
from engagement.quicklog.language import Direction
from engagement.quicklog.notes import note_of
from engagement.quicklog.people import NAMES_WITHIN, PeopleFinder
from engagement.quicklog.pieces import Reader, read_when
from engagement.quicklog.scattered import find_day, find_people, find_what
from engagement.quicklog.tail import read_tail
from engagement.quicklog.text import Text
from engagement.quicklog.vocabulary import WITH_BOTH

ENDS_THE_HEAD = re.compile(r":(?=\s|$)|\n|\s-+\s")
MAY_PASS_OVER = 6  # more strange words before the colon, and it is a sentence, no head


def parse(line: str, *, today: date, people: PeopleFinder, me: str) -> ParsedLine:
    """Understand a line as far as it goes. Never raises; what is not understood stays in the note.

    `today` is the day it was typed, for 'yesterday' and 'by Fri'; `me` is the writer's name, who owes
    what 'I' or 'we' promised.
    """
    reader = Reader(Text.of(line), today, people, me)
    head, start, closed = _head(reader)
    cut = _spans(head)
    find_people(reader, head, start)
    find_what(reader, head, start)
    body = read_body(reader, start, head.people, theirs=_is_theirs(head))
    stop = read_tail(reader, head, start, body)
    if stop < len(line):
        cut = [*cut, Span(stop, _tail_end(head))]
    if not closed:
        find_day(reader, head, start, body.spans, anything=head.end == 0)
    note = note_of(reader.text, cut, head.glue, start, stop)
    return _line(line, head, body, note.text, note.spans, note.glue)


def _head(reader: Reader) -> tuple[Head, int, bool]:
    """The head, where the body starts, and whether a colon closed the head."""
    if closing := ENDS_THE_HEAD.search(reader.text.plain, 0, NAMES_WITHIN):
        head = read_head(reader, closing.start(), skipping=True)
        if head.says_something and head.skipped <= MAY_PASS_OVER:
            return head, _past_a_day(reader, head, closing.end()), True
    head = read_head(reader, len(reader.text.plain), skipping=False)
    return head, head.end, False


def _past_a_day(reader: Reader, head: Head, pos: int) -> int:
    """'call @maya - yesterday: …' closes its head twice."""
    after = re.compile(r"\s*").match(reader.text.plain, pos)
    start = after.end() if after else pos
    piece = read_when(reader, start)
    if piece and head.has_room_for(piece) and ENDS_THE_HEAD.match(reader.text.plain, piece.end):
        head.take(piece, after_a_person=False)
        return piece.end
    return pos


def _is_theirs(head: Head) -> bool:
    """In what came from them, a promise without a subject is theirs."""
    direction = _direction(head)
    return direction is not None and direction.direction is Direction.IN


def _spans(head: Head) -> list[Span]:
    single = (head.kind, head.channel, head.direction, head.date, head.time)
    return [chip.span for chip in (*single, *head.people) if chip is not None]


def _tail_end(head: Head) -> int:
    return max(chip.span.end for chip in (head.date, head.time) if chip is not None)


def _line(
    line: str, head: Head, body: Body, note: str, note_spans: tuple[Span, ...], glue: tuple[Span, ...]
) -> ParsedLine:
    return ParsedLine(
        line=line,
        kind=head.kind,
        channel=head.channel,
        direction=_direction(head),
        people=tuple(sorted(head.people, key=lambda person: person.span)),
        date=head.date,
        time=head.time,
        promises=body.promises,
        asks=body.asks,
        note=note,
        note_spans=note_spans,
        glue=glue,
    )


def _direction(head: Head) -> DirectionChip | None:
    """A call or a lunch has both sides, whoever rang; what we log without a word is usually ours."""
    if head.kind is None:
        return head.direction
    span = head.direction.span if head.direction else head.kind.span
    if head.kind.kind in WITH_BOTH:
        return DirectionChip(span, Direction.BOTH)
    return head.direction or DirectionChip(span, Direction.OUT, sure=False)
