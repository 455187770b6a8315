"""Verification: of the earlier messages that the index proposed, which says most against the draft?"""

from collections.abc import Sequence
from dataclasses import dataclass

from engagement.personalization import lexicon, thresholds
from engagement.personalization.content import STRONG, content_of, content_of_text, weight
from engagement.personalization.findings import Outcome, Spans
from engagement.personalization.fingerprints import digest_of
from engagement.personalization.message import PastMessage
from engagement.personalization.overlap import (
    Overlap,
    Sentences,
    copied_passages,
    likenesses,
    readdressed,
    spans_of,
)
from engagement.personalization.reading import Reading
from engagement.personalization.sentences import sentences
from engagement.personalization.text import Word, words_of

EXACT = 2.0  # above every share
PLAIN = 0.9  # nine tenths of the words explained


@dataclass(frozen=True, slots=True)
class Match:
    """One earlier message, and what it says about the draft."""

    past: PastMessage
    outcome: Outcome
    score: float
    percent: int
    spans: Spans
    reworded: bool = False


def best_match(reading: Reading) -> Match | None:
    """The gravest match among the proposed earlier messages; among equals the closest."""
    best: Match | None = None
    for past in reading.past:
        match = _judge(reading, past)
        if best is None or (match.outcome.gravity, match.score) > (best.outcome.gravity, best.score):
            best = match
        if match.outcome is Outcome.BLOCK and match.score >= PLAIN:  # nothing says much more
            break
    return best


def measure(reading: Reading, other: Sequence[Word]) -> Overlap:
    """What the draft has in common with another text; greeting, signature, quotes and slots do not count."""
    masked = [word.masked for word in other]
    ours, places = reading.comparable, reading.counted_sentences
    theirs = Sentences([masked[start:stop] for start, stop in sentences(other)])
    alike = likenesses(ours, theirs)
    likeness = [0.0] * len(reading.words)
    for sentence, like in zip(places, alike, strict=True):
        for place in sentence:
            likeness[place] = like
    return Overlap(
        copied=tuple(copied_passages(reading.masked, masked)),
        likeness=tuple(likeness),
        counted=tuple(
            counts and not word.slot for counts, word in zip(reading.counted, reading.words, strict=True)
        ),
        alike=sum(
            len(at) >= thresholds.SENTENCE_WORDS and like >= thresholds.SENTENCE_ALIKE
            for at, like in zip(places, alike, strict=True)
        ),
        ours=ours,
        theirs=theirs,
    )


def _judge(reading: Reading, past: PastMessage) -> Match:
    words = words_of(past.words[: thresholds.LONGEST])
    everything = ((reading.words[0].start, reading.words[-1].end),) if reading.words else ()
    if reading.digest and digest_of(words) == reading.digest:
        return Match(past, Outcome.BLOCK, EXACT, 100, everything)
    if (outcome := _readdressed(reading, words)) is not Outcome.PASS:
        return Match(past, outcome, EXACT, 100, everything)
    if not _may_be_telling(reading, words):
        return Match(past, Outcome.PASS, 0.0, 0, ())
    overlap = measure(reading, words)
    copied = overlap.copied_share
    by_runs = copied >= thresholds.COPIED_WARN or overlap.copied_words >= thresholds.COPIED_WARN_WORDS
    marks = zip(overlap.copied, overlap.likeness, overlap.counted, strict=True)
    alike = thresholds.SENTENCE_ALIKE if not by_runs else 2.0
    marked = [(copy or like >= alike) and counts for copy, like, counts in marks]
    spans = spans_of(reading.words, marked, thresholds.SLOT_WORDS)
    outcome = _outcome(overlap)
    if outcome is not Outcome.PASS:
        outcome = _if_telling(outcome, overlap, _telling(reading, overlap))
    if not by_runs and outcome is not Outcome.BLOCK:
        said = _retold(reading, past)
        if said.outcome.gravity > outcome.gravity:
            return said
    return Match(past, outcome, overlap.explained, round(100 * copied), spans, not by_runs)


