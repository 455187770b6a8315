"""How much of one text stands in another: copied runs, and likeness of characters."""

from collections.abc import Sequence
from dataclasses import dataclass

from engagement.personalization import thresholds
from engagement.personalization.text import Word


@dataclass(frozen=True, slots=True)
class Overlap:
    """What a draft has in common with one earlier text."""

    copied: tuple[bool, ...]  # for each word of the draft: does it stand in a shared run?
    counted: tuple[
        bool, ...
    ]  # for each word of the draft: does it count at all (not a quote of the recipient)?
    similarity: float  # of character trigrams, 0 to 1

    @property
    def copied_words(self) -> int:
        """How many of the words that count are copied."""
        return sum(copied and counted for copied, counted in zip(self.copied, self.counted, strict=True))

    @property
    def share(self) -> float:
        """The copied share of the words that count."""
        return self.copied_words / max(1, sum(self.counted))


def copied_words(draft: Sequence[str], other: Sequence[str], run: int = thresholds.RUN_WORDS) -> list[bool]:
    """For each word of `draft`: is it part of a run of `run` words that `other` has too?"""
    copied = [False] * len(draft)
    run = max(1, min(run, len(draft), len(other)))
    known = {tuple(other[place : place + run]) for place in range(len(other) - run + 1)}
    for place in range(len(draft) - run + 1):
        if tuple(draft[place : place + run]) in known:
            copied[place : place + run] = [True] * run
    return copied


def trigrams(words: Sequence[str]) -> frozenset[str]:
    """The character trigrams of the words, each word padded as pg_trgm does it."""
    return frozenset(
        padded[i : i + 3] for padded in {f"  {word} " for word in words} for i in range(len(padded) - 2)
    )


def similarity(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard similarity: shared of all."""
    return len(one & other) / len(one | other) if one and other else 0.0


def spans_of(words: Sequence[Word], marked: Sequence[bool], gap: int = 0) -> tuple[tuple[int, int], ...]:
    """The stretches of marked words as character ranges; up to `gap` unmarked words between two are bridged."""
    spans: list[tuple[int, int]] = []
    last = -1
    for place, (word, mark) in enumerate(zip(words, marked, strict=True)):
        if not mark:
            continue
        if spans and place - last - 1 <= gap:
            spans[-1] = (spans[-1][0], word.end)
        else:
            spans.append((word.start, word.end))
        last = place
    return tuple(spans)
