"""Where sentences end, and which of them are only a greeting, a pleasantry or a signature."""

import re
from collections.abc import Sequence

from engagement.personalization import lexicon
from engagement.personalization.text import Word

Stretch = tuple[int, int]  # words from, up to

LONG_SENTENCE = 30
CLOSING_WORDS = 25
OPENING_SENTENCES = 3
_ENDS = frozenset((".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।", "॥", "\n", "\n\n"))
SIGN_OFF_WORDS = 6
_SIGN_OFF = re.compile(
    r"(?:(?:best|kind|kindest|warm|warmest)(?: regards| wishes)?|regards|sincerely|cheers|love|hugs"
    r"|yours|xo+|xx+|all the best"
    r"|(?:many |all my |with |lots of |much )?(?:thanks|love|gratitude)|thank you|take care|respectfully|cordially"
    r"|mit freundlichen|viele|liebe|herzliche|beste|cordialement|bien a|amicalement|un saludo|saludos"
    r"|atentamente|un abrazo)(?!\w)"
)
_THANKS_ONLY = 3  # 'Thanks a lot' signs off; 'Thank you for confirming your seat' says something


def sentences(words: Sequence[Word]) -> list[Stretch]:
    """The sentences as stretches of words; a very long one is cut at its commas, or anywhere."""
    starts = [0]
    for place, word in enumerate(words[1:], start=1):
        long = place - starts[-1]
        ends = word.break_before in _ENDS
        if ends or (long >= LONG_SENTENCE and word.break_before in ",;:") or long >= 2 * LONG_SENTENCE:
            starts.append(place)
    return list(zip(starts, [*starts[1:], len(words)], strict=True)) if words else []


def opening(words: Sequence[Word], names: frozenset[str]) -> int:
    """How many words at the start are only a greeting and pleasantries ('Hi Ana, hope you had a lovely week!')."""
    end = 0
    for start, stop in sentences(words)[:OPENING_SENTENCES]:
        texts = [word.text for word in words[start:stop]]
        if start == 0 and texts[0] in lexicon.SALUTATIONS:
            end = _after_the_name(words, stop)
            texts = texts[end:]
        if not all(text in lexicon.FUNCTION or text in lexicon.GREETING or text in names for text in texts):
            break
        end = stop
    return end


def _after_the_name(words: Sequence[Word], stop: int) -> int:
    """Where the greeting 'Dear Ana Silva,' ends: at its comma, not more than a few words on."""
    for place in range(1, min(stop, 6)):
        if words[place].break_before not in ("", " "):
            return place
    return min(stop, 2)


def closing(words: Sequence[Word], writer: frozenset[str], text: str) -> int:
    """From which word on there is only a signature; `len(words)` where there is none."""
    for place in range(max(1, len(words) - CLOSING_WORDS), len(words)):
        if words[place].break_before.startswith("\n") and _signs_off(words, place, writer, text):
            return place
    return len(words)


def _signs_off(words: Sequence[Word], place: int, writer: frozenset[str], text: str) -> bool:
    stop = next((at for at in range(place + 1, len(words)) if words[at].break_before in _ENDS), len(words))
    line = " ".join(word.text for word in words[place:stop])
    signed = _SIGN_OFF.match(line) is not None and stop - place <= SIGN_OFF_WORDS
    if signed and line.startswith("thank"):
        signed = stop - place <= _THANKS_ONLY
    rest = text[words[place].start :]
    return signed or words[place].text in writer or " | " in rest or " · " in rest
