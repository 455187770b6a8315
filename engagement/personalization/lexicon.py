"""Words that say nothing about anybody in particular.

Only the English evidence side leans on these lists; finding words sent before works in every language.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files


def lines(name: str) -> tuple[str, ...]:
    """The lines of a list from the folder `words`, without the remarks (#)."""
    text = files(__package__).joinpath("words", f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def words(name: str) -> frozenset[str]:
    """The words of a list; case is folded there and apostrophes are gone."""
    return frozenset(word for line in lines(name) for word in line.split())


FUNCTION = words("function")
GREETING = words("greeting")
PRAISE = words("praise")
ANYBODYS = words("anybodys")
MEDIA = words("media")
REPLY = words("reply")
NOTE = words("note")
CALENDAR = words("calendar")
CONVERSATION = words("conversation")
SALUTATIONS = words("salutations")
THANKS = words("thanks")
NO_NAMES = words("no_names")

EVERYDAY = FUNCTION | REPLY | GREETING | PRAISE | CALENDAR
GENERIC = FUNCTION | GREETING | PRAISE | ANYBODYS | MEDIA
_LAUGH = re.compile(r"(?:a?(?:ha){2,}h?|(?:he){2,}|l+o+l+|x{2,}|(?:xo)+x?|a+w+|o+h+|w+o+w+|y+e+s+|s+o+|m+)\Z")
_REPLIES = EVERYDAY | ANYBODYS | words("acknowledging") | words("fits_anybody")
_REPLIES |= words("acknowledging_elsewhere")
_PLEASANT, _PLEASANT_THINGS = words("pleasant"), words("pleasant_things")
EVERYDAY_ALWAYS = 3  # so few words are everybody's, whatever they are
EVERYDAY_WORDS = 9  # up to so many are, when every one of them is an everyday word


def is_filler(word: str) -> bool:
    """Laughter, sighs, kisses: sounds rather than words."""
    return len(word) < 30 and _LAUGH.match(word) is not None


def is_pleasant(word: str, after: str) -> bool:
    """Whether a word of praise praises nobody before the next one: 'a nice weekend'."""
    return word in _PLEASANT and after in _PLEASANT_THINGS


def is_everyday(words: Sequence[str]) -> bool:
    """A short reply that may well go to several people: 'sounds good to me!'."""
    if len(words) <= EVERYDAY_ALWAYS:
        return True
    return len(words) <= EVERYDAY_WORDS and all(
        word in _REPLIES or len(word) == 1 or word.isdigit() or is_filler(word) for word in words
    )


def reads_as_english(words: Iterable[str]) -> bool:
    """Whether our English word lists can be trusted with these words."""
    plain = [word for word in words if not word.isdigit()]
    known = sum(word in FUNCTION or word in GREETING or word in PRAISE or word in REPLY for word in plain)
    return known >= max(1, 0.25 * len(plain))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A crude English stem, good enough to see that 'running' and 'runs' are about the same."""
    for ending, least in (("ies", 3), ("ing", 4), ("ed", 4), ("es", 4), ("ly", 4), ("s", 3), ("er", 4)):
        if word.endswith(ending) and len(word) - len(ending) >= least - 1 and not word.endswith("ss"):
            base = word[: -len(ending)] + ("y" if ending == "ies" else "")
            doubled = len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz"
            return (base[:-1] if doubled else base).rstrip("e")
    return word.rstrip("e") if len(word) > 3 else word
