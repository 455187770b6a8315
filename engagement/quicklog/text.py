"""The line as the readers see it."""

import re
from dataclasses import dataclass

from engagement.quicklog.chips import Span

READ_AT_MOST = 4000  # what lies beyond is kept as note, unread: a line is a line
LIKE = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "\u00a0": " ", "\u202f": " ", "\t": " ", "–": "-", "—": "-"}
)
WORD = re.compile(r"\S+")
SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Text:
    """A line, and the same line in small letters and plain signs, character for character."""

    line: str
    plain: str

    @classmethod
    def of(cls, line: str) -> "Text":
        """Fold the line without moving a single character."""
        read = line[:READ_AT_MOST].translate(LIKE)
        return cls(line, "".join(low if len(low := sign.lower()) == 1 else sign for sign in read))

    def trimmed(self, start: int, end: int, signs: str = "") -> Span:
        """The stretch without blanks and the given signs at its edges."""
        while start < end and (self.line[start].isspace() or self.line[start] in signs):
            start += 1
        while end > start and (self.line[end - 1].isspace() or self.line[end - 1] in signs):
            end -= 1
        return Span(start, end)


def words(text: str, start: int, end: int) -> list[Span]:
    """The stretches between blanks."""
    return [Span(*match.span()) for match in WORD.finditer(text, start, end)]
