"""What somebody's messages begin and end with, whoever they are to: learned from these messages, in any language.

A sentence or a line at either end is a habit when it recurs in messages to several people that otherwise say
different things. A template's sentences recur too, but around the same words: they are none.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import islice
from typing import NamedTuple

from engagement.personalization.overlap import dice, trigrams
from engagement.personalization.sentences import Stretch, sentences
from engagement.personalization.text import Word, words_of
from engagement.personalization.thresholds import (
    HABIT_EDGE_SENTENCES,
    HABIT_EDGE_WORDS,
    HABIT_PEOPLE,
    HABIT_REST_ALIKE,
    HABIT_REST_WORDS,
)

LOOKED_AT = 500  # the latest messages of a writer
MOST = 64  # habits of a writer
BITS = 48
LONGEST = 5_000  # characters of a message
COMMAS = frozenset(",،、")
GREETING_WORDS = 4  # so many words before the first comma greet: 'Ciao bella,'


class Phrase(NamedTuple):
    """A sentence or line at one end of a text, by number."""

    number: int
    start: int
    stop: int


def phrases_at_start(words: Sequence[Word]) -> list[Phrase]:
    """The first sentences, as far as an opening may reach; a short greeting before a comma stands apart."""
    if not words:
        return []
    whole = sentences(words)[:HABIT_EDGE_SENTENCES]
    comma = next(
        (at for at in range(1, min(GREETING_WORDS, whole[0][1] - 1) + 1) if words[at].break_before in COMMAS),
        0,
    )
    cut = [(0, comma), (comma, whole[0][1]), *whole[1:]] if comma else whole
    return [_phrase(words, stretch) for stretch in cut if stretch[1] <= HABIT_EDGE_WORDS]


def phrases_at_end(words: Sequence[Word]) -> list[Phrase]:
    """The last sentences and lines, the very last first, as far as a closing may reach."""
    first = len(words) - HABIT_EDGE_WORDS
    last = sentences(words)[-HABIT_EDGE_SENTENCES:]
    return [_phrase(words, stretch) for stretch in reversed(last) if stretch[0] >= max(1, first)]


def learn(messages: Iterable[tuple[str, str]]) -> frozenset[int]:
    """The habits in a writer's messages: (whom it was to, the words) each, the latest first."""
    read = [(to, words_of(words[:LONGEST])) for to, words in islice(messages, LOOKED_AT)]
    edges = [(to, words, _edges(words)) for to, words in read]
    people: defaultdict[int, set[str]] = defaultdict(set)
    for to, _words, phrases in edges:
        for phrase in phrases:
            people[phrase.number].add(to)
    often = {number for number, those in people.items() if len(those) >= HABIT_PEOPLE}
    found = _amid_other_words(edges, often) if often else []
    return frozenset(sorted(found, key=lambda number: -len(people[number]))[:MOST])


def without_habits(words: Sequence[Word], habits: frozenset[int], start: int, stop: int) -> Stretch:
    """From which word up to which a text says something of its own, where greeting and signature are known already."""
    if not habits:
        return start, stop
    begins, ends = start, stop
    for place, phrase in enumerate(phrases_at_start(words)):
        if phrase.number in habits:
            begins = max(begins, phrase.stop)
        elif place and phrase.stop > begins:
            break
    for phrase in phrases_at_end(words):
        if phrase.number in habits:
            ends = min(ends, phrase.start)
        elif phrase.start < ends:
            break
    # Who says nothing but what they always say has nothing else to be judged by.
    return (begins, ends) if ends - begins >= HABIT_REST_WORDS else (start, stop)


def _phrase(words: Sequence[Word], stretch: Stretch) -> Phrase:
    text = " ".join(word.masked for word in words[slice(*stretch)])
    number = int.from_bytes(blake2b(text.encode(), digest_size=BITS // 8).digest(), "big")
    return Phrase(number, *stretch)


def _edges(words: Sequence[Word]) -> list[Phrase]:
    return [*phrases_at_start(words), *phrases_at_end(words)]


Read = tuple[str, Sequence[Word], list[Phrase]]


def _amid_other_words(edges: Iterable[Read], often: set[int]) -> list[int]:
    """Those of the frequent phrases that stand in enough messages, to different people, that say different things."""
    rests: defaultdict[int, dict[str, frozenset[str]]] = defaultdict(dict)
    for to, words, phrases in edges:
        mine = {phrase.number for phrase in phrases} & often
        wanted = [number for number in mine if len(rests[number]) < HABIT_PEOPLE and to not in rests[number]]
        if not wanted:
            continue
        rest = _rest(words, [phrase for phrase in phrases if phrase.number in often])
        for number in wanted:
            if rest and all(dice(rest, other) < HABIT_REST_ALIKE for other in rests[number].values()):
                rests[number][to] = rest
    return [number for number, those in rests.items() if len(those) >= HABIT_PEOPLE]


def _rest(words: Sequence[Word], phrases: Sequence[Phrase]) -> frozenset[str]:
    """What else the message says; nothing where that is hardly anything."""
    taken = {place for phrase in phrases for place in range(phrase.start, phrase.stop)}
    rest = [word.masked for place, word in enumerate(words) if place not in taken]
    return trigrams(rest) if len(rest) >= HABIT_REST_WORDS else frozenset()
