"""E-mail addresses as people write them."""

import re
from dataclasses import dataclass

from influencers.importing.limits import MAX_EMAIL
from influencers.importing.messages import Code, Message
from influencers.importing.values.text import is_unknown, one_line

_IN_BRACKETS = re.compile(r"<\s*([^<>]*?)\s*>")
_LOCAL = r"""(?:[^\s@"(),:;<>\[\]\\]{1,64}|"(?:[^"\\\r\n]|\\.){1,62}")"""
_DOMAIN = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?)(?:\.[^\W_](?:[\w-]{0,61}[^\W_])?)*"
_ADDRESS = re.compile(f"{_LOCAL}@{_DOMAIN}")


@dataclass(frozen=True, slots=True)
class Emails:
    """The addresses of a cell, in their order, and what is to be said about the rest."""

    addresses: tuple[str, ...] = ()
    messages: tuple[Message, ...] = ()


def email_key(address: str) -> str:
    """Return what is equal for two ways to write the same address. Mailboxes do not tell capitals apart."""
    return address.casefold()


def is_email(text: str) -> bool:
    """Whether `text` is one address."""
    local = text.rpartition("@")[0]
    dots = not local.startswith('"') and (local.startswith(".") or local.endswith(".") or ".." in local)
    return len(text) <= MAX_EMAIL and not dots and _ADDRESS.fullmatch(text) is not None


def read_emails(text: str) -> Emails:
    """Read a cell: `Ann <ann@example.test>`, `mailto:`, several joined by ; , or :::, a full stop at the end."""
    if is_email(text):
        return Emails((text,))  # most cells, and cheap
    written = one_line(text)
    if not written or is_unknown(written):
        return Emails()
    addresses: dict[str, str] = {}
    messages = []
    for part in _parts(written):
        address = _bare(part)
        if not is_email(address):
            messages.append(Message(Code.EMAIL_INVALID, part))
            continue
        addresses.setdefault(email_key(address), address)
        if address + "." == part:
            messages.append(Message(Code.EMAIL_MENDED, part, read_as=address))
    return Emails(tuple(addresses.values()), tuple(messages))


def _parts(text: str) -> list[str]:
    """Split at what parts addresses, but not within quotes."""
    outside_quotes = r"""(?=(?:[^"]*"[^"]*")*[^"]*$)"""
    parts = re.split(rf"(?::::|[;,|]|\s+(?:and|und|or|oder)\s+|\s+/\s+){outside_quotes}", text)
    if len(parts) == 1 and text.count("@") > 1 and all(is_email(word) for word in text.split()):
        parts = text.split()
    return [part.strip() for part in parts if part.strip()]


def _bare(part: str) -> str:
    """Take off the name, the brackets, mailto: and a full stop after it."""
    found = _IN_BRACKETS.search(part)
    address = found[1] if found else part
    address = re.sub(r"^mailto:\s*", "", address, flags=re.IGNORECASE).partition("?")[0].strip().strip("'‘’")
    return address.rstrip(".")
