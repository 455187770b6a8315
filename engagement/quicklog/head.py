"""The head of a line, 'lunch with @maya and @tom yesterday': pieces in a row, joined by small words."""

import re
from dataclasses import dataclass, field

from engagement.quicklog.chips import (
    ChannelChip,
    DateChip,
    DirectionChip,
    HeadChip,
    KindChip,
    PersonChip,
    Span,
    TimeChip,
)
from engagement.quicklog.language import Direction
from engagement.quicklog.people import read_full_name, read_new_name
from engagement.quicklog.pieces import READERS, Piece, Reader, read_what, read_when
from engagement.quicklog.text import WORD

SIGNS = re.compile(r"[\s,;:&+/|()\[\]!·•>*-]+|'s\b")
JOINS = re.compile(
    r"(?:with|mit|and|und|plus|a|an|the|my|our|had|have|has|was|did|on|via|per|over|through|at|in|for|to|of|from|by"
    r"|über|auf|im|am|zu|zum|zur|dem|der|die|das|ein|eine|einen|einem|einer|hatte|habe|haben|von|vom|bei|beim|us|me|uns|mir|w)\b/?"
)
BEFORE_A_NAME = re.compile(r"\b(?:with|mit|from|von|to|an|w/?)\s+$")
BEFORE_ANOTHER = re.compile(r"(?:\b(?:and|und)|[&+,])\s+$")
AFTER_A_SMALL_NAME = re.compile(
    r"\s*(?:$|[,;:&+\n]|and\b|und\b|on\b|am\b|at\b|about\b|yesterday|today|gestern|heute|last\b|@)"
)


@dataclass(slots=True)
class Head:
    """What the head of a line said so far."""

    kind: KindChip | None = None
    channel: ChannelChip | None = None
    direction: DirectionChip | None = None
    people: list[PersonChip] = field(default_factory=list)
    date: DateChip | None = None
    time: TimeChip | None = None
    glue: list[Span] = field(default_factory=list)
    end: int = 0
    skipped: int = 0

    @property
    def says_something(self) -> bool:
        """Whether a kind or a person was read: less is no head."""
        return self.kind is not None or bool(self.people)

    def has_room_for(self, piece: Piece) -> bool:
        """One kind, one channel, one day, one time; any number of people."""
        return self._is_news(piece.chips[0])

    def _is_news(self, chip: HeadChip) -> bool:
        match chip:
            case KindChip():
                return self.kind is None or not self.kind.sure
            case ChannelChip():
                return self.channel is None
            case DirectionChip():
                return self.direction is None
            case DateChip():
                return self.date is None
            case TimeChip():
                return self.time is None
        return True

    def take(self, piece: Piece, *, after_a_person: bool) -> None:
        """Add a piece; '@maya wrote' turns the direction, and what was only guessed gives way."""
        for chip in piece.chips:
            match chip:
                case KindChip():
                    self.kind = chip if self.kind is None or chip.sure else self.kind
                case ChannelChip():
                    self.channel = self.channel or chip
                case DirectionChip():
                    self._turn(chip, piece, after_a_person)
                case PersonChip():
                    self.people.append(chip)
                case DateChip():
                    self.date = chip
                case TimeChip():
                    self.time = chip
        self.end = piece.end

    def _turn(self, chip: DirectionChip, piece: Piece, after_a_person: bool) -> None:
        joins_a_person = isinstance(piece.chips[0], PersonChip)
        if self.direction is None:
            theirs = after_a_person and not joins_a_person and chip.direction is Direction.OUT
            self.direction = DirectionChip(chip.span, Direction.IN) if theirs else chip
        elif joins_a_person:
            self.glue.append(chip.span)  # 'got a mail from @maya': 'got' has said it already


def read_head(reader: Reader, stop: int, *, skipping: bool) -> Head:
    """Read pieces from the start of the line to `stop`, or to the first word that is none of them.

    With `skipping` (a colon closes the head) other words are passed over and stay in the note.
    """
    head, pos, after_a_person = Head(), 0, False
    pending: list[Span] = []
    while pos < stop:
        if signs := SIGNS.match(reader.text.plain, pos, stop):
            pos = signs.end()
        elif (piece := _piece_at(reader, pos, stop, head, skipping, after_a_person)) is not None:
            head.take(piece, after_a_person=after_a_person)
            after_a_person = isinstance(piece.chips[0], PersonChip)
            head.glue += pending
            pending, pos = [], piece.end
        elif (join := JOINS.match(reader.text.plain, pos, stop)) is not None:
            pending.append(Span(*join.span()))
            pos = join.end()
        elif skipping:
            pending, pos = [], _past_the_word(reader, pos, stop)
            head.skipped += 1
            after_a_person = False
        else:
            break
    return head


def _past_the_word(reader: Reader, pos: int, stop: int) -> int:
    word = WORD.match(reader.text.plain, pos, stop)
    return word.end() if word else pos + 1


def _piece_at(
    reader: Reader, pos: int, stop: int, head: Head, skipping: bool, after_a_person: bool
) -> Piece | None:
    named = _named_in_full(reader, pos, after_a_person)
    if named and named.end <= stop:
        return named
    for read in READERS:
        piece = read(reader, pos)
        if piece and piece.end <= stop and head.has_room_for(piece):
            return piece
    if not _names_somebody(reader, pos, after_a_person):
        return None
    small = skipping or bool(AFTER_A_SMALL_NAME.match(reader.text.plain, _past_the_word(reader, pos, stop)))
    chip = read_new_name(reader.text, pos, small=small)
    return Piece(chip.span.end, (chip,)) if chip and chip.span.end <= stop else None


def _names_somebody(reader: Reader, pos: int, after_a_person: bool) -> bool:
    """Whether the words before this place announce a name."""
    before = reader.text.plain[max(0, pos - 8) : pos]
    return bool(BEFORE_A_NAME.search(before) or (after_a_person and BEFORE_ANOTHER.search(before)))


def _named_in_full(reader: Reader, pos: int, after_a_person: bool) -> Piece | None:
    if not _names_somebody(reader, pos, after_a_person) or read_when(reader, pos) or read_what(reader, pos):
        return None
    chip = read_full_name(reader.text, pos, reader.people)
    if chip is None or read_when(reader, chip.span.start + len(chip.token.split()[0]) + 1):
        return None
    return Piece(chip.span.end, (chip,))
