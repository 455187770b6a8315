"""The body of a line: what was said, with the promises and wishes in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engagement.quicklog.asks import find_ask
from engagement.quicklog.chips import AskChip, PersonChip, PromiseChip, Span
from engagement.quicklog.clauses import clauses
from engagement.quicklog.language import Owes
from engagement.quicklog.pieces import Reader
from engagement.quicklog.promises import Speaker, find_promise, only_name

SUBJECT = re.compile(r"(?:(?P<we>i|we|ich|wir)|(?P<they>she|he|they|sie|er))\b")
JOINED = re.compile(r"(?:and|und|then|also|but|aber|dann)\s+(?:(?:also|then|auch)\s+)?$")


@dataclass(frozen=True, slots=True)
class Body:
    """The promises and wishes of a line."""

    promises: tuple[PromiseChip, ...]
    asks: tuple[AskChip, ...]

    @property
    def spans(self) -> list[Span]:
        """Where they stand."""
        return [*(promise.span for promise in self.promises), *(ask.span for ask in self.asks)]


def read_body(reader: Reader, start: int, people: Sequence[PersonChip], *, theirs: bool) -> Body:
    """Go through what was said clause by clause; `theirs` when the whole line is what they wrote."""
    promises: list[PromiseChip] = []
    asks: list[AskChip] = []
    found = clauses(reader.text, start, len(reader.text.plain))
    default = _them(people) if theirs else None
    before: Speaker | None = default
    for index, clause in enumerate(found):
        before = _speaker(reader, clause, people, before) or default
        rest = found[index + 1 :]
        if promise := find_promise(reader, clause, rest, people, before):
            promises.append(promise)
        elif ask := find_ask(reader, clause, rest):
            asks.append(ask)
    return Body(tuple(promises), tuple(asks))


def _speaker(
    reader: Reader, clause: Span, people: Sequence[PersonChip], before: Speaker | None
) -> Speaker | None:
    """Whose sentence it is: 'she loves it and will send photos' is still hers."""
    if match := SUBJECT.match(reader.text.plain, clause.start, clause.end):
        return Speaker(Owes.WE, reader.me) if match["we"] else _them(people)
    joined = JOINED.search(reader.text.plain, max(0, clause.start - 16), clause.start)
    return before if joined else None


def _them(people: Sequence[PersonChip]) -> Speaker:
    return Speaker(Owes.THEY, only_name(people))
