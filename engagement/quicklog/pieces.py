"""One piece of a line's head: what stands at one place, read by the first reader that knows it."""

import re
from dataclasses import dataclass, replace
from datetime import date

from engagement.quicklog.chips import DateChip, DirectionChip, HeadChip, PersonChip, Span, TimeChip
from engagement.quicklog.dates import Toward, read_day, read_time
from engagement.quicklog.kinds import Found, read_channel, read_kind
from engagement.quicklog.language import Direction
from engagement.quicklog.people import PeopleFinder, read_handle, read_known_name, read_new_name
from engagement.quicklog.text import Text

FROM = re.compile(r"(?P<word>from|von|vom)\s+")
TO = re.compile(r"(?P<word>to|an|für)\s+")
THEY = re.compile(r"(?P<word>she|he|they|sie|er)\s+(?:(?:has|have|hat|haben|just|also)\s+)*")
WE = re.compile(r"(?P<word>we|i|wir|ich)\s+(?:(?:have|has|haben|habe|just|also)\s+)*")
CAME = re.compile(r"(?:received|got|incoming|inbound|bekam|bekommen|erhalten|erhielt)\b")
POSSESSIVE = re.compile(r"'s\b")
WENT = re.compile(r"(?:outgoing|outbound)\b")


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading needs to know beside the line."""

    text: Text
    today: date
    people: PeopleFinder
    me: str


@dataclass(frozen=True, slots=True)
class Piece:
    """What was read at one place, the telling chip first, and where it ends."""

    end: int
    chips: tuple[HeadChip, ...]


def read_when(reader: Reader, pos: int) -> Piece | None:
    """A day or a time of day."""
    if at := read_time(reader.text.plain, pos):
        return Piece(at[0], (TimeChip(Span(pos, at[0]), at[1]),))
    if day := read_day(reader.text.plain, pos, reader.today, Toward.PAST):
        chip = DateChip(Span(pos, day.end), day.options, asks=day.asks, ahead=day.ahead)
        return Piece(day.end, (chip,))
    return None


def read_person(reader: Reader, pos: int) -> Piece | None:
    """Somebody by handle, or by a name we know."""
    chip = _known(reader, pos)
    return _with_possessive(reader, chip) if chip else None


def _with_possessive(reader: Reader, chip: PersonChip) -> Piece:
    """'@maya's reel': the ending belongs to the name."""
    end = chip.span.end
    if POSSESSIVE.match(reader.text.plain, end):
        end += 2
    return Piece(end, (replace(chip, span=Span(chip.span.start, end)),))


def _known(reader: Reader, pos: int) -> PersonChip | None:
    return read_handle(reader.text, pos, reader.people) or read_known_name(reader.text, pos, reader.people)


def _person_after(reader: Reader, pos: int) -> PersonChip | None:
    """After 'from' or 'to' a capitalized stranger counts too."""
    return _known(reader, pos) or read_new_name(reader.text, pos, small=False)


def read_what(reader: Reader, pos: int) -> Piece | None:
    """A kind or a channel; 'mail' is both."""
    found = read_kind(reader.text.plain, pos) or read_channel(reader.text.plain, pos)
    return _as_piece(found) if found else None


def read_whose_turn(reader: Reader, pos: int) -> Piece | None:
    """'she wrote', 'we called', 'from @maya', 'to @maya', 'received'."""
    for pattern, direction in ((THEY, Direction.IN), (WE, Direction.OUT)):
        match = pattern.match(reader.text.plain, pos)
        verb = read_kind(reader.text.plain, match.end()) if match else None
        if match and verb and verb.entry.verb:
            said = _as_piece(verb)
            turn = DirectionChip(Span(pos, said.end), direction)
            return Piece(
                said.end, (*(chip for chip in said.chips if not isinstance(chip, DirectionChip)), turn)
            )
    for pattern, direction in ((FROM, Direction.IN), (TO, Direction.OUT)):
        match = pattern.match(reader.text.plain, pos)
        person = _person_after(reader, match.end()) if match else None
        if match and person:
            return Piece(person.span.end, (person, DirectionChip(Span(pos, match.end("word")), direction)))
    for pattern, direction in ((CAME, Direction.IN), (WENT, Direction.OUT)):
        if match := pattern.match(reader.text.plain, pos):
            return Piece(match.end(), (DirectionChip(Span(*match.span()), direction),))
    return None


def _as_piece(found: Found) -> Piece:
    """A verb without a subject is ours: 'sent', 'commented'."""
    ours = DirectionChip(found.span, Direction.OUT) if found.entry.verb else None
    kind = found.kind
    order = (found.channel, kind, ours) if found.is_channel else (kind, found.channel, ours)
    return Piece(found.span.end, tuple(chip for chip in order if chip is not None))


READERS = (read_when, read_whose_turn, read_what, read_person)
