"""What a parsed line fills into the rows of a sheet."""

import datetime as dt
from typing import Any

from engagement.forms.parts import LEFT_OUT, NEW, OPEN, week_from
from engagement.quicklog import ParsedLine, PersonChip


def people_of(parsed: ParsedLine | None) -> list[dict[str, Any]]:
    return [_person(chip) for chip in parsed.people] if parsed else []


def _person(chip: PersonChip) -> dict[str, Any]:
    match chip:
        case PersonChip(mentioned=True):
            choice = LEFT_OUT
        case PersonChip(asks=True):
            choice = OPEN
        case PersonChip(is_new=True):
            choice = NEW
        case _:
            choice = chip.candidates[0].id
    return {"token": chip.token, "handle": chip.handle, "choice": choice, "name": chip.token}


def promises_of(parsed: ParsedLine | None, today: dt.date) -> list[dict[str, Any]]:
    return [
        {
            "made_by": chip.owes.value,
            "text": chip.text[:300],
            "due_on": chip.due or week_from(today),
            "about": _about(chip.owner, parsed),
        }
        for chip in (parsed.promises if parsed else ())
    ]


def _about(owner: str, parsed: ParsedLine | None) -> str:
    """The place of the one who promised; the first person where it was us."""
    people = parsed.people if parsed else ()
    names = [(chip.candidates[0].name if chip.candidates else chip.token) for chip in people]
    return str(names.index(owner)) if owner in names else "0"


def wishes_of(parsed: ParsedLine | None) -> list[dict[str, Any]]:
    return [
        {"words": chip.text, "due_on": chip.due, "about": "0"} for chip in (parsed.asks if parsed else ())
    ]
