"""Finding rows first and sorting them afterwards: for lists narrowed so far that an index in their order is no help.

Looking for a few rows in the order of a list reads all of it; and people called Maria all lie together somewhere in
a list by name, however many there are. The inner statement is fenced off by its own LIMIT, so that the database
plans it without the order.
"""

from typing import Any, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import F, Model, QuerySet

from influencers.keyset import SIZE, Cursor, Order, Page, field_of, framed

M = TypeVar("M", bound=Model)
MANY = 1000
ALL = 2**62


def ids(rows: QuerySet[M], order: Order, limit: int = MANY) -> list[int]:
    """Return the ids of `rows` in their order if there are no more than `limit`; else limit + 1 of them."""
    return _run(rows, order, limit + 1, None, limit + 1)


def ids_page(rows: QuerySet[M], order: Order, cursor: Cursor | None, size: int = SIZE) -> list[int]:
    """Return the ids of one page of `rows` and of one row more, read from `cursor` on."""
    return _run(rows, order, ALL, cursor, size + 1)


def cut(found: list[int], cursor: Cursor | None, size: int = SIZE) -> list[int] | None:
    """Return the ids of one page and one more out of all, read from `cursor` on; None if its row is not among them."""
    if cursor is None:
        return found[: size + 1]
    if cursor.pk not in found:
        return None
    at = found.index(cursor.pk)
    if not cursor.backwards:
        return found[at + 1 : at + size + 2]
    return found[max(at - size - 1, 0) : at][::-1]


def page(
    rows: QuerySet[M], order: Order, wanted: list[int], cursor: Cursor | None, size: int = SIZE
) -> Page[M]:
    """Return the page of the rows with these ids, which were read from `cursor` on."""
    by_id = {row.pk: row for row in rows.filter(pk__in=wanted)}
    return framed([by_id[pk] for pk in wanted if pk in by_id], order, cursor, size)


def _run(rows: QuerySet[M], order: Order, inner: int, cursor: Cursor | None, limit: int) -> list[int]:
    narrow = rows.order_by().values(sort_key=F(order.column), row_id=F("pk"))[:inner]
    try:
        sql, params = narrow.query.get_compiler(rows.db).as_sql()
    except EmptyResultSet:
        return []
    beyond, values = _beyond(rows, order, cursor)
    back = cursor is not None and cursor.backwards
    way = "DESC" if order.descending != back else "ASC"
    empty = "DESC" if order.empty_first != back else "ASC"
    with connections[rows.db].cursor() as db:
        db.execute(
            f"SELECT row_id FROM ({sql}) AS found WHERE {beyond} "  # noqa: S608 (compiled by the ORM)
            f"ORDER BY sort_key IS NULL {empty}, sort_key {way}, row_id {way} LIMIT {limit}",
            [*params, *values],
        )
        return [row[0] for row in db.fetchall()]


def _beyond(rows: QuerySet[M], order: Order, cursor: Cursor | None) -> tuple[str, list[Any]]:
    """Return the condition that a row comes after `cursor`, in the direction of reading, and its parameters."""
    if cursor is None:
        return "1 = 1", []
    sign = "<" if order.descending != cursor.backwards else ">"
    empty_first = order.empty_first != cursor.backwards
    if cursor.value is None:
        rest = " OR sort_key IS NOT NULL" if empty_first else ""
        return f"((sort_key IS NULL AND row_id {sign} %s){rest})", [cursor.pk]
    rest = "" if empty_first else " OR sort_key IS NULL"
    value = field_of(rows.model, order).get_db_prep_value(cursor.value, connections[rows.db])
    return f"((sort_key, row_id) {sign} (%s, %s){rest})", [value, cursor.pk]
