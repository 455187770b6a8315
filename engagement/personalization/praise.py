"""Praise that fits anybody: exclamations, and compliments on 'your content' that name nothing in it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import IntEnum

from engagement.personalization import lexicon, thresholds
from engagement.personalization.reading import Reading

# Praise of these words together with words of the channel is praise of the channel.
_THEIRS = frozenset({"your", "youre", "you", "u", "ur", "this"})
Phrases = Mapping[str, Sequence[tuple[str, ...]]]


def _by_first_word(*lists: str) -> Phrases:
    phrases: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in lists:
        for line in lexicon.lines(name):
            phrases[line.split()[0]].append(tuple(line.split()))
    return phrases


_PRAISE_PHRASES = _by_first_word("praise_phrases")
_SET_PHRASES = _by_first_word("praise_phrases", "set_phrases")


class Praise(IntEnum):
    """How much of a draft is praise that fits anybody."""

    NONE = 0
    BARE = 1  # 'Awesome! Just incredible!'
    EMPTY = 2  # 'Love your content!'


def praise_in(reading: Reading) -> Praise:
    """Whether the draft is nothing but praise that fits anybody."""
    if not reading.is_english:
        return Praise.NONE
    words = [word.text for word in reading.words if word.text not in reading.names]
    praise = sum(word in lexicon.PRAISE for word in words) + _phrases_in(words)
    media = sum(word in lexicon.MEDIA for word in words)
    of_their_channel = media > 0 and not _THEIRS.isdisjoint(words)
    if of_their_channel and not reading.particulars:
        return Praise.EMPTY if praise else Praise.BARE
    if not praise or _is_conversation(words):
        return Praise.NONE
    if len(reading.particulars) > thresholds.PARTICULARS_IN_PRAISE * (praise + media):
        return Praise.NONE
    return Praise.EMPTY if media and not reading.particulars else Praise.BARE


def _phrase_at(words: Sequence[str], place: int, phrases: Phrases) -> tuple[str, ...] | None:
    known = phrases.get(words[place], ())
    return next((phrase for phrase in known if tuple(words[place : place + len(phrase)]) == phrase), None)


def _phrases_in(words: Sequence[str]) -> int:
    return sum(_phrase_at(words, place, _PRAISE_PHRASES) is not None for place in range(len(words)))


def _is_conversation(words: Sequence[str]) -> bool:
    place = 0
    while place < len(words):
        phrase = _phrase_at(words, place, _SET_PHRASES)
        if phrase is None and words[place] in lexicon.CONVERSATION:
            return True
        place += len(phrase) if phrase else 1
    return False
