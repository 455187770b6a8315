"""What a text says, whatever the words: the things, names, numbers, days and codes in it, in no order.

Whoever rewords a message keeps these: the name of the product, the day, the code, how much it costs. People who write
of their own accord share hardly any. English only: of no other language do we know the words that carry nothing.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations, islice

from engagement.personalization import lexicon
from engagement.personalization.text import Word, words_of

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_SHORT = {name[:size]: name for name in (*_DAYS, *_MONTHS) for size in (3, 4, 5, len(name))}
_CALENDAR = {
    word: name for word, name in _SHORT.items() if word not in {"mar", "may", "marc", "thurs", "sund"}
}
_CALENDAR |= {"thurs": "thursday", "tues": "tuesday"}
_NUMBERS = {word: str(number) for number, word in enumerate(" ".join(lexicon.lines("numerals")).split())} | {
    "dozen": "12", "half": "50", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "hundred": "100",
    "thousand": "1000", "third": "3", "fifth": "5", "sixth": "6",
}  # fmt: skip
del _NUMBERS["one"]
_SAME_AS = {
    word: line.split()[0] for line in reversed(lexicon.lines("concepts")) for word in reversed(line.split())
}
_SYNONYMS = {word: line.split()[0] for line in lexicon.lines("synonyms") for word in line.split()}
_SILENT = lexicon.FUNCTION | lexicon.GREETING | lexicon.REPLY
_COMMON = lexicon.GENERIC | lexicon.PRAISE | lexicon.words("fits_anybody") | lexicon.words("praise_of_people")
_DIGITS = re.compile(r"[0-9]+")
# A code is hardly ever said by chance; a common word ('campaign') often is.
WEIGHTS = {"code": 2.0, "word": 1.3, "number": 1.0, "day": 1.0, "concept": 0.7, "common": 0.5}
STRONG = frozenset({"code", "word", "number", "day"})
Thing = tuple[str, str]  # of which sort, and what

KEPT = 5  # of a stored text's own things, those with the smallest numbers: whoever tells the same keeps some of these
PAIRS = (
    9  # of their ten pairs so many are stored: the tenth would make an index of more than 120 bytes a message
)
ASKED = 7  # of a draft's: it asks for the pairs of so many, which are 21


def content_of(words: Iterable[Word], names: frozenset[str] = frozenset()) -> frozenset[Thing]:
    """The things that these words name; what somebody is called by is none."""
    return frozenset(
        thing for word in words if word.text not in names for thing in _things(word.text, word.slot)
    )


@lru_cache(maxsize=500)
def content_of_text(text: str) -> frozenset[Thing]:
    """The same for an earlier message, remembered for the next time somebody's draft is held against it."""
    return content_of(words_of(text))


def weight(things: Iterable[Thing]) -> float:
    """How much these things say."""
    return sum(WEIGHTS[sort] for sort, _ in things)


def pairs_of(words: Sequence[Word], kept: int, pairs: int | None = None) -> list[str]:
    """Pairs of `kept` of a text's own things, at most so many: they find a rewording that left no words together."""
    own = {what for word in words for sort, what in _things(word.text, word.slot) if sort in STRONG}
    return [
        " & ".join(sorted(pair)) for pair in islice(combinations(sorted(own, key=_rank)[:kept], 2), pairs)
    ]


@lru_cache(maxsize=50_000)
def _things(text: str, slot: str) -> tuple[Thing, ...]:
    if slot == "<number>":
        return tuple(_number(digits.lstrip("0") or "0") for digits in _DIGITS.findall(text))
    if slot or text in _SILENT or len(text) < 2:
        return ()
    if not text.isalpha() and _DIGITS.search(text):
        return (("code", text),)
    if text in _NUMBERS:
        return (_number(_NUMBERS[text]),)
    if text in _CALENDAR:
        return (("day", _CALENDAR[text]),)
    if text in _SAME_AS:
        return (("concept", _SAME_AS[text]),)
    plainest = _SYNONYMS.get(text, text)
    is_common = text in _COMMON or plainest in _COMMON
    return ((("common" if is_common else "word"), lexicon.stem(plainest)),)


def _number(digits: str) -> Thing:
    """A number; two and three are in everybody's messages."""
    return ("common" if digits in {"0", "1", "2", "3"} else "number"), digits


@lru_cache(maxsize=50_000)
def _rank(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=8).digest()
