"""vCard 2.1, 3.0 and 4.0, mixed in one file, as a table of the columns we know."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import vobject

from influencers.importing.errors import FileRefused
from influencers.importing.limits import MAX_ROWS
from influencers.importing.messages import Code, Message
from influencers.importing.reading.encodings import Decoded, decode
from influencers.importing.table import Kind, Row, Table
from influencers.importing.values.platforms import platform_named

HEADERS = (
    "name", "nickname", "email", "phone", "profile_link", "handle", "website", "birthday", "address", "city",
    "country", "company", "tags", "notes", "anniversary",
)  # fmt: skip
_START = re.compile(r"(?:[\w-]+\.)?BEGIN:\s*VCARD\s*", re.IGNORECASE)
_END = re.compile(r"(?:[\w-]+\.)?END:\s*VCARD\s*", re.IGNORECASE)
_SOCIAL = ("x-socialprofile", "socialprofile", "x-twitter", "x-instagram", "impp")


def read_vcards(data: bytes, file_name: str, encoding: str = "") -> Table:
    """Read every card. One that cannot be read is a row in trouble and takes no other with it."""
    decoded = decode(data, encoding)
    rows = tuple(_row(line, text, decoded) for line, text in _cards(decoded.text))
    if len(rows) > MAX_ROWS:
        raise FileRefused(Message(Code.TOO_MANY_ROWS, read_as=f"{MAX_ROWS:,}"))
    messages = decoded.messages if rows else (*decoded.messages, Message(Code.EMPTY_FILE))
    return Table(Kind.VCARD, file_name, HEADERS, 0, rows, encoding=decoded.encoding, messages=messages)


def _cards(text: str) -> Iterator[tuple[int, str]]:
    """Cut the file into cards, each with the line where it begins; nested cards (AGENT) stay inside."""
    card: list[str] = []
    first = depth = 0
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        if _START.fullmatch(line):
            if depth == 0:
                card, first = [], number
            depth += 1
        if depth:
            card.append(line)
        if _END.fullmatch(line) and depth:
            depth -= 1
            if depth == 0:
                yield first, "\r\n".join(card) + "\r\n"
    if depth:
        yield first, ""  # never ended


def _row(line: int, text: str, decoded: Decoded) -> Row:
    lines = range(line, line + text.count("\n"))
    trouble = (
        next((decoded.bad[number] for number in lines if number in decoded.bad), None)
        if decoded.bad
        else None
    )
    messages = tuple(decoded.odd[number] for number in lines if number in decoded.odd) if decoded.odd else ()
    try:
        card = vobject.readOne(text, allowQP=True)
    except Exception:
        # vobject raises whatever its parts raise; for us all of it means that this card is broken.
        card = None
    if card is None:
        return Row(line, (), Message(Code.BROKEN_CARD, text[:80].replace("\r\n", " "), line=line))
    return Row(line, tuple(_cells(card)), trouble, messages)


def _cells(card: Any) -> list[str]:
    """Return the card's values in the order of HEADERS, several of a kind joined as Google joins them."""
    links, handles = _profiles(card)
    address, city, country = _address(card)
    values = {
        "name": _name(card),
        "nickname": _joined(_texts(card, "nickname"), ", "),
        "email": _joined(_texts(card, "email")),
        "phone": _joined(_texts(card, "tel")),
        "profile_link": _joined(links),
        "handle": _joined(handles),
        "website": _joined(_texts(card, "url")[:1]),
        "birthday": _joined(_texts(card, "bday")[:1]),
        "address": address,
        "city": city,
        "country": country,
        "company": _joined(_texts(card, "org")[:1]),
        "tags": _joined(_texts(card, "categories")),
        "notes": _joined(_texts(card, "note"), "\n\n"),
        "anniversary": _joined(_texts(card, "anniversary")[:1]),
    }
    return [values[header] for header in HEADERS]


def _texts(card: Any, name: str) -> list[str]:
    """Return the values of every line of that name, preferred ones first."""
    lines = sorted(card.contents.get(name, []), key=lambda line: "pref" not in str(line.params).casefold())
    return [text for line in lines if (text := _flat(line.value))]


def _flat(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace").strip()
    if isinstance(value, list | tuple):
        return ", ".join(part for item in value if (part := _flat(item)))
    return str(value).strip()


def _joined(texts: Iterable[str], by: str = " ::: ") -> str:
    return by.join(dict.fromkeys(text for text in texts if text))


def _name(card: Any) -> str:
    """Return the formatted name; else the parts of N in their order."""
    formatted = _texts(card, "fn")
    if formatted:
        return formatted[0]
    parts = card.contents.get("n", [])
    if not parts:
        return ""
    name = parts[0].value
    order = (getattr(name, part, "") for part in ("prefix", "given", "additional", "family", "suffix"))
    return " ".join(text for part in order if (text := _flat(part)))


def _profiles(card: Any) -> tuple[list[str], list[str]]:
    """Return the addresses of profiles, and handles that stand without one, as `platform:handle`."""
    links, handles = [], []
    for name in _SOCIAL:
        for line in card.contents.get(name, []):
            text = _flat(line.value)
            said = [word for values in line.params.values() for word in values] + [name.removeprefix("x-")]
            platform = next((found for word in said if (found := platform_named(word))), "")
            if "://" in text or "/" in text:
                links.append(text)
            elif text and platform:
                handles.append(f"{platform}:{text.partition(':')[2] or text}")
    return links, handles


def _address(card: Any) -> tuple[str, str, str]:
    """Return street and postcode as an address, the city, the country, of the first address."""
    found = card.contents.get("adr", [])
    if not found:
        return "", "", ""
    adr = found[0].value
    part = {
        name: _flat(getattr(adr, name, ""))
        for name in ("box", "extended", "street", "city", "region", "code", "country")
    }
    last = " ".join(text for text in (part["code"], part["region"]) if text)
    lines = [part["box"], part["extended"], part["street"], last]
    return "\n".join(line for line in lines if line), part["city"], part["country"]
