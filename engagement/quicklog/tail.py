"""The tail of a line: a day or time put at the very end, '…, yesterday'."""

import re

from engagement.quicklog.body import Body
from engagement.quicklog.chips import DateChip, Span, TimeChip
from engagement.quicklog.head import Head
from engagement.quicklog.pieces import Reader, read_when
from engagement.quicklog.text import words

ENDS = re.compile(r"[\s.!)]*$")
SET_APART = re.compile(r"[,;.(]\s*$|\s-\s*$")
LAST_WORDS = 6


def read_tail(reader: Reader, head: Head, start: int, body: Body) -> int:
    """Take a day or time that is set apart at the end; answers where the note ends."""
    plain, stop = reader.text.plain, len(reader.text.line)
    if len(plain) < stop:
        return stop
    for word in words(plain, start, stop)[-LAST_WORDS:]:
        piece = read_when(reader, word.start)
        if piece is None or not ENDS.match(plain, piece.end) or not SET_APART.search(plain, 0, word.start):
            continue
        span = Span(word.start, piece.end)
        if any(span.overlaps(other) for other in body.spans) or not _fill(head, piece.chips[0]):
            continue
        return word.start
    return stop


def _fill(head: Head, chip: object) -> bool:
    match chip:
        case DateChip() if head.date is None:
            head.date = chip
        case TimeChip() if head.time is None:
            head.time = chip
        case _:
            return False
    return True
