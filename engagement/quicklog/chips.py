"""What a parsed line is made of: frozen, each with the place in the line it came from."""

from dataclasses import dataclass
from datetime import date, time

from engagement.quicklog.language import Channel, Direction, Kind, Owes


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the line: `start` included, `end` not."""

    start: int
    end: int

    def of(self, line: str) -> str:
        """The words themselves."""
        return line[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """One person somebody's token may mean; `detail` tells namesakes apart."""

    id: str
    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class KindChip:
    """What happened; not `sure` when it was concluded from something else, such as the channel."""

    span: Span
    kind: Kind
    sure: bool = True


@dataclass(frozen=True, slots=True)
class ChannelChip:
    """Where it happened."""

    span: Span
    channel: Channel


@dataclass(frozen=True, slots=True)
class DirectionChip:
    """Who turned to whom; not `sure` when it is only what such a touch usually is."""

    span: Span
    direction: Direction
    sure: bool = True


@dataclass(frozen=True, slots=True)
class PersonChip:
    """Somebody who took part, or (`mentioned`) whom the note speaks of.

    `doubtful`: only the first name of 'Zoe Klein' is known, and it may be somebody else's.
    """

    span: Span
    token: str
    candidates: tuple[PersonMatch, ...] = ()
    handle: bool = False
    mentioned: bool = False
    doubtful: bool = False

    @property
    def is_new(self) -> bool:
        """Nobody we know goes by this."""
        return not self.candidates

    @property
    def asks(self) -> bool:
        """Several people go by this, or perhaps none of them: somebody has to choose."""
        return len(self.candidates) > 1 or self.doubtful


@dataclass(frozen=True, slots=True)
class DateChip:
    """When it happened: all readings of the words, the likeliest first."""

    span: Span
    options: tuple[date, ...]
    asks: bool = False
    ahead: bool = False
    sure: bool = True

    @property
    def day(self) -> date | None:
        """The likeliest day; none while the line leaves open which one is meant."""
        return None if self.asks else self.options[0]


@dataclass(frozen=True, slots=True)
class TimeChip:
    """At what time of day."""

    span: Span
    at: time


@dataclass(frozen=True, slots=True)
class PromiseChip:
    """Something one side said it would do. `owner` is a name, empty when the line gives none."""

    span: Span
    text: str
    owes: Owes
    owner: str = ""
    due_options: tuple[date, ...] = ()
    due_span: Span | None = None
    sure: bool = True

    @property
    def due(self) -> date | None:
        """The likeliest day it is due."""
        return self.due_options[0] if self.due_options else None


@dataclass(frozen=True, slots=True)
class AskChip:
    """Something they want of us: perhaps a request."""

    span: Span
    text: str
    due_options: tuple[date, ...] = ()
    due_span: Span | None = None

    @property
    def due(self) -> date | None:
        """The likeliest day they need it by."""
        return self.due_options[0] if self.due_options else None


HeadChip = KindChip | ChannelChip | DirectionChip | PersonChip | DateChip | TimeChip
Chip = HeadChip | PromiseChip | AskChip


@dataclass(frozen=True, slots=True)
class ParsedLine:
    """A line understood as far as it can be.

    `note_spans` are the stretches that make up `note`, and `glue` the joining words and signs that were
    needed for nothing else: with the chips they cover every character of the line. Promises, asks and
    whatever was found in the middle of a sentence stay part of the note, so that taking a chip away
    never takes words away.
    """

    line: str
    kind: KindChip | None = None
    channel: ChannelChip | None = None
    direction: DirectionChip | None = None
    people: tuple[PersonChip, ...] = ()
    date: DateChip | None = None
    time: TimeChip | None = None
    promises: tuple[PromiseChip, ...] = ()
    asks: tuple[AskChip, ...] = ()
    note: str = ""
    note_spans: tuple[Span, ...] = ()
    glue: tuple[Span, ...] = ()

    @property
    def chips(self) -> tuple[Chip, ...]:
        """All chips, in the order of the line."""
        single = (self.kind, self.channel, self.direction, self.date, self.time)
        found: list[Chip] = [chip for chip in single if chip is not None]
        return tuple(sorted([*found, *self.people, *self.promises, *self.asks], key=lambda chip: chip.span))
