"""Letters one does not see, and blanks."""

import re
import unicodedata

from influencers.importing.values.wordlists import words

# Zero-width space, word joiner, invisible operators, byte order mark, soft hyphen: they show nothing and part
# equal words. Joiners (U+200C, U+200D) stay: emoji, Persian and Indic scripts are written with them.
INVISIBLE = "\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\u00ad"
# Embeddings, overrides and isolates can make a name show as another one.
DIRECTION = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

_HIDDEN = re.compile(f"[{INVISIBLE}{DIRECTION}]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_BLANKS = re.compile(r"\s+")
_UNKNOWN = words(
    "n/a na n.a. n.a n/a' nan null none nil - -- --- — – ? ?? . / unknown unbekannt inconnu desconocido "
    "k.a. k. a. tbd #n/a #n/a! (none) (blank) (leer) undefined"
)
_SPREADSHEET_ERROR = re.compile(
    r"#(?:N/?A|REF|VALUE|DIV/0|NUM|NAME|NULL|SPILL|CALC|GETTING_DATA|FIELD|VALOR|NOMBRE|NOM|NOME|WERT|BEZUG|ZAHL"
    r"|NV|VALEUR|VALORE|RIF|NOMBRE\?|¡VALOR|¿NOMBRE)[!?]?|#¡[A-Z0-9/]+!|#¿[A-Z]+\?",
    re.IGNORECASE,
)


def without_hidden(text: str) -> str:
    """Return `text` without letters that show nothing or turn the direction of others, and without controls."""
    if text.isascii() and text.isprintable():
        return text
    return _CONTROL.sub("", _HIDDEN.sub("", text))


def hides_letters(text: str) -> bool:
    """Whether `text` holds letters that show nothing or turn the direction of others."""
    return not text.isascii() and _HIDDEN.search(text) is not None


def turns_direction(text: str) -> bool:
    """Whether letters in `text` make others show in another order than they are written."""
    return not text.isascii() and any(letter in DIRECTION for letter in text)


def one_line(text: str) -> str:
    """Return `text` composed (NFC), on one line, without hidden letters and doubled or outer blanks."""
    if text.isascii():
        if text.isprintable() and "  " not in text:
            return text.strip(" ")  # most cells, and cheap
    else:
        text = unicodedata.normalize("NFC", text)
    return _BLANKS.sub(" ", without_hidden(text.replace("\r", " ").replace("\n", " "))).strip()


def without_nul(text: str) -> str:
    """Return `text` exactly, but for NUL and lone surrogates, which no database stores."""
    if text.isascii():
        return text.replace("\x00", "")
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def is_unknown(text: str) -> bool:
    """Whether `text` is one of the ways to write that one does not know. Not for names: Null is one."""
    return text.strip().casefold() in _UNKNOWN or is_spreadsheet_error(text)


def is_spreadsheet_error(text: str) -> bool:
    """Whether a spreadsheet wrote `text` in place of a value: #VALOR!, #NAME?, #REF!, in several languages."""
    return text.lstrip().startswith("#") and _SPREADSHEET_ERROR.fullmatch(text.strip()) is not None


def as_ascii_digits(text: str) -> str:
    """Return `text` with every decimal digit, of whatever script or width, as 0 to 9."""
    if text.isascii():
        return text
    return "".join(_plain(letter) for letter in text)


def _plain(letter: str) -> str:
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    # A superscript two is a digit to NFKC, but no digit of the number it stands at.
    return letter if unicodedata.category(letter) == "No" else unicodedata.normalize("NFKC", letter)


def several(text: str, *, commas: bool = False) -> list[str]:
    """Split a cell that holds several values: by ` ::: ` (Google), semicolons, line breaks, bars, or commas too."""
    if not text or text.isspace():
        return []
    return [
        part.strip()
        for part in re.split(r":::|[;\n\r|,]" if commas else r":::|[;\n\r|]", text)
        if part.strip()
    ]
