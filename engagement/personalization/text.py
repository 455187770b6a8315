"""From characters to words: sees through case, accents, look-alike letters, zero-width and decorated text.

Every word remembers where it stood, so that a finding can point at the characters the writer typed.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from engagement.personalization.markup import shown

# Letters of other alphabets that look like Latin ones (after case folding), and invisible 'letters'.
_LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕһԁԛԝгкмтпвьзɡıαενοριτυκχɑօսᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢᏚᎳᏟᎠᎡᎢᎪᎷᏞᏢᏃᎻᏦᏀᎬᎥᏙøłđħ",
    "aeopcyxijshdqwrkmtnbb3giaevopitukxaouabcdefghijklmnoprstuvwyzswcdrtamlpzhkgeivoldh",
)
_INVISIBLE = {"\u3164", "\u115f", "\u1160", "\uffa0", "\u2800", "\u180e"}
_WRITTEN_WITHOUT_SPACES = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)

_LETTER = rf"[^\W_{_WRITTEN_WITHOUT_SPACES}]"
_UNIT = r"(?:st|nd|rd|th|%|k|m|am|pm)?(?!\w)"
_PLAIN = (
    rf"(?P<char>[{_WRITTEN_WITHOUT_SPACES}])"
    rf"|(?P<number>[$€£]?\d(?:[\d.,:/]{{0,40}}\d)?{_UNIT})"
    rf"|(?P<word>{_LETTER}+(?:['’]{_LETTER}+)*)"
)
_ADDRESSES = (
    r"(?P<link>(?:https?://|www\.)[^\s<>\"]{1,2000})"
    r"|(?P<mail>(?<![\w.])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})"
    r"|(?P<handle>(?<![\w@])@[\w.]{0,60}\w)"
)
_WORD = re.compile(_PLAIN)
_WORD_OR_ADDRESS = re.compile(f"{_ADDRESSES}|{_PLAIN}")
_HOLDS_ADDRESSES = re.compile(r"@|://|www\.")
_DIGITS = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t"}
_IN_DISGUISE = re.compile(r"(?<=[a-z])[013457](?=[a-z])")
_PLAIN_GAPS = (" ", "")
_SIGNS = re.compile("[.!?;:,…。！？؟۔।॥、،؛]")
SLOTS = {"link": "<link>", "mail": "<mail>", "handle": "<handle>", "number": "<number>"}

REMEMBERED = 1_000  # characters of a text that is kept taken apart
# More than 100,000 characters of any ordinary text hold; bounds the time an answer takes.
MOST_WORDS = 25_000


class Word(NamedTuple):
    """A word as the check compares it (`text`), and where it stands in what the writer typed."""

    text: str
    start: int
    end: int
    slot: str = ""  # what it would be in a template: <link>, <mail>, <handle>, <number>, or nothing
    break_before: str = ""  # what stands between this word and the one before: '', ' ', '.', '\n' or '\n\n'

    @property
    def masked(self) -> str:
        """The word, or the slot it fills."""
        return self.slot or self.text


@lru_cache(maxsize=20_000)
def _fold(char: str) -> str:
    """One character as the check compares it; nothing at all for marks and invisible characters."""
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold()).casefold()
    return "".join(_keep(each) for each in text).translate(_LOOK_ALIKES)


def _keep(char: str) -> str:
    if char in "\n\u2028\u2029\x85\x0b\x0c":
        return "\n"
    if char.isspace():
        return " "
    is_mark = (
        "\u0300" <= char <= "\u036f" or "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    )
    if is_mark or char in _INVISIBLE or unicodedata.category(char) in ("Cf", "Cc", "Cs"):
        return ""
    return {"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'", "＠": "@"}.get(char, char)


def folded(words: str) -> tuple[str, list[int] | range]:
    """The words as compared, and for each character of them where it stood in what was typed."""
    if words.isascii() and "\r" not in words and "\x00" not in words:
        return words.lower(), range(len(words))
    kept: list[str] = []
    places: list[int] = []
    for place, char in enumerate(words):
        for each in _fold(char):
            kept.append(each)
            places.append(place)
    return "".join(kept), places


def plain_text(words: str) -> tuple[str, list[int]]:
    """As `folded`, with runs of spaces as one: what the checks' patterns read."""
    text, places = folded(words)
    kept = [
        place
        for place, char in enumerate(text)
        if char not in " \t" or (place and text[place - 1] not in " \t")
    ]
    return "".join(" " if text[place] == "\t" else text[place] for place in kept), [
        places[place] for place in kept
    ]


def words_of(words: str) -> tuple[Word, ...]:
    """The words of a text, in order; of an endless one the first MOST_WORDS."""
    # While somebody types, the same notes and earlier messages are read again with every pause.
    return _remembered(words) if len(words) <= REMEMBERED else _words_of(words)


@lru_cache(maxsize=500)
def _remembered(words: str) -> tuple[Word, ...]:
    return _words_of(words)


def _words_of(words: str) -> tuple[Word, ...]:
    text, places = folded(words)
    if (visible := shown(text)) is not None:
        text, at = visible
        text, again = folded(text)  # what an entity stood for
        places = [places[at[place]] for place in again]
    # Looking for addresses costs as much as all the rest: only where there can be one.
    pattern = _WORD_OR_ADDRESS if _HOLDS_ADDRESSES.search(text) else _WORD
    found: list[Word] = []
    end, new = 0, tuple.__new__  # half of the time goes into making the words
    for match in islice(pattern.finditer(text), MOST_WORDS):
        start, stop = match.span()
        word, gap = match.group(), text[end:start]
        spelled = word if word.isascii() and word.isalpha() else _spelled(word)
        slot = "" if match.lastgroup == "word" else SLOTS.get(match.lastgroup or "", "")
        before = gap if gap in _PLAIN_GAPS else _gap(gap)
        found.append(new(Word, (spelled, places[start], places[stop - 1] + 1, slot, before)))
        end = stop
    return tuple(found)


def _spelled(text: str) -> str:
    """One spelling for a word: apostrophes away (dont, don't), digits for letters read as these (c0ntent, l0ve)."""
    text = text.replace("'", "")
    if not text.isalpha() and _IN_DISGUISE.search(text):
        text = _IN_DISGUISE.sub(lambda digit: _DIGITS[digit.group()], text)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _gap(gap: str) -> str:
    if "\n" in gap:
        return "\n\n" if gap.count("\n") > 1 else "\n"
    sign = _SIGNS.search(gap)
    return sign.group() if sign else " "
