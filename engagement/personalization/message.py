"""What the personal check is handed: the words, whom they are for, and what is on record."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Form(StrEnum):
    """What kind of words these are."""

    MESSAGE = "message"  # words to the person
    NOTE = "note"  # a colleague's note of a call, a lunch, a meeting


@dataclass(frozen=True, slots=True)
class Recipient:
    """The one person the words are for. `first_names` may be left empty: the first word of `name` is used."""

    id: str
    name: str
    first_names: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    pronouns: str = ""

    @property
    def called(self) -> str:
        """What a sentence on the page calls them: their first name, or whatever there is."""
        words = self.name.split()
        return next(
            (name for name in (*self.first_names, *words[:1], *self.nicknames, *self.handles) if name), ""
        )


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing on record about the recipient that words could rest on.

    The text of a touchpoint begins with what it was ('Lunch: worried about print quality'), so that a message that
    thanks for a lunch can be held against it. `kind` is one of: touchpoint, their_words, fact, promise,
    broken (a promise that was), request, declined (a request or ask that was), role, perk, account, post, date; and,
    bearing nothing out, our_words (what we wrote, most recent first) and avoid (what not to say).
    `ref` is the caller's own reference, handed back untouched so that a page can link it.
    """

    kind: str
    text: str
    when: date | None = None
    ref: str = ""

    @property
    def bears_out(self) -> bool:
        """Whether words may rest on it: not on what we wrote ourselves, nor on what is not to be said."""
        return self.kind not in ("our_words", "avoid")


@dataclass(frozen=True, slots=True)
class PastMessage:
    """An earlier message. With `visible=False` it was sent where the reader may not look: it counts, unnamed."""

    id: str
    recipient_id: str
    words: str
    sent_on: date | None = None
    sender: str = ""
    visible: bool = True
    recipient_name: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """Words about to be accepted.

    `prepared` is the snippet the draft was started from. `other_names` are first names of other people we know.
    `habits` is what `habits.learn` made of the writer's earlier messages.
    `record_complete=False` says that the evidence is not all there is, so that nothing may be concluded from
    what is missing in it.
    """

    words: str
    recipient: Recipient
    evidence: tuple[Evidence, ...] = ()
    form: Form = Form.MESSAGE
    prepared: str | None = None
    other_names: frozenset[str] = frozenset()
    writer: str = ""
    habits: frozenset[int] = frozenset()
    today: date | None = None
    record_complete: bool = True
