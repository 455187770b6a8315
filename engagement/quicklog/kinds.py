"""Reading what happened, and through which channel."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from engagement.quicklog.chips import ChannelChip, KindChip, Span
from engagement.quicklog.vocabulary import CHANNELS, HOW_IT_WAS, NOUNS, VERBS, Entry


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


NO_MORE = r"(?![\w@/-])(?!['.]\w)"
KIND = re.compile(rf"(?:(?:{_any_of(HOW_IT_WAS)})\s+)*(?P<word>{_any_of([*NOUNS, *VERBS])}){NO_MORE}")
CHANNEL = re.compile(rf"(?P<word>{_any_of(CHANNELS)}){NO_MORE}")


@dataclass(frozen=True, slots=True)
class Found:
    """A word from the vocabulary at its place."""

    span: Span
    entry: Entry
    is_channel: bool = False

    @property
    def kind(self) -> KindChip | None:
        """The kind it says, or for a channel's name: suggests."""
        return KindChip(self.span, self.entry.kind, sure=not self.is_channel) if self.entry.kind else None

    @property
    def channel(self) -> ChannelChip | None:
        """The channel it names."""
        return ChannelChip(self.span, self.entry.channel) if self.entry.channel else None


def read_kind(text: str, pos: int) -> Found | None:
    """A word for what happened, with what was said of its length or mood."""
    match = KIND.match(text, pos)
    return Found(Span(*match.span()), NOUNS.get(match["word"]) or VERBS[match["word"]]) if match else None


def read_channel(text: str, pos: int) -> Found | None:
    """A channel's name."""
    match = CHANNEL.match(text, pos)
    return Found(Span(*match.span()), CHANNELS[match["word"]], is_channel=True) if match else None
