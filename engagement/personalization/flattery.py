"""Praise and offers that fit anybody, however well they are put: no sentence of them says anything of this person.

Praise is told by its words, and what fits anybody by the words that are *not* there. A sentence that praises somebody,
or offers to work with them, is made of qualities ('warm', 'rare'), of what everybody has who is written to ('your
page', 'your words') and of what every offer says. Praise of somebody's own has words besides: the flooded barn, the
whippet, the number of the bus. What the writer tells of themselves does not make it about the reader.

Praise in words that no list has is told by its manner, which was learned (`manner.py`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engagement.personalization import lexicon, manner, thresholds
from engagement.personalization.findings import Spans
from engagement.personalization.reading import Reading

PRAISING = (lexicon.PRAISE - lexicon.words("ambiguous_praise")) | lexicon.words("praise_of_people")
_OFFERS = lexicon.words("offers")
_COMMON = lexicon.GENERIC | lexicon.REPLY | PRAISING | _OFFERS | lexicon.words("fits_anybody")
_REPLIES = lexicon.REPLY - lexicon.FUNCTION
_YOU, _I, _WE = lexicon.words("you"), lexicon.words("i"), lexicon.words("we")
_YOUR = _YOU | lexicon.words("you_elsewhere")
_ASKS = frozenset("?？؟")
_GRATEFUL = lexicon.words("grateful")
_ENDINGS = ("s", "ly", "d", "ed", "ing", "r", "er", "est")
# In a conversation people answer, and talk of others and of what happened.
_ANSWERS = lexicon.words("answers") | lexicon.words("answers_elsewhere")
_OTHERS = lexicon.words("somebody_else")
_PLEASANTRIES = frozenset(tuple(line.split()) for line in lexicon.lines("pleasantries"))
_PHRASES = frozenset(tuple(line.split()) for line in lexicon.lines("praise_of_people_phrases"))
_HAPPENED = re.compile(
    r"\byou (?:said|told|asked|mentioned|sent|wrote|did|were|had|went|came|made|took|gave|showed|brought)\b"
    r"|\b(?:what|which|where|how|who|when|why)(?:'?s| is| are| do| does| did| was| were| about| kind) "
    r"(?:your|you|the|it)\b"
    r"|(?:^|[.!?,\n] {0,2}|\band |\bso )(?:do|did|have|are|were|will|can|could) you\b"
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    texts: Sequence[str]
    asks: bool

    @property
    def to_them(self) -> bool:
        """Whether it speaks of the reader: it says so, or is short and names nobody ('Amazing feed!')."""
        if not _YOU.isdisjoint(self.texts):
            return True
        return len(self.texts) <= thresholds.EXCLAMATION_WORDS and (_I | _WE).isdisjoint(self.texts)

    @property
    def praise(self) -> int:
        """How many words praise the reader."""
        if not self.to_them:
            return 0
        texts, after = self.texts, [*self.texts[1:], ""]
        plain = _places_of(_PLEASANTRIES, texts)
        alone = sum(
            text in PRAISING and place not in plain and not lexicon.is_pleasant(text, after[place])
            for place, text in enumerate(texts)
        )
        return alone + bool(_places_of(_PHRASES, texts))

    @property
    def offers(self) -> int:
        """How many words offer something in the name of the company."""
        return sum(text in _OFFERS for text in self.texts) if _I.isdisjoint(self.texts) else 0

    @property
    def own(self) -> int:
        """How many words not everybody would use."""
        return sum(not _is_common(text) for text in self.texts)

    @property
    def is_conversation(self) -> bool:
        """Whether it speaks of somebody else, or asks for something particular."""
        return not _OTHERS.isdisjoint(self.texts) or (self.asks and not self.offers and self.own > 0)

    @property
    def is_of_the_writer(self) -> bool:
        """Whether it speaks of nobody but who writes."""
        alone = not _I.isdisjoint(self.texts) and _YOU.isdisjoint(self.texts)
        return alone and _GRATEFUL.isdisjoint(self.texts)


def fits_anybody(reading: Reading) -> bool:
    """Whether a draft praises its reader, or offers them something, and nothing in it is about them."""
    if reading.lean <= thresholds.PLAINLY_ANYBODYS and next(reading.find(_HAPPENED), None) is not None:
        return False
    said = _sentences(reading)
    if not said or (said[0].texts[0] in _ANSWERS and len(reading.words) <= thresholds.ANSWER_WORDS):
        return False
    sentences = manner.sentences(reading.manner)
    if any(manner.leaning(one).than_to_one <= thresholds.SOMEBODYS_SENTENCE for one in sentences):
        return False
    if may_be_praise(reading) and _in_known_words(reading, said):
        return True
    return _in_their_manner(reading, said)


def said_to_anybody(reading: Reading) -> Spans:
    """Where it stands: the words of praise; in praise without any, the sentences that lean that way."""
    praise = tuple((word.start, word.end) for word in reading.words if word.text in PRAISING)
    return praise or tuple(
        (reading.words[start].start, reading.words[stop - 1].end)
        for start, stop in reading.sentences
        if manner.leaning(manner.tokens(reading.words[start:stop], reading.names)).least
        > thresholds.ANYBODYS_MANNER
    )


def fits_certainly_anybody(reading: Reading) -> bool:
    """Whether it leans so far that a word in it which happens to stand on record changes nothing."""
    return reading.lean > thresholds.CERTAINLY_ANYBODYS and fits_anybody(reading)


def may_be_praise(reading: Reading) -> bool:
    """Whether what holds words of praise may be praise: what people say to each other mostly leans far away from it."""
    if len(reading.words) <= thresholds.EXCLAMATION_WORDS:
        return True
    return reading.lean > thresholds.KNOWN_PRAISE


def _in_their_manner(reading: Reading, said: Sequence[_Sentence]) -> bool:
    """Whether it leans that way and speaks to its reader, in a language we were taught."""
    limit = thresholds.CERTAINLY_ANYBODYS if reading.is_everyday else thresholds.ANYBODYS_MANNER
    if reading.lean <= limit or manner.known(reading.manner) < thresholds.TAUGHT:
        return False
    to_them = any(not _YOUR.isdisjoint(sentence.texts) for sentence in said)
    short = len(reading.words) <= thresholds.SAID_TO_NOBODY
    return to_them or short or reading.lean > thresholds.CERTAINLY_ANYBODYS


def _in_known_words(reading: Reading, said: Sequence[_Sentence]) -> bool:
    """Whether its words are those of English praise and offers that we know, and hardly any other."""
    if not _is_english(reading, said) or any(sentence.is_conversation for sentence in said):
        return False
    praise, offers = sum(one.praise for one in said), sum(one.offers for one in said)
    if not praise and offers < thresholds.OFFERS_ALONE and not _says_nothing(said):
        return False
    if 2 * sum(one.is_of_the_writer for one in said) > len(said):
        return False
    words = sum(len(one.texts) for one in said)
    if words <= lexicon.EVERYDAY_ALWAYS or reading.is_everyday:
        return praise > 0 and not any(text in _REPLIES for one in said for text in one.texts)
    about_them = sum(one.own for one in said if one.to_them)
    aside = sum(one.own for one in said if not one.to_them)
    return about_them <= thresholds.OWN_IN_PRAISE * words and aside <= thresholds.ASIDE_IN_PRAISE * words


def _says_nothing(said: Sequence[_Sentence]) -> bool:
    """Whether it speaks of the reader, at some length, in nobody's own words."""
    words = sum(len(one.texts) for one in said)
    if words < thresholds.NOTHING_WORDS or not any(not _YOU.isdisjoint(one.texts) for one in said):
        return False
    return not any(one.own or one.asks for one in said)


