"""A day of work with people, as the page reads it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A badge: what, how serious, and the exact date or words behind it."""

    text: str
    tone: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Worth:
    """Somebody worth our time today, and why: a flag of that `kind`, about the thing with the id `subject_id`."""

    flag_id: int
    kind: str
    subject_id: int
    advocate_id: int
    membership_id: int
    name: str
    called: str
    meta: str
    reason: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a short list: whose, what, when; `late` where the day has passed, `by_us` where we owe it."""

    pk: int
    advocate_id: int
    membership_id: int
    name: str
    text: str
    when: str
    title: str
    late: bool = False
    by_us: bool = True
    who: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """The day of a program, or of one colleague in it. `more` says how many flags can wait: '', '7' or '99+'."""

    people: tuple[Worth, ...]
    more: str
    promises: tuple[Line, ...]
    requests: tuple[Line, ...]
    waiting: tuple[Line, ...]
    held: tuple[Line, ...]
    rotations: tuple[Line, ...]
    nobody_yet: bool
    limbo: str = ""  # how many are left hanging: '', '7' or '99+'

    @property
    def calm(self) -> bool:
        """Whether there is nothing beside the people."""
        return not (self.promises or self.requests or self.waiting or self.held or self.rotations)
