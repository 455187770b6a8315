"""Praise that fits anybody: exclamations, and compliments on 'your content' that name nothing in it."""

from enum import IntEnum

from engagement.personalization import lexicon, thresholds
from engagement.personalization.reading import Reading

# Somebody's own part, or something said before: the sentence belongs to a conversation, not under any post.
_CONVERSATION = frozenset(
    [
        "it",
        "its",
        "itll",
        "that",
        "thats",
        "thatd",
        "they",
        "theyre",
        "them",
        "he",
        "hes",
        "she",
        "shes",
        "him",
        "her",
        "his",
        "hers",
        "we",
        "were",
        "my",
        "mine",
        "me",
        "how",
        "did",
        "didnt",
        "was",
        "wasnt",
        "should",
        "would",
        "could",
        "can",
        "cant",
        "where",
        "when",
        "who",
        "why",
        "which",
        "am",
        "im",
        "ive",
        "id",
        "ill",
        "think",
        "thought",
        "know",
        "yes",
        "yeah",
        "yep",
        "no",
        "nope",
        "haha",
        "thanks",
        "thank",
        "welcome",
        "good",
        "too",
        "also",
        "then",
        "but",
        "or",
        "if",
        "because",
        "so",
        "same",
        "sounds",
        "sound",
    ]
)
_THEIRS = frozenset(["your", "youre", "you", "u", "ur", "this"])
# The same words inside set phrases of praise are no conversation.
_SET_PHRASES = (
    ("keep", "it", "up"), ("love", "it"), ("killing", "it"), ("nailed", "it"), ("crushing", "it"), ("killed", "it"),
    ("rocking", "it"), ("rock", "it"), ("loving", "it"), ("so", "good"), ("so", "cool"), ("so", "nice"), ("good", "job"),
    ("good", "work"), ("so", "much"), ("way", "to", "go"), ("looking", "good"), ("looks", "good"), ("good", "stuff"),
    ("im", "obsessed"), ("i", "am", "obsessed"), ("im", "in", "love"), ("i", "am", "in", "love"), ("made", "my", "day"),
    ("my", "favorite"), ("my", "favourite"), ("thanks", "for", "sharing"), ("thank", "you", "for", "sharing"), ("i", "wish"),
    ("how", "do", "you", "do", "it"), ("so", "beautiful"), ("so", "pretty"), ("so", "inspiring"), ("so", "amazing"),
    ("we", "love"), ("we", "adore"), ("good", "one"), ("would", "be", "awesome", "if"), ("can", "feel"), ("inspire", "me"), ("inspires", "me"), ("inspired", "me"), ("blown", "away"), ("im", "a", "fan"),
    ("im", "a", "big", "fan"), ("im", "a", "huge", "fan"), ("my", "goodness"), ("my", "god"), ("good", "vibes"), ("too", "good"),
    ("cant", "stop"), ("cant", "get", "enough"), ("so", "talented"), ("how", "amazing"), ("how", "beautiful"), ("how", "cool"),
    ("when", "is", "the", "next"), ("thats", "amazing"), ("thats", "awesome"), ("thats", "incredible"), ("take", "my", "breath"),
)  # fmt: skip


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
        phrase = next(
            (phrase for phrase in _SET_PHRASES if tuple(words[place : place + len(phrase)]) == phrase), None
        )
        if phrase is None and words[place] in _CONVERSATION:
            return True
        place += len(phrase) if phrase else 1
    return False
