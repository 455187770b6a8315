"""Prepared content, and the parts of it that must be rewritten: `[[rewrite: what you saw them do]]`.

The notation may be written in any case, with or without the space; it does not nest.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from engagement.personalization.overlap import copied_passages, runs_in
from engagement.personalization.text import Word, words_of
from engagement.personalization.thresholds import LONGEST, REWRITTEN_SHARE, RUN_WORDS

NOTATION = re.compile(r"\[\[\s{0,9}rewrite\s{0,9}:\s{0,9}(?P<words>[^\[\]]{0,1000}?)\s{0,9}\]\]", re.I)
OPENED = re.compile(r"\[\[\s{0,9}rewrite\s{0,9}:", re.I)
MOST_PARTS = 50


class Piece(NamedTuple):
    """A stretch of prepared content; `marked` if it must be rewritten."""

    words: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part to be rewritten: what stands there now, and whether it has been."""

    words: str
    done: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a draft has moved from what it was started from."""

    percent: int  # of the draft's words are the prepared text's
    parts: tuple[Part, ...]

    @property
    def open(self) -> int:
        """How many parts are still to be rewritten."""
        return sum(not part.done for part in self.parts)


def parts_of(prepared: str) -> list[str]:
    """The words of each part that must be rewritten."""
    return [match["words"].strip() for match in NOTATION.finditer(prepared[:LONGEST])][:MOST_PARTS]


def pieces_of(prepared: str) -> list[Piece]:
    """The prepared words in order, the parts that must be rewritten apart."""
    pieces, at = [], 0
    for match in NOTATION.finditer(prepared):
        pieces += [Piece(prepared[at : match.start()], False), Piece(match["words"].strip(), True)]
        at = match.end()
    return [piece for piece in [*pieces, Piece(prepared[at:], False)] if piece.words]


def without_marks(prepared: str) -> str:
    """The prepared words with the marks taken off: what a draft is measured against."""
    return NOTATION.sub(lambda match: match["words"], prepared[:LONGEST])


def is_whole(prepared: str) -> bool:
    """Whether every mark that opens closes again."""
    return len(OPENED.findall(prepared)) == len(NOTATION.findall(prepared))


def kept_of(part: str, draft: Sequence[str]) -> list[bool]:
    """For each word of a draft, as compared: does it stand in what is left of a part as it was?

    Nothing is, where less than `REWRITTEN_SHARE` of the part is left.
    """
    kept = [False] * len(draft)
    theirs = [word.masked for word in words_of(part)]
    if not theirs:
        return kept
    size = min(RUN_WORDS, len(theirs))
    ours, left = runs_in(draft, size), [False] * len(theirs)
    for run, places in runs_in(theirs, size).items():
        for place in places if run in ours else ():
            left[place : place + size] = [True] * size
        for place in ours.get(run, ()):
            kept[place : place + size] = [True] * size
    return kept if sum(left) >= REWRITTEN_SHARE * len(theirs) else [False] * len(draft)


def progress(words: str, prepared: str) -> Progress:
    """Measure how far `words` have moved from `prepared`."""
    draft = [word.masked for word in words_of(words[:LONGEST])]
    standing = set(parts_of(words))
    parts = [
        Part(part, part not in standing and not any(kept_of(part, draft))) for part in parts_of(prepared)
    ]
    copied = copied_passages(draft, _masked(words_of(without_marks(prepared))))
    return Progress(round(100 * sum(copied) / max(1, len(draft))), tuple(parts))


def _masked(words: Sequence[Word]) -> list[str]:
    return [word.masked for word in words]
