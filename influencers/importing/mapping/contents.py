"""What the cells of a column look like, whatever its header says."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from influencers.importing.values.countries import country_code
from influencers.importing.values.counts import read_count
from influencers.importing.values.dates import looks_like_a_date
from influencers.importing.values.emails import is_email
from influencers.importing.values.handles import looks_like_a_handle
from influencers.importing.values.platforms import platform_named
from influencers.importing.values.profiles import platform_at
from influencers.importing.values.text import is_unknown, one_line

SAMPLE = 400


@dataclass(frozen=True, slots=True)
class Look:
    """Of the cells that hold something, the share that has each shape; `filled` is how many hold something."""

    filled: int
    email: float
    profile: float
    handle: float
    dotted: float
    name: float
    count: float
    date: float
    country: float
    platform: float


def look_at(cells: Iterable[str]) -> Look:
    """Look at the first cells of a column that hold something."""
    texts = []
    for cell in cells:
        text = one_line(cell)
        if text and not is_unknown(text):
            texts.append(text)
        if len(texts) == SAMPLE:
            break

    def share(test: Callable[[str], object]) -> float:
        return sum(1 for text in texts if test(text)) / len(texts) if texts else 0.0

    return Look(
        filled=len(texts),
        email=share(is_email),
        profile=share(platform_at),
        handle=share(looks_like_a_handle),
        dotted=share(lambda text: re.fullmatch(r"@\S+|[a-z0-9_.\-]*[a-z][._\-]?[._0-9][a-z0-9_.\-]*", text)),
        name=share(_looks_like_a_name),
        count=share(lambda text: text[0].isdigit() and read_count(text).number is not None),
        date=share(looks_like_a_date),
        country=share(country_code),
        platform=share(platform_named),
    )


def _looks_like_a_name(text: str) -> bool:
    """Two words of letters or more, or letters that no handle is written with."""
    if not re.search(r"[^\W\d_]", text) or "@" in text or platform_at(text):
        return False
    return " " in text or not text.isascii() or text[:1].isupper()
