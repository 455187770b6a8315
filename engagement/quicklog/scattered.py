"""What stands in mid-sentence, 'Had a great lunch with Maya yesterday', is read and stays in the note."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from engagement.quicklog.chips import ChannelChip, DateChip, DirectionChip, KindChip, PersonChip, Span
from engagement.quicklog.dates import Toward, read_day
from engagement.quicklog.head import Head
from engagement.quicklog.kinds import read_kind
from engagement.quicklog.language import Kind
from engagement.quicklog.people import (
    EMAIL,
    HANDLE,
    MAX_HANDLES,
    NAME,
    NAMES_WITHIN,
    read_full_name,
    read_handle,
    read_known_name,
    read_new_name,
)
from engagement.quicklog.pieces import Reader, read_what, read_whose_turn

SENTENCE = re.compile(r"[.!?](?=\s|$)|\n")
WITH = re.compile(r"\b(?:with|mit|met|saw|called|phoned|traf)\s+")
AND = re.compile(r"\s*(?:,|&|\+|and\b|und\b)\s*")
TOO_COMMON = frozenset({Kind.LIKE, Kind.REPOST})


def find_people(reader: Reader, head: Head, start: int) -> None:
    """Handles anywhere; names only when the head names nobody."""
    named = bool(head.people)
    starts = [match.start() for match in HANDLE.finditer(reader.text.plain, start)][:MAX_HANDLES]
    found = [chip for pos in starts if (chip := read_handle(reader.text, pos, reader.people))]
    if not named:
        found += [chip for chip in _after_with(reader, start) if not _clash(chip, found)]
    if not named and not found:
        found += list(_known_names(reader, start))
    head.people += [replace(chip, mentioned=named) for chip in found if not _clash(chip, head.people)]


def _clash(chip: PersonChip, others: Sequence[PersonChip]) -> bool:
    """Already there: the same words, or the same name a second time."""
    return any(
        chip.span.overlaps(other.span) or chip.token.lower() == other.token.lower() for other in others
    )


def _after_with(reader: Reader, start: int) -> Iterator[PersonChip]:
    for match in WITH.finditer(reader.text.plain, start, NAMES_WITHIN):
        pos: int | None = match.end()
        while pos is not None:
            chip = _named_at(reader, pos)
            if chip:
                yield chip
            more = AND.match(reader.text.plain, chip.span.end) if chip else None
            pos = more.end() if more else None


def _named_at(reader: Reader, pos: int) -> PersonChip | None:
    text, people = reader.text, reader.people
    return (
        read_full_name(text, pos, people)
        or read_known_name(text, pos, people)
        or read_new_name(text, pos, small=False)
    )


def _known_names(reader: Reader, start: int) -> Iterator[PersonChip]:
    pos = start
    for match in NAME.finditer(reader.text.plain, start, NAMES_WITHIN):
        if match.start() < pos or not reader.text.line[match.start()].isupper():
            continue
        if chip := read_known_name(reader.text, match.start(), reader.people):
            pos = chip.span.end
            yield chip


def find_what(reader: Reader, head: Head, start: int) -> None:
    """A kind in the middle of a sentence: never sure, since 'the event' may be what they spoke of."""
    if head.kind is not None:
        return
    for pos in _word_starts(reader, start):
        piece = read_whose_turn(reader, pos) or read_what(reader, pos)
        kind = next((chip for chip in piece.chips if isinstance(chip, KindChip)), None) if piece else None
        if piece is None or kind is None or (kind.kind in TOO_COMMON and not _is_verb(reader, kind)):
            continue
        head.kind = replace(kind, sure=False)
        for chip in piece.chips:
            match chip:
                case ChannelChip():
                    head.channel = head.channel or chip
                case DirectionChip():
                    head.direction = head.direction or replace(chip, sure=False)
        return


def _is_verb(reader: Reader, kind: KindChip) -> bool:
    found = read_kind(reader.text.plain, kind.span.start)
    return found is not None and found.entry.verb


def find_day(reader: Reader, head: Head, start: int, said: Sequence[Span], *, anything: bool) -> None:
    """A day gone by; with `anything` (the line is one sentence) every day its first sentence names."""
    if head.date is not None:
        return
    for pos in _word_starts(reader, start):
        found = read_day(reader.text.plain, pos, reader.today, Toward.PAST)
        if found is None or not (found.past or (anything and not found.ahead)):
            continue
        span = Span(pos, found.end)
        if not any(span.overlaps(other) for other in said):
            head.date = DateChip(span, found.options, asks=found.asks, ahead=found.ahead, sure=False)
            return


def _word_starts(reader: Reader, start: int) -> Iterator[int]:
    """The words of the first sentence; those of handles and addresses are none."""
    ends = SENTENCE.search(reader.text.plain, start, NAMES_WITHIN)
    for match in re.finditer(r"(?<![\w@'.])\w", reader.text.plain[: ends.start() if ends else NAMES_WITHIN]):
        if match.start() >= start and not EMAIL.match(reader.text.plain, match.start()):
            yield match.start()
