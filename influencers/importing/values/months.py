"""Names of months in the languages that exports come in."""

import functools
import re

from babel.dates import get_month_names

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt", "sv", "pl")


@functools.cache
def months() -> dict[str, int]:
    """Return the number of each month by its name and short name, lower case, without a full stop."""
    known = {"sept": 9, "maerz": 3, "janv": 1, "févr": 2, "fevr": 2, "juill": 7}
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=language).items():
                known.setdefault(name.casefold().rstrip("."), number)
    return known


def month_named(word: str) -> int | None:
    """Return 1 to 12 for the name of a month, or None."""
    return months().get(re.sub(r"\.$", "", word.casefold()))
