"""Paging by key: a page begins after the last row of the one before, however far into the list.

A cursor is the sort value and the id of a row, in a short text for the address. Rows without the value come in
one block at one end, on both databases alike; no page counts what lies before it.
"""

import base64
import binascii
import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, F, Func, Model, Q, QuerySet, Value
from django.db.models.fields import Field
from django.db.models.sql.compiler import SQLCompiler

M = TypeVar("M", bound=Model)
SIZE = 25


@dataclass(frozen=True, slots=True)
class Order:
    """How a list is sorted: by a column of its model, then by id. `name` stands in the address."""

    name: str
    column: str
    descending: bool = False
    empty_first: bool = False

    def key(self, row: Model) -> Any:
        """Return what `row` is sorted by."""
        return getattr(row, self.column)


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a sorted list: after, or before, the row of that value and id."""

    value: Any
    pk: int
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Page(Generic[M]):
    """Rows, and the cursors of the pages beside them ('' where there is none)."""

    rows: list[M]
    previous: str = ""
    next: str = ""


class RowComparison(Func):
    """Whether (column, id) lies beyond (value, id): one question that an index on both answers."""

    output_field = BooleanField()

    def __init__(self, column: str, sign: str, value: Any, pk: int, field: "Field[Any, Any]") -> None:
        super().__init__(F(column), F("pk"), Value(value, output_field=field), Value(pk))
        self.sign = sign

    def as_sql(
        self,
        compiler: SQLCompiler,
        connection: BaseDatabaseWrapper,
        function: str | None = None,
        template: str | None = None,
        arg_joiner: str | None = None,
        **extra_context: Any,
    ) -> tuple[str, tuple[Any, ...]]:
        """Write it as a row comparison, which PostgreSQL and SQLite both know."""
        parts: list[str] = []
        params: list[Any] = []
        for expression in self.source_expressions:
            sql, own = compiler.compile(expression)
            parts.append(sql)
            params.extend(own)
        return f"({parts[0]}, {parts[1]}) {self.sign} ({parts[2]}, {parts[3]})", tuple(params)


def write(order: Order, row: Model) -> str:
    """Return the text of the place of `row`."""
    value = order.key(row)
    shown = value.isoformat() if isinstance(value, dt.date) else value
    text = json.dumps([order.name, shown, row.pk], ensure_ascii=False)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read(order: Order, model: type[Model], text: str, *, backwards: bool = False) -> Cursor | None:
    """Return the place that `text` names in a list so sorted, None if it names none."""
    try:
        padded = text + "=" * (-len(text) % 4)
        name, shown, pk = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        value = None if shown is None else field_of(model, order).to_python(shown)
    except (ValueError, TypeError, binascii.Error, ValidationError):
        return None
    if name != order.name or type(pk) is not int or not 0 < pk < 2**63 or "\x00" in str(value):
        return None
    return Cursor(value, pk, backwards)


def asked_for(params: Mapping[str, str], order: Order, model: type[Model]) -> Cursor | None:
    """Return the place that an address asks for with `after` or `before`; None without, or if it is none."""
    for name in ("after", "before"):
        if text := params.get(name):
            return read(order, model, text, backwards=name == "before")
    return None


def page(rows: QuerySet[M], order: Order, cursor: Cursor | None = None, size: int = SIZE) -> Page[M]:
    """Return the page of `rows` after (or before) `cursor`; the first page without one."""
    back = cursor is not None and cursor.backwards
    found: list[M] = []
    for empty, start in _blocks(rows, order, cursor, back):
        found += _block(rows, order, empty, start, back)[: size + 1 - len(found)]
        if len(found) > size:
            break
    return framed(found, order, cursor, size)


def framed(found: list[M], order: Order, cursor: Cursor | None, size: int) -> Page[M]:
    """Return the page of `found`, which was read from `cursor` on and holds one more than `size` if there is more."""
    more, found = len(found) > size, found[:size]
    before, after = (more, True) if cursor and cursor.backwards else (cursor is not None, more)
    if cursor and cursor.backwards:
        found.reverse()
    if not found:
        return Page([])
    return Page(found, write(order, found[0]) if before else "", write(order, found[-1]) if after else "")


def field_of(model: type[Model], order: Order) -> "Field[Any, Any]":
    """Return the field that a list is sorted by."""
    return model._meta.get_field(order.column)  # type: ignore[return-value]


def _blocks(
    rows: QuerySet[M], order: Order, cursor: Cursor | None, back: bool
) -> Sequence[tuple[bool, Cursor | None]]:
    """Return the blocks to read, in order: those of rows without a value, and those with one."""
    if not field_of(rows.model, order).null:
        return [(False, cursor)]
    blocks = [True, False] if order.empty_first != back else [False, True]
    if cursor is None:
        return [(empty, None) for empty in blocks]
    rest = blocks[blocks.index(cursor.value is None) :]
    return [(rest[0], cursor), *((empty, None) for empty in rest[1:])]


def _block(rows: QuerySet[M], order: Order, empty: bool, cursor: Cursor | None, back: bool) -> QuerySet[M]:
    down = order.descending != back
    if field_of(rows.model, order).null:
        rows = rows.filter(Q((f"{order.column}__isnull", empty)))
    if cursor is not None and empty:
        rows = rows.filter(**{"pk__lt" if down else "pk__gt": cursor.pk})
    elif cursor is not None:
        field = field_of(rows.model, order)
        rows = rows.filter(RowComparison(order.column, "<" if down else ">", cursor.value, cursor.pk, field))
    columns = [F("pk")] if empty else [F(order.column), F("pk")]
    return rows.order_by(*(column.desc() if down else column.asc() for column in columns))