def _sentences(reading: Reading) -> list[_Sentence]:
    """The sentences without the name of the reader and the word before it, if it greets."""
    words, found = reading.words, []
    greeted = 1 if words and words[0].text in lexicon.SALUTATIONS else 0
    for start, stop in reading.sentences:
        texts = [
            "#" if word.slot else word.text
            for word in words[max(start, greeted) : stop]
            if word.text not in reading.names and not lexicon.is_filler(word.text)
        ]
        after = words[stop].break_before if stop < len(words) else reading.text[words[-1].end :].strip()[:1]
        if texts:
            found.append(_Sentence(texts, after in _ASKS))
    return found


def _places_of(phrases: frozenset[tuple[str, ...]], texts: Sequence[str]) -> set[int]:
    """Where words of these phrases stand."""
    found: set[int] = set()
    for place in range(len(texts) - 1):
        for stop in (place + 2, place + 3, place + 4):
            if tuple(texts[place:stop]) in phrases:
                found.update(range(place, stop))
    return found


def _is_english(reading: Reading, said: Sequence[_Sentence]) -> bool:
    """Whether the lists can be trusted with it: of a few words they know all, of more the grammar."""
    texts = [text for one in said for text in one.texts]
    if len(texts) > thresholds.EXCLAMATION_WORDS:
        return reading.is_english
    return all(text in lexicon.GENERIC or _is_common(text) for text in texts)


def _is_common(text: str) -> bool:
    if len(text) < 2 and text != "#":
        return True
    if text in _COMMON:
        return True
    return any(text.endswith(ending) and text[: -len(ending)] in _COMMON for ending in _ENDINGS)
