"""Countries, by name in several languages or by code."""

import functools

from babel import Locale

from influencers.importing.values.text import is_unknown, one_line

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt")
_ALSO = {
    "usa": "US",
    "u.s.a.": "US",
    "u.s.": "US",
    "united states of america": "US",
    "uk": "GB",
    "u.k.": "GB",
    "great britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "korea": "KR",
    "republic of korea": "KR",
    "russian federation": "RU",
    "viet nam": "VN",
    "czech republic": "CZ",
    "turkey": "TR",
    "holland": "NL",
    "hong kong": "HK",
    "macau": "MO",
    "uae": "AE",
}


@functools.cache
def _codes() -> dict[str, str]:
    known: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"):
                known.setdefault(name.casefold(), code)
                known.setdefault(code.casefold(), code)
    return known | _ALSO


def country_code(text: str) -> str:
    """Return the two letters of the country that `text` names, or ""."""
    return _codes().get(one_line(text).casefold(), "")


def read_country(text: str) -> str:
    """Return the country's English name, so that lists from everywhere agree; unknown names stay as written."""
    written = one_line(text)
    if not written or is_unknown(written):
        return ""
    code = country_code(written)
    return str(Locale("en").territories[code]) if code else written
