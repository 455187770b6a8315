"""Who changed a touchpoint, when, from what to what."""

import datetime as dt
import zoneinfo
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from engagement.models import Touchpoint

SHOWN = (
    "kind",
    "direction",
    "channel",
    "link",
    "happened_at",
    "words",
    "needs_answer",
    "standing",
    "vouched_by",
)
MOST = 30


@dataclass(frozen=True, slots=True)
class Changed:
    """One field, before and after."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of a row. The first entry has no `changes`: it was made then."""

    who: str
    when: dt.datetime
    changes: tuple[Changed, ...] = ()


def edits_of(touch: Touchpoint) -> list[Edit]:
    """Return the changes of a touchpoint, the latest first; changes of nothing shown are left out."""
    history: Any = touch.history
    rows = list(history.select_related("history_user", "vouched_by").order_by("-history_id")[:MOST])
    found = [Edit(_who(new), new.history_date, _changes(touch, old, new)) for new, old in pairwise(rows)]
    first = [Edit(_who(row), row.history_date) for row in rows[-1:]]
    return [edit for edit in found if edit.changes] + first


def _who(row: Any) -> str:
    return str(row.history_user or "")


def _changes(touch: Touchpoint, old: Any, new: Any) -> tuple[Changed, ...]:
    said = [(name, _said(touch, old, name), _said(touch, new, name)) for name in SHOWN]
    return tuple(
        Changed(_label(touch, name), before, after) for name, before, after in said if before != after
    )


def _label(touch: Touchpoint, name: str) -> str:
    return str(getattr(touch._meta.get_field(name), "verbose_name", name))


def _said(touch: Touchpoint, row: Any, name: str) -> str:
    shown = getattr(row, f"get_{name}_display", None)
    value = shown() if shown else getattr(row, name)
    if isinstance(value, dt.datetime):
        local = value.astimezone(zoneinfo.ZoneInfo(touch.program.time_zone))
        return f"{local:%Y-%m-%d %H:%M}"
    return "" if value is None else str(value)
