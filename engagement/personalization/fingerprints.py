"""Text to fingerprints, by which earlier messages are found, and to the one key that must be unique.

Winnowing (Schleimer, Wilkerson, Aiken 2003) over runs of three words: of every window of neighboring hashes the
smallest is kept, so that any copied run of `RUN + WINDOW - 1` words shares at least one fingerprint.
"""

from collections.abc import Sequence
from hashlib import blake2b

from engagement.personalization.lexicon import is_everyday
from engagement.personalization.text import Word, words_of

RUN = 3
WINDOW = 4


def fingerprints(words: str) -> tuple[int, ...]:
    """Signed 64-bit numbers, the same in every process; empty for a text without words."""
    return fingerprints_of(words_of(words))


def fingerprints_of(words: Sequence[Word]) -> tuple[int, ...]:
    """The fingerprints of words already taken apart."""
    masked = [word.masked for word in words]
    if not masked:
        return ()
    runs = [_number(" ".join(masked[place : place + RUN])) for place in range(max(1, len(masked) - RUN + 1))]
    # The whole text as one more: among many that share everything, the exact copy is still found first.
    return tuple(dict.fromkeys([*_winnow(runs), _number("whole " + " ".join(word.text for word in words))]))


def digest(words: str) -> str:
    """A key equal for texts that say the same in the same words, '' for an everyday short reply.

    Case, punctuation, emoji, white space, zero-width characters, look-alike letters and Unicode normal form make
    no difference.
    """
    return digest_of(words_of(words))


def digest_of(words: Sequence[Word]) -> str:
    """The digest of words already taken apart."""
    if is_everyday([word.text for word in words]):
        return ""
    return blake2b(" ".join(word.text for word in words).encode(), digest_size=16).hexdigest()


def _winnow(hashes: list[int]) -> list[int]:
    if len(hashes) <= WINDOW:
        return [min(hashes)]
    kept: list[int] = []
    for place in range(len(hashes) - WINDOW + 1):
        smallest = min(hashes[place : place + WINDOW])
        if not kept or kept[-1] != smallest:
            kept.append(smallest)
    return kept


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)
