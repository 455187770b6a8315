"""Praise that fits anybody: exclamations, and compliments on 'your content' that name nothing in it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import IntEnum
from itertools import pairwise

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


_PRAISE = lexicon.PRAISE - {"congrats", "congratulations"}  # alone they answer some news
_PRAISE_PHRASES = _by_first_word("praise_phrases")
_SET_PHRASES = _by_first_word("praise_phrases", "set_phrases")


_ELSEWHERE = [
    (lexicon.words(f"praise_{code}"), lexicon.words(f"around_{code}")) for code in ("de", "fr", "es")
]


_CHANNEL, _REPLIES = lexicon.MEDIA | lexicon.words("media_elsewhere"), lexicon.words("conversation_elsewhere")
# What a finding points at.
PRAISING = lexicon.PRAISE.union(*(praise for praise, _around in _ELSEWHERE)) | _CHANNEL


class Praise(IntEnum):
    """How much of a draft is praise that fits anybody."""

    NONE = 0
    BARE = 1  # 'Awesome! Just incredible!'
    EMPTY = 2  # 'Love your content!'


def praise_in(reading: Reading) -> Praise:
    """Whether the draft is nothing but praise that fits anybody."""
    found = _in_english(reading) if reading.is_english else Praise.NONE
    return found or _in_another_language(reading)


def _in_english(reading: Reading) -> Praise:
    words = [word.text for word in reading.words if word.text not in reading.names]
    praise = sum(word in _PRAISE for word in words) + _phrases_in(words)
    media = sum(word in lexicon.MEDIA for word in words)
    of_their_channel = media > 0 and not _THEIRS.isdisjoint(words)
    if of_their_channel and not reading.particulars:
        return Praise.EMPTY if praise else Praise.BARE
    # 'Have a nice weekend' praises nobody; beside words of the channel it does not make these better.
    praise -= sum(lexicon.is_pleasant(word, then) for word, then in pairwise(words) if word in _PRAISE)
    if not praise or _is_conversation(words):
        return Praise.NONE
    if len(reading.particulars) > thresholds.PARTICULARS_IN_PRAISE * (praise + media):
        return Praise.NONE
    return Praise.EMPTY if media and not reading.particulars else Praise.BARE


def _in_another_language(reading: Reading) -> Praise:
    """Bare praise in a language we have a short list for; anything else is none that we know of."""
    said = [word.text for word in reading.words if not word.slot and word.text not in reading.names]
    if _CHANNEL.isdisjoint(said) and not _REPLIES.isdisjoint(said):
        return Praise.NONE
    for praise, around in _ELSEWHERE:
        praised = sum(word in praise for word in said)
        unknown = sum(word not in praise and word not in around for word in said)
        if praised and unknown <= thresholds.PARTICULARS_IN_PRAISE * praised:
            return Praise.BARE
    return Praise.NONE


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
