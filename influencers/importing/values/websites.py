"""Websites: only addresses that a browser opens as a page, never one that it runs."""

import re
import urllib.parse

from influencers.importing.limits import MAX_URL
from influencers.importing.messages import Code, Message
from influencers.importing.values.text import is_unknown, one_line, turns_direction

_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]*")


def read_website(text: str) -> str | Message:
    """Return the address with https:// where none was said, "" for an empty cell, or why it is refused."""
    written = one_line(text)
    if not written or is_unknown(written):
        return ""
    if turns_direction(text):
        return Message(Code.WEBSITE_REFUSED, written)
    if re.match(r"[a-z][a-z0-9+.-]*:(?!\d)", written, re.IGNORECASE):
        address = written
    else:
        address = f"https://{written.lstrip('/')}"
    try:
        parts = urllib.parse.urlsplit(address)
        port = parts.port
    except ValueError:
        return Message(Code.WEBSITE_REFUSED, written)
    fine = parts.scheme.lower() in ("http", "https") and _HOST.fullmatch(parts.hostname or "") and port != 0
    if not fine or len(address) > MAX_URL or re.search(r"[\s<>\"'`{}\\^|]", address):
        return Message(Code.WEBSITE_REFUSED, written)
    return address
