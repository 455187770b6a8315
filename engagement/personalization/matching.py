"""Verification: of the earlier messages that the index proposed, which says most against the draft?"""

from collections.abc import Sequence
from dataclasses import dataclass

from engagement.personalization import thresholds
from engagement.personalization.findings import Outcome, Spans
from engagement.personalization.fingerprints import digest_of
from engagement.personalization.message import PastMessage
from engagement.personalization.overlap import Overlap, copied_words, similarity, spans_of, trigrams
from engagement.personalization.reading import Reading
from engagement.personalization.text import Word, words_of


@dataclass(frozen=True, slots=True)
class Match:
    """One earlier message, and what it says about the draft."""

    past: PastMessage
    outcome: Outcome
    score: float
    percent: int
    spans: Spans
    reworded: bool


def best_match(reading: Reading) -> Match | None:
    """The gravest match among the proposed earlier messages; among equals the closest."""
    matches = [_judge(reading, past) for past in reading.past]
    return max(matches, key=lambda match: (match.outcome.gravity, match.score), default=None)


def measure(reading: Reading, other: Sequence[Word]) -> Overlap:
    """What the draft has in common with another text; quotes of the recipient do not count."""
    masked = [word.masked for word in other]
    copied = copied_words(reading.masked, masked)
    counted = [not quoted for quoted in reading.quoted]
    return Overlap(
        tuple(copied), tuple(counted), similarity(trigrams(_counted(reading, counted)), trigrams(masked))
    )


def _counted(reading: Reading, counted: Sequence[bool]) -> list[str]:
    return [text for text, counts in zip(reading.masked, counted, strict=True) if counts]


def _judge(reading: Reading, past: PastMessage) -> Match:
    words = words_of(past.words[: thresholds.LONGEST])
    if reading.digest and digest_of(words) == reading.digest:
        everything = ((reading.words[0].start, reading.words[-1].end),)
        return Match(past, Outcome.BLOCK, 2.0, 100, everything, False)
    overlap = measure(reading, words)
    marked = [copied and counts for copied, counts in zip(overlap.copied, overlap.counted, strict=True)]
    reworded = overlap.share < thresholds.COPIED_WARN
    return Match(
        past,
        _outcome(overlap),
        max(overlap.share, overlap.similarity),
        round(100 * overlap.share),
        spans_of(reading.words, marked, thresholds.SLOT_WORDS),
        reworded,
    )


def _outcome(overlap: Overlap) -> Outcome:
    counted = sum(overlap.counted)
    copied = overlap.share if overlap.copied_words >= thresholds.MIN_COPIED_WORDS else 0.0
    alike = overlap.similarity if counted >= thresholds.MIN_SIMILAR_WORDS else 0.0
    if copied >= thresholds.COPIED_BLOCK or alike >= thresholds.SIMILAR_BLOCK:
        return Outcome.BLOCK
    if copied >= thresholds.COPIED_WARN or alike >= thresholds.SIMILAR_WARN:
        return Outcome.WARN
    return Outcome.PASS
