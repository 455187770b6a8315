"""Praise that fits anybody: exclamations, and compliments on 'your content' that name nothing in it."""

from collections import defaultdict
from enum import IntEnum

from engagement.personalization import lexicon, thresholds
from engagement.personalization.reading import Reading

# Praise of these words together with words of the channel is praise of the channel.
_THEIRS = frozenset({"your", "youre", "you", "u", "ur", "this"})
_SET_PHRASES: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
for _phrase in lexicon.lines("set_phrases"):
    _SET_PHRASES[_phrase.split()[0]].append(tuple(_phrase.split()))


class Praise(IntEnum):
    """How much of a draft is praise that fits anybody."""

    NONE = 0
    BARE = 1  # 'Awesome! Just incredible!'
    EMPTY = 2  # 'Love your content!'


def praise_in(reading: Reading) -> Praise:
    """Whether the draft is nothing but praise that fits anybody."""
    praise = [word for word in reading.words if word.text in lexicon.PRAISE]
    media = [word for word in reading.words if word.text in lexicon.MEDIA]
    if not praise or not reading.is_english:
        return Praise.NONE
    of_their_channel = bool(media) and any(word.text in _THEIRS for word in reading.words)
    if of_their_channel and not reading.particulars:
        return Praise.EMPTY
    if _is_conversation(reading):
        return Praise.NONE
    said = len(praise) + len(media)
    if len(reading.particulars) > thresholds.PARTICULARS_IN_PRAISE * said:
        return Praise.NONE
    return Praise.EMPTY if media and not reading.particulars else Praise.BARE


def _is_conversation(reading: Reading) -> bool:
    words = [word.text for word in reading.words if word.text not in reading.names]
    place = 0
    while place < len(words):
        phrases = _SET_PHRASES.get(words[place], ())
        phrase = next((each for each in phrases if tuple(words[place : place + len(each)]) == each), None)
        if phrase is None and words[place] in lexicon.CONVERSATION:
            return True
        place += len(phrase) if phrase else 1
    return False
