"""Text to fingerprints, by which earlier messages are found, and to the one key that must be unique.

Three sorts of fingerprints, all of them 32-bit numbers (among a million messages a stranger shares one in 250):
- runs of three words, winnowed (Schleimer, Wilkerson, Aiken 2003): of every window of neighboring hashes the smallest
  is kept, so that any copied run of `RUN + WINDOW - 1` words shares at least one. They find copied passages.
- pairs of what the text tells (`content.py`), nine of five things with the smallest hashes. They find rewordings that
  left no three words together. In a language without lists, half of the pairs of telling words that follow each other.
- the whole text, so that among many messages that share everything the exact copy is still found first.
"""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise

from engagement.personalization import lexicon
from engagement.personalization.content import ASKED, KEPT, PAIRS, pairs_of
from engagement.personalization.text import Word, words_of

RUN = 3
WINDOW = 8  # a copied passage shorter than ten words is held against nobody, unless it is nearly all there is
SHORT, SHORT_WINDOW = 24, 4  # of a short text more is kept: a few other words must not change all there is
PAIRS_KEPT = 2  # one of so many
SHORTEST_TELLING = 3
BITS = 32
LARGEST = 2**BITS - 1
MOST = 1_000  # a text, some 12,000 words: bounds what is stored, and what is looked up


def fingerprints(words: str) -> tuple[int, ...]:
    """Numbers below 2 ** 32, the same in every process; empty for a text without words."""
    return fingerprints_of(words_of(words))


def fingerprints_of(words: Sequence[Word]) -> tuple[int, ...]:
    """The fingerprints of words already taken apart."""
    if not words:
        return ()
    whole = _number("whole " + " ".join(word.text for word in words))
    found = [*_runs([word.masked for word in words]), *_told(words, KEPT, PAIRS), whole]
    kept = dict.fromkeys(number & LARGEST for number in found)
    # Of an endless text the smallest: two that share a long passage still share some of these.
    return tuple(kept) if len(kept) <= MOST else tuple(sorted(kept)[:MOST])


def asked_of(words: Sequence[Word]) -> tuple[int, ...]:
    """What a draft is looked up by: its fingerprints, and more pairs of what it tells than are stored."""
    return tuple(
        dict.fromkeys([*fingerprints_of(words), *(number & LARGEST for number in _told(words, ASKED))])
    )


def digest(words: str) -> str:
    """A key equal for texts that say the same in the same words, '' for an everyday short reply.

    Case, punctuation, emoji, white space, zero-width characters, look-alike letters and Unicode normal form make
    no difference.
    """
    return digest_of(words_of(words))


def digest_of(words: Sequence[Word]) -> str:
    """The digest of words already taken apart."""
    if lexicon.is_everyday([word.text for word in words]):
        return ""
    return blake2b(" ".join(word.text for word in words).encode(), digest_size=16).hexdigest()


def _runs(masked: Sequence[str]) -> list[int]:
    hashes = [
        _number(" ".join(masked[place : place + RUN])) for place in range(max(1, len(masked) - RUN + 1))
    ]
    window = WINDOW if len(hashes) > SHORT else SHORT_WINDOW
    kept = [min(hashes[place : place + window]) for place in range(max(1, len(hashes) - window + 1))]
    return list(dict.fromkeys(kept))


def _pairs(words: Sequence[Word]) -> Iterator[int]:
    telling = [lexicon.stem(word.text) for word in words if _is_telling(word)]
    for one, other in pairwise(telling):
        number = _number("~".join(sorted((one, other))))
        if (number >> BITS) % PAIRS_KEPT == 0:
            yield number


def _told(words: Sequence[Word], kept: int, pairs: int | None = None) -> list[int]:
    """What finds a rewording: pairs of what the text tells; of a language we have no lists for, of neighbors."""
    if not lexicon.reads_as_english(word.text for word in words):
        return list(_pairs(words))
    return [_number(f"told {pair}") for pair in pairs_of(words, kept, pairs)]


def _is_telling(word: Word) -> bool:
    return not word.slot and len(word.text) >= SHORTEST_TELLING and word.text not in lexicon.EVERYDAY


def _number(text: str) -> int:
    """64 bits: the upper half decides what is kept, so that the lower half, which is kept, stays evenly spread."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")
