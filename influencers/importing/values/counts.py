"""Follower counts in every shape people write them. What cannot be read is unknown, never 0."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from influencers.importing.messages import Code, Message
from influencers.importing.values.text import as_ascii_digits, is_unknown, one_line

MOST = 20_000_000_000  # more people than there are: a mistake, or another figure

_FACTORS = {
    1_000: "k tsd thsd thousand tausend mil mille тыс",
    10_000: "万 萬 만",
    100_000: "lakh lakhs lac",
    1_000_000: "m mn mm mio mill million millions millionen millones milhões млн",
    10_000_000: "cr crore crores",
    100_000_000: "億 亿 억",
    1_000_000_000: "b bn mrd billion billions milliarde milliarden млрд",
}
_FACTOR = {word: factor for factor, words in _FACTORS.items() for word in words.split()}
_SHAPE = re.compile(
    r"(?P<about>[~≈≃>≥]|ca\.?|circa|about)?\s*"
    r"(?P<figure>[0-9](?:[0-9.,'’ ]*[0-9])?(?:e\+?[0-9]{1,2})?)\s*"
    r"(?P<suffix>[^\W\d_]+)?\.?\s*(?P<more>\+)?\s*"
    r"(?:followers?|subscribers?|subs|fans|abonnenten|abonn[ée]s|seguidores)?",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:(?P<mark>[.,'’ ])[0-9]{3})(?:(?P=mark)[0-9]{3})*")
_GROUPED_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}")


@dataclass(frozen=True, slots=True)
class Count:
    """How many, or None where that cannot be said; and what is to be said about it."""

    number: int | None
    message: Message | None = None


def read_count(text: str, *, decimal_comma: bool = False) -> Count:
    """Read a follower count. `decimal_comma` says that the file writes one and a half as 1,5."""
    if text.isascii() and text.isdigit() and len(text) < 11:
        return Count(int(text))  # most cells, and cheap
    written = one_line(as_ascii_digits(text))
    if not written:
        return Count(None)
    found = None if is_unknown(written) else _SHAPE.fullmatch(written)
    number = _number(found, decimal_comma) if found else None
    if found is None or number is None:
        return Count(None, Message(Code.COUNT_UNREADABLE, text.strip()))
    if found["about"] or found["more"]:
        return Count(number, Message(Code.COUNT_APPROXIMATE, text.strip(), read_as=str(number)))
    return Count(number)


def writes_decimal_commas(cells: list[str]) -> bool:
    """Whether a column writes 1,5 for one and a half: some do and none writes 1.5."""
    texts = [as_ascii_digits(cell) for cell in cells if cell]
    commas = sum(1 for text in texts if re.search(r"^\D{0,3}\d+,\d{1,2}(\s*[^\W\d]|$)", text.strip()))
    points = sum(1 for text in texts if re.search(r"^\D{0,3}\d+\.\d{1,2}(\s*[^\W\d]|$)", text.strip()))
    return commas > points


def _number(found: re.Match[str], decimal_comma: bool) -> int | None:
    suffix = (found["suffix"] or "").casefold()
    if suffix and suffix not in _FACTOR:
        return None
    figure = _figure(found["figure"].strip().lower(), scaled=bool(suffix), decimal_comma=decimal_comma)
    if figure is None:
        return None
    number = figure * _FACTOR.get(suffix, 1)
    return int(number) if number == int(number) and 0 <= number <= MOST else None


def _figure(text: str, *, scaled: bool, decimal_comma: bool) -> Decimal | None:
    """Return the figure before the suffix. Three digits after one mark are thousands, unless a suffix follows."""
    grouped = _GROUPED.fullmatch(text)
    once = grouped is not None and text.count(grouped["mark"]) == 1
    decimal = "," if decimal_comma else "."
    if grouped and not (scaled and once and grouped["mark"] == decimal):
        return Decimal(re.sub(r"[.,'’ ]", "", text))
    if _GROUPED_INDIAN.fullmatch(text):
        return Decimal(text.replace(",", ""))
    return _decimal(text, decimal)


def _decimal(text: str, decimal: str) -> Decimal | None:
    """Read 1.5, 1,5, 1.234,5, 1,234.50 and 2.58E+11; two different marks show which one is the decimal."""
    marks = [mark for mark in text if mark in ".,"]
    if marks and text.count(marks[-1]) > 1:
        return None  # 1.2.3
    if marks:
        whole, _, rest = text.rpartition(marks[-1])
        if len(set(marks)) == 1 and marks[-1] != decimal and len(rest) == 3:
            return None
        if len(set(marks)) > 1 and not _GROUPED.fullmatch(whole):
            return None
        text = re.sub(r"[.,'’ ]", "", whole) + "." + rest
    try:
        return Decimal(text.replace("'", "").replace("’", "")) if " " not in text else None
    except InvalidOperation:
        return None
