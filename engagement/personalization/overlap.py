"""How much of one text stands in another: copied runs word by word, rewordings sentence by sentence."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from engagement.personalization import thresholds
from engagement.personalization.text import Word

Run = tuple[int, int, int]  # where in the draft, where in the other text, how many words


@dataclass(frozen=True)
class Sentences:
    """The sentences of one text, ready to be compared with those of another."""

    texts: Sequence[Sequence[str]]

    @cached_property
    def trigrams(self) -> list[frozenset[str]]:
        """The character trigrams of each sentence."""
        return [trigrams(text) for text in self.texts]

    @cached_property
    def holding(self) -> Mapping[str, list[int]]:
        """In which sentences each word stands."""
        holding: defaultdict[str, list[int]] = defaultdict(list)
        for place, text in enumerate(self.texts):
            for word in set(text):
                holding[word].append(place)
        return holding


@dataclass(frozen=True)
class Overlap:
    """What a draft has in common with one earlier text. The first three say it for each word of the draft."""

    copied: tuple[bool, ...]  # does it stand in a copied passage?
    likeness: tuple[float, ...]  # how like is its sentence to the one of theirs most like it, 0 to 1?
    counted: tuple[bool, ...]  # does it count (no greeting, signature, quote, slot)?
    alike: int  # how many sentences of the draft are one of theirs, copied or in other words
    ours: Sentences
    theirs: Sentences

    @cached_property
    def alike_share(self) -> float:
        """The share of the words that count which are copied, or stand in a sentence like one of theirs."""
        marks = zip(self.copied, self.likeness, self.counted, strict=True)
        alike = ((copied or like >= thresholds.SENTENCE_ALIKE) and counted for copied, like, counted in marks)
        return sum(alike) / max(1, self.total)

    @cached_property
    def returned(self) -> float:
        """How much of the earlier text comes back in the draft, 0 to 1."""
        lengths = [len(text) for text in self.theirs.texts]
        back = likenesses(self.theirs, self.ours)
        return sum(like * length for like, length in zip(back, lengths, strict=True)) / max(1, sum(lengths))

    @cached_property
    def both_ways(self) -> float:
        """How well the two texts explain each other: the lesser of both ways."""
        return (
            min(self.mean_likeness, self.returned) if self.mean_likeness >= thresholds.LIKENESS_WARN else 0.0
        )

    @cached_property
    def total(self) -> int:
        """How many words count."""
        return sum(self.counted)

    @cached_property
    def copied_words(self) -> int:
        """How many of the words that count are copied."""
        return sum(copied and counted for copied, counted in zip(self.copied, self.counted, strict=True))

    @cached_property
    def copied_share(self) -> float:
        """The copied share of the words that count."""
        return self.copied_words / max(1, self.total)

    @cached_property
    def explained(self) -> float:
        """The share of the words that count which the earlier text explains: copied ones wholly, reworded in part."""
        marks = zip(self.copied, self.likeness, self.counted, strict=True)
        floor = thresholds.SENTENCE_FLOOR
        parts = (
            1.0 if copied else like if like >= floor else 0.0 for copied, like, counted in marks if counted
        )
        return sum(parts) / max(1, self.total)

    @cached_property
    def mean_likeness(self) -> float:
        """The likeness of the sentences, averaged over the words that count."""
        return sum(like for like, counted in zip(self.likeness, self.counted, strict=True) if counted) / max(
            1, self.total
        )


def readdressed(draft: Sequence[str], names: Collection[str], other: Sequence[str]) -> bool:
    """Whether the draft is the other text with another name in it: the same words in the same order around it."""
    at, begins, after_name = 0, 0, False
    for place in [*(place for place, word in enumerate(draft) if word in names), len(draft)]:
        words = draft[begins:place]
        if words:
            gaps = range(thresholds.NAME_WORDS + 1 if after_name else 1)
            found = next((at + gap for gap in gaps if other[at + gap : at + gap + len(words)] == words), None)
            if found is None:
                return False
            at = found + len(words)
        after_name, begins = place < len(draft) or (after_name and not words), place + 1
    return len(other) - at <= (thresholds.NAME_WORDS if after_name else 0)


def runs_in(words: Sequence[str], run: int) -> Mapping[tuple[str, ...], list[int]]:
    """Every run of so many words, and where it begins."""
    runs: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in range(len(words) - run + 1):
        runs[tuple(words[place : place + run])].append(place)
    return runs


def copied_passages(draft: Sequence[str], other: Sequence[str]) -> list[bool]:
    """For each word of `draft`: does it stand in a passage of `other`?

    A passage is one long run, or short runs that follow each other in both texts with only a slot's width between
    them. Short runs scattered over the other text ('thank you for' here, 'and I hope' there) are nobody's property.
    """
    copied = [False] * len(draft)
    for passage in _passages(_runs(draft, other)):
        if sum(length for _, _, length in passage) >= thresholds.PASSAGE_WORDS:
            for place, _, length in passage:
                copied[place : place + length] = [True] * length
    return copied


def _runs(draft: Sequence[str], other: Sequence[str]) -> list[Run]:
    """The runs of at least RUN_WORDS shared words, longest at each place, in the order of the draft."""
    size = thresholds.RUN_WORDS
    known = runs_in(other, size)
    runs: list[Run] = []
    place, expected = 0, 0
    while place <= len(draft) - size:
        starts = known.get(tuple(draft[place : place + size]))
        if not starts:
            place += 1
            continue
        length, start = _longest(draft, other, place, starts, expected)
        runs.append((place, start, length))
        place, expected = place + length, start + length
    return runs


def _longest(
    draft: Sequence[str], other: Sequence[str], place: int, starts: list[int], expected: int
) -> tuple[int, int]:
    """The longest run from here; among equals the one that goes on where the last one ended."""
    nearest = sorted(starts, key=lambda start: abs(start - expected))[: thresholds.REPEATS]
    best = (0, 0)
    for start in nearest:
        length = thresholds.RUN_WORDS
        while (
            place + length < len(draft)
            and start + length < len(other)
            and draft[place + length] == other[start + length]
        ):
            length += 1
        if length > best[0]:
            best = (length, start)
    return best


def _passages(runs: Sequence[Run]) -> Iterator[list[Run]]:
    passage: list[Run] = []
    for run in runs:
        if passage and not _goes_on(passage[-1], run):
            yield passage
            passage = []
        passage.append(run)
    if passage:
        yield passage


def _goes_on(before: Run, after: Run) -> bool:
    here = after[0] - before[0] - before[2]
    there = after[1] - before[1] - before[2]
    return here <= thresholds.SLOT_WORDS and -1 <= there <= thresholds.SLOT_WORDS


def likenesses(ours: Sentences, theirs: Sentences) -> list[float]:
    """For each of our sentences: how like it is, in character trigrams, to the one of theirs most like it."""
    return [_likest(text, grams, theirs) for text, grams in zip(ours.texts, ours.trigrams, strict=True)]


def _likest(text: Sequence[str], grams: frozenset[str], theirs: Sentences) -> float:
    shared = Counter(
        place for word in set(text) for place in theirs.holding.get(word, ())[: thresholds.REPEATS]
    )
    likely = (
        shared
        if len(shared) <= thresholds.LIKELY
        else [place for place, _ in shared.most_common(thresholds.LIKELY)]
    )
    return max((dice(grams, theirs.trigrams[place]) for place in likely), default=0.0)


def trigrams(words: Sequence[str]) -> frozenset[str]:
    """The character trigrams of the words, each word padded as pg_trgm does it."""
    return frozenset().union(*map(_trigrams_of_word, words))


@lru_cache(maxsize=50_000)
def _trigrams_of_word(word: str) -> frozenset[str]:
    padded = f"  {word[:100]} "
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2))


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """Twice the shared of both, 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def spans_of(words: Sequence[Word], marked: Sequence[bool], gap: int = 0) -> tuple[tuple[int, int], ...]:
    """The stretches of marked words as character ranges; up to `gap` unmarked words between are bridged."""
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
