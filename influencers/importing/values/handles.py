"""Handles: one person is written @Maya, maya, MAYA and as the address of their page."""

import re
import unicodedata

from influencers.importing.limits import MAX_HANDLE
from influencers.importing.messages import Code, Message
from influencers.importing.values.platforms import OTHER
from influencers.importing.values.presences import Presence
from influencers.importing.values.profiles import is_address, profile_at
from influencers.importing.values.text import is_spreadsheet_error, one_line
from influencers.importing.values.wordlists import words

_HANDLE = re.compile(r"[\w.\-·]*\w[\w.\-·]*(?:@[\w.-]+\.\w+)?")
# A channel's title stands where others have a handle: it may hold blanks and punctuation.
_TITLED = frozenset({"youtube", "podcast", "newsletter", "facebook"})
_BLANK_HANDLES = words("- -- --- — – n/a n.a. null none nan")


def read_handle(text: str, platform: str) -> Presence | Message | None:
    """Read a cell of a column of handles. An address in it says its own platform, whatever the column's."""
    written = one_line(text)
    if not written or written.casefold() in _BLANK_HANDLES:
        return None
    if is_address(written):
        return profile_at(written, expected=platform)
    handle = unicodedata.normalize("NFKC", written).lstrip("@").rstrip("/").strip()
    if is_spreadsheet_error(written) or not handle or len(handle) > MAX_HANDLE:
        return Message(Code.HANDLE_UNREADABLE, written)
    if _HANDLE.fullmatch(handle) or (platform in _TITLED and re.search(r"\w", handle)):
        return Presence(platform or OTHER, handle)
    return Message(Code.HANDLE_UNREADABLE, written)


def looks_like_a_handle(text: str) -> bool:
    """Whether `text` has the shape of a handle rather than of a person's name: one word of plain letters."""
    written = one_line(text)
    return bool(re.fullmatch(r"@?[A-Za-z0-9_][A-Za-z0-9_.\-]{0,60}", written)) or is_address(written)
