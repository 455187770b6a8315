"""Telephone numbers are text: a leading + or 0 is part of them."""

import re
from dataclasses import dataclass

from influencers.importing.messages import Code, Message
from influencers.importing.values.text import is_unknown, one_line, several

_ROUNDED = re.compile(r"\d(?:[.,]\d+)?e\+?\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phones:
    """The numbers of a cell, in their order."""

    numbers: tuple[str, ...] = ()
    messages: tuple[Message, ...] = ()


def phone_key(number: str) -> str:
    """Return what is equal for two ways to write the same number."""
    return re.sub(r"[^\d+]", "", number)


def read_phones(text: str) -> Phones:
    """Read a cell. 4.42079E+11 has lost digits in a spreadsheet and is not a number any more."""
    numbers: dict[str, str] = {}
    messages = []
    for part in several(text):
        number = re.sub(r"^tel:", "", one_line(part), flags=re.IGNORECASE).lstrip("'").strip()
        if _ROUNDED.fullmatch(number):
            messages.append(Message(Code.PHONE_DAMAGED, number))
        elif number and not is_unknown(number):
            numbers.setdefault(phone_key(number) or number, number[:320])
    return Phones(tuple(numbers.values()), tuple(messages))
