"""Cells that a spreadsheet would run, made harmless on the way out and given back on the way in.

A single `'` goes before every text that a spreadsheet could take for a formula, also after blanks, invisible
letters, and apostrophes that are already there. Coming back, exactly one is taken off, so that
`unguard(guard(x)) == x` for every x.
"""

import unicodedata

_STARTS = frozenset("=+-@|%")
_ALSO_SKIPPED = frozenset("'\"")


def guard(text: str) -> str:
    """Return `text` so that no spreadsheet runs it."""
    return f"'{text}" if _could_run(text) else text


def unguard(text: str) -> str:
    """Return what `guard` was given."""
    return text[1:] if text.startswith("'") and _could_run(text[1:]) else text


def _could_run(text: str) -> bool:
    """Whether the first letter that shows is one that starts a formula, in any width."""
    text = text.lstrip("'")
    if text.startswith(("\t", "\r", "\n", "\x00")):
        return True
    for letter in text:
        if (
            letter.isspace()
            or letter in _ALSO_SKIPPED
            or unicodedata.category(letter) in ("Cf", "Cc", "Zs", "Mn")
        ):
            continue
        return unicodedata.normalize("NFKC", letter)[:1] in _STARTS
    return False