def _retold(reading: Reading, past: PastMessage) -> Match:
    """How grave it is that a draft says what the earlier message said, in words of its own."""
    ours, theirs = reading.content, content_of_text(past.words[: thresholds.LONGEST])
    shared = ours & theirs
    if not reading.is_english or not shared:
        return Match(past, Outcome.PASS, 0.0, 0, ())
    weighs, strong = weight(shared), sum(sort in STRONG for sort, _ in shared)
    both_ways = min(weighs / weight(ours), weighs / weight(theirs))

    def reaches(*limits: tuple[int, float, float]) -> bool:
        return any(
            strong >= things and weighs >= least and both_ways >= part for things, least, part in limits
        )

    known = reading.rests_on_record
    if not known and reaches(*thresholds.RETOLD_BLOCK_UNKNOWN):
        outcome = Outcome.BLOCK
    elif reaches(*(thresholds.RETOLD_WARN if known else thresholds.RETOLD_WARN_UNKNOWN)):
        outcome = Outcome.WARN
    else:
        return Match(past, Outcome.PASS, 0.0, 0, ())
    marked = [
        counts and not content_of([word]).isdisjoint(shared)
        for word, counts in zip(reading.words, reading.counted, strict=True)
    ]
    return Match(
        past, outcome, both_ways, 0, spans_of(reading.words, marked, thresholds.SLOT_WORDS), reworded=True
    )


def _readdressed(reading: Reading, words: Sequence[Word]) -> Outcome:
    """How grave it is that these are the words to somebody else with another name in them, if they are."""
    own = sum(text not in reading.names for text in reading.masked)
    if own < thresholds.READDRESSED_WARN or own == len(reading.masked) or reading.is_everyday:
        return Outcome.PASS
    if not readdressed(reading.masked, reading.names, [word.masked for word in words]):
        return Outcome.PASS
    return Outcome.BLOCK if own >= thresholds.READDRESSED_BLOCK else Outcome.WARN


def _may_be_telling(reading: Reading, words: Sequence[Word]) -> bool:
    """Whether the two share enough telling words at all, wherever: without them no measure says anything."""
    shared = reading.telling & {lexicon.stem(word.masked) for word in words}
    return len(shared) >= thresholds.MIN_TELLING_WORDS


def _telling(reading: Reading, overlap: Overlap) -> int:
    """How many different words that are not everybody's the two share: 'I have to go now, it was nice' is no theft."""
    theirs = {lexicon.stem(word) for text in overlap.theirs.texts for word in text}
    marks = zip(reading.words, overlap.copied, overlap.likeness, overlap.counted, strict=True)
    shared = {
        word.text
        for word, copied, like, counts in marks
        if counts and (copied or like >= thresholds.SENTENCE_ALIKE)
    }
    return len({lexicon.stem(word) for word in shared - lexicon.EVERYDAY} & theirs)


def _outcome(overlap: Overlap) -> Outcome:
    if _is_copied(overlap) or _is_reworded(overlap) or _is_wholly_reworded(overlap):
        return Outcome.BLOCK
    return Outcome.WARN if _is_partly_copied(overlap) or _is_loosely_reworded(overlap) else Outcome.PASS


def _if_telling(outcome: Outcome, overlap: Overlap, telling: int) -> Outcome:
    """The outcome, or less where hardly a telling word is shared."""
    if telling < thresholds.MIN_TELLING_WORDS:
        return Outcome.PASS
    if telling < thresholds.MIN_TELLING_REWORDED and not _is_copied(overlap):
        return Outcome.WARN
    return outcome


def _is_copied(overlap: Overlap) -> bool:
    enough = overlap.copied_words >= thresholds.MIN_COPIED_WORDS
    return enough and overlap.copied_share >= thresholds.COPIED_BLOCK


def _is_reworded(overlap: Overlap) -> bool:
    """Runs of the earlier words still stand between the new ones."""
    if overlap.copied_words < thresholds.MIN_COPIED_WORDS or overlap.copied_share < thresholds.COPIED_WARN:
        return False
    explained = (
        overlap.explained >= thresholds.EXPLAINED_BLOCK and overlap.mean_likeness >= thresholds.LIKENESS_BLOCK
    )
    return explained and overlap.alike >= thresholds.MIN_SENTENCES_ALIKE


def _is_wholly_reworded(overlap: Overlap) -> bool:
    """Sentence by sentence the earlier message, though hardly three words together are left of it."""
    if overlap.total < thresholds.WHOLLY_WORDS or overlap.alike < thresholds.WHOLLY_SENTENCES:
        return False
    return overlap.alike_share >= thresholds.WHOLLY_SHARE and overlap.both_ways >= thresholds.WHOLLY_LIKENESS


def _is_partly_copied(overlap: Overlap) -> bool:
    if overlap.copied_words >= thresholds.COPIED_WARN_WORDS:
        return True
    enough = overlap.copied_words >= thresholds.MIN_COPIED_WARN
    return enough and overlap.copied_share >= thresholds.COPIED_WARN


def _is_loosely_reworded(overlap: Overlap) -> bool:
    enough = (
        overlap.total >= thresholds.MIN_REWORDED_WORDS and overlap.alike >= thresholds.MIN_SENTENCES_ALIKE
    )
    return enough and overlap.both_ways >= thresholds.LIKENESS_WARN
