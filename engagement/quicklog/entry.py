"""What somebody confirmed after looking the chips over: ready to be put on record."""

from dataclasses import dataclass
from datetime import date, datetime

from engagement.quicklog.language import Direction, Kind, Owes

WRITTEN = frozenset({Kind.LETTER, Kind.MESSAGE, Kind.COMMENT})


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody nobody here knew: becomes a prospect."""

    name: str
    handle: str = ""


@dataclass(frozen=True, slots=True)
class PromiseNoted:
    """A promise made in passing; `about` is the place of the person among those who took part."""

    text: str
    due_on: date
    made_by: Owes = Owes.WE
    about: int = 0


@dataclass(frozen=True, slots=True)
class WishNoted:
    """Something they asked for."""

    words: str
    due_on: date | None = None
    about: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """What is logged: members by id first, then newcomers; `sentence` explains canned words that went out."""

    kind: Kind
    direction: Direction
    happened_at: datetime
    members: tuple[int, ...] = ()
    newcomers: tuple[Newcomer, ...] = ()
    words: str = ""
    channel: str = ""
    link: str = ""
    needs_answer: bool = False
    sentence: str = ""
    promises: tuple[PromiseNoted, ...] = ()
    wishes: tuple[WishNoted, ...] = ()
    knowing: str = ""
    knowing_about: int = 0
    plan: int = 0  # the plan that this fulfills, by id
    client_token: str = ""

    @property
    def is_written(self) -> bool:
        """Whether these are words of ours that went to somebody."""
        return self.kind in WRITTEN and self.direction is not Direction.IN
