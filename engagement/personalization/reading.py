"""A draft, read: what the checks share, worked out once and only when asked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from engagement.personalization import lexicon, thresholds
from engagement.personalization.content import Thing, content_of
from engagement.personalization.fingerprints import asked_of, digest_of
from engagement.personalization.habits import without_habits
from engagement.personalization.index import MessageIndex
from engagement.personalization.manner import leaning, tokens
from engagement.personalization.message import Draft, Evidence, PastMessage
from engagement.personalization.overlap import Sentences, copied_passages, runs_in
from engagement.personalization.rewriting import without_marks
from engagement.personalization.sentences import Stretch, closing, opening, sentences
from engagement.personalization.text import Word, plain_text, words_of

QUOTED_WORDS = 4


@dataclass(frozen=True)
class Reading:
    """A draft with its words taken apart, and the index to ask about earlier ones."""

    draft: Draft
    index: MessageIndex

    @cached_property
    def text(self) -> str:
        """The part of the words that is read."""
        return self.draft.words[: thresholds.LONGEST]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The draft's words."""
        return words_of(self.text)

    @cached_property
    def _plain_text(self) -> tuple[str, list[int]]:
        return plain_text(self.text)

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The matches of a lower-case pattern, seeing through case, look-alikes, invisible and repeated characters."""
        return pattern.finditer(self._plain_text[0])

    def span(self, match: re.Match[str], group: int | str = 0) -> tuple[int, int]:
        """Where in the draft's own characters a match of `find` stands."""
        start, stop = match.span(group)
        places = self._plain_text[1]
        return places[start], places[stop - 1] + 1

    def written(self, match: re.Match[str], group: int | str = 0) -> str:
        """What the writer typed there, shortened for a sentence."""
        return self.text[slice(*self.span(match, group))].strip()[:60]

    @cached_property
    def plain(self) -> list[str]:
        """The words as compared."""
        return [word.text for word in self.words]

    @cached_property
    def masked(self) -> list[str]:
        """The words as compared, numbers, links, addresses and handles as slots."""
        return [word.masked for word in self.words]

    @cached_property
    def digest(self) -> str:
        """The key under which these words may stand only once."""
        return digest_of(self.words)

    @cached_property
    def past(self) -> tuple[PastMessage, ...]:
        """The earlier messages worth measuring."""
        return tuple(self.index.candidates(asked_of(self.words), limit=thresholds.CANDIDATES))

    @cached_property
    def is_english(self) -> bool:
        """Whether the English word lists can be trusted with this draft."""
        return lexicon.reads_as_english(word for word in self.plain if word not in self.names)

    @cached_property
    def is_everyday(self) -> bool:
        """Whether this is a short reply that may go to several people, the recipient's name apart."""
        return lexicon.is_everyday([word for word in self.plain if word not in self.names])

    @cached_property
    def names(self) -> frozenset[str]:
        """Every word the recipient goes by."""
        person = self.draft.recipient
        called = (person.name, *person.first_names, *person.nicknames, *person.handles)
        return frozenset(word.text.lstrip("@") for name in called for word in words_of(name))

    @cached_property
    def quoted(self) -> list[bool]:
        """For each word: does it stand in a run of the recipient's own words?"""
        quoted = [False] * len(self.words)
        runs, ours = runs_in(self.masked, QUOTED_WORDS), frozenset(self.masked)
        for evidence in self.draft.evidence:
            if evidence.kind in ("their_words", "touchpoint", "post"):
                theirs = [word.masked for word in words_of(evidence.text)]
                if sum(word in ours for word in theirs) < QUOTED_WORDS:
                    continue  # most texts: no run of theirs can stand in ours
                for run in runs.keys() & runs_in(theirs, QUOTED_WORDS).keys():
                    for place in runs[run]:
                        quoted[place : place + QUOTED_WORDS] = [True] * QUOTED_WORDS
        return quoted

    @cached_property
    def telling(self) -> frozenset[str]:
        """The stems of the words that are not everybody's."""
        return frozenset(map(lexicon.stem, {word.text for word in self.words} - lexicon.EVERYDAY))

    @cached_property
    def manner(self) -> list[str]:
        """The words that count, as their manner is told by."""
        counted = [word for word, counts in zip(self.words, self.counted, strict=True) if counts]
        last = self.text[counted[-1].end :].strip()[:1] if counted else ""
        return tokens(counted, self.names, last)

    @cached_property
    def lean(self) -> float:
        """How much they lean towards what is written to anybody, by the lesser of the two comparisons."""
        return leaning(self.manner).least

    @cached_property
    def content(self) -> frozenset[Thing]:
        """What the words that count say, whatever the words."""
        counted = (word for word, counts in zip(self.words, self.counted, strict=True) if counts)
        return content_of(counted, self.names)

    @cached_property
    def prepared(self) -> list[bool]:
        """For each word: does it stand in a passage of what the draft was started from?"""
        if not self.draft.prepared:
            return [False] * len(self.words)
        begun = words_of(without_marks(self.draft.prepared))
        return copied_passages(self.masked, [word.masked for word in begun])

    @cached_property
    def sentences(self) -> list[Stretch]:
        """The draft's sentences, as stretches of words."""
        return sentences(self.words)

    @cached_property
    def counted(self) -> list[bool]:
        """For each word: may it be held against the writer? Greeting, signature, habits and quotes may not."""
        start = opening(self.words, self.names)
        end = closing(self.words, frozenset(word.text for word in words_of(self.draft.writer)), self.text)
        start, end = without_habits(self.words, self.draft.habits, start, end)
        return [start <= place < end and not quoted for place, quoted in enumerate(self.quoted)]

    @cached_property
    def counted_sentences(self) -> list[list[int]]:
        """For each sentence: where its words that count stand."""
        return [
            [place for place in range(start, stop) if self.counted[place]] for start, stop in self.sentences
        ]

    @cached_property
    def comparable(self) -> Sentences:
        """The sentences, of the words that count, ready to be compared."""
        return Sentences([[self.masked[place] for place in places] for places in self.counted_sentences])

    @cached_property
    def particulars(self) -> list[Word]:
        """The words that say something: not everybody's words, not the recipient's name, no slots."""
        greets = bool(self.words) and self.words[0].text in lexicon.SALUTATIONS
        return [word for word in (self.words[2:] if greets else self.words) if self._is_particular(word)]

    def _is_particular(self, word: Word) -> bool:
        if word.slot or word.text in self.names or (len(word.text) < 2 and word.text.isascii()):
            return False
        return word.text not in lexicon.GENERIC and not lexicon.is_filler(word.text)

    @cached_property
    def particular_stems(self) -> frozenset[str]:
        """The stems of the words that say something, as they are looked for on record."""
        return frozenset(lexicon.stem(word.text) for word in self.particulars if len(word.text) > 2)

    @cached_property
    def rests_on_record(self) -> bool:
        """Whether a particular word of the draft stands in what is on record about the recipient."""
        told = (item for item in self.draft.evidence if item.bears_out)
        return any(not self.particular_stems.isdisjoint(self.evidence_words(item)) for item in told)

    def evidence_words(self, evidence: Evidence) -> frozenset[str]:
        """The stems of what a piece of evidence says in particular."""
        return frozenset(stem for text, stem in _particular(evidence.text) if text not in self.names)


@lru_cache(maxsize=1_000)
def _particular(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a piece of evidence that are not everybody's, and their stems."""
    texts = {word.text for word in words_of(text) if not word.slot and len(word.text) > 2}
    return tuple((text, lexicon.stem(text)) for text in sorted(texts - lexicon.GENERIC))
