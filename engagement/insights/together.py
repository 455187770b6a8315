"""Several short questions in one statement: a page asks for a few rows of each of many kinds."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

MANY = 100  # counting ends here: nobody plans a day by the difference between 100 and 30,000

Questions = Mapping[str, QuerySet[Any, Any]]


def few_and_counts(
    few: Questions, counts: Questions | None = None
) -> tuple[dict[str, list[int]], dict[str, int]]:
    """Return the ids of each of the `few` (sliced querysets, in their order), and how many rows the others have.

    Counts stop at `MANY`. One statement for all of it, on PostgreSQL and SQLite: each part is a subselect that
    stops as soon as it has enough.
    """
    counts = counts or {}
    names = [*few, *counts]
    parts = [(names.index(name), "s.pk", rows.values_list("pk")) for name, rows in few.items()]
    parts += [(names.index(name), "COUNT(*)", _capped(rows)) for name, rows in counts.items()]
    found: dict[str, list[int]] = {name: [] for name in names}
    for part, value in _rows(parts):
        found[names[part]].append(value)
    totals = {name: found.pop(name) or [0] for name in counts}
    return found, {name: values[0] for name, values in totals.items()}


def _capped(rows: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    return rows.order_by().values_list("pk")[:MANY]


def _rows(parts: list[tuple[int, str, QuerySet[Any, Any]]]) -> list[tuple[int, int]]:
    sql, params = [], []
    for number, value, rows in parts:
        try:
            question, own = rows.query.get_compiler(connection=connection).as_sql()
        except EmptyResultSet:  # Django can tell without asking
            continue
        sql.append(f"SELECT {number}, {value} FROM ({question}) s")  # noqa: S608 - Django's own SQL, and numbers
        params += own
    if not sql:
        return []
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(sql), params)
        return list(cursor.fetchall())
