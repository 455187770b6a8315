"""Several short questions in one statement: a page asks for a few rows of each of many kinds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

MANY = 100  # counting ends here: nobody plans a day by the difference between 100 and 30,000
ANY = "\x00"  # stands in a question for the value that differs

Questions = Mapping[str, QuerySet[Any, Any]]


@dataclass(frozen=True, slots=True)
class Each:
    """The same question for each of `values`, where the question says `ANY`. Written once by Django, asked often."""

    rows: QuerySet[Any, Any]
    values: tuple[str, ...]


def few_and_counts(
    few: Questions, counts: Questions | None = None, each: Each | None = None
) -> tuple[dict[str, list[int]], dict[str, int]]:
    """Return the ids of each of the `few` (sliced querysets, in their order), and how many rows the others have.

    `each` adds a list for every one of its values. Counts stop at `MANY`. One statement for all of it, on
    PostgreSQL and SQLite: each part is a subselect that stops as soon as it has enough.
    """
    counts = counts or {}
    names = [*few, *(each.values if each else ()), *counts]
    found: dict[str, list[int]] = {name: [] for name in names}
    for number, value in _answers(names, few, counts, each):
        found[names[number]].append(value)
    totals = {name: found.pop(name) or [0] for name in counts}
    return found, {name: values[0] for name, values in totals.items()}


def _answers(names: list[str], few: Questions, counts: Questions, each: Each | None) -> list[tuple[int, int]]:
    sql: list[str] = []
    params: list[Any] = []
    for name, value, question, own in _parts(few, counts, each):
        sql.append(f"SELECT {names.index(name)}, {value} FROM ({question}) s")  # noqa: S608 - Django's SQL, numbers
        params += own
    if not sql:
        return []
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(sql), params)
        return list(cursor.fetchall())


def _parts(
    few: Questions, counts: Questions, each: Each | None
) -> Iterator[tuple[str, str, str, tuple[Any, ...]]]:
    for name, rows in few.items():
        for question, own in _written(rows.values_list("pk")):
            yield name, "s.pk", question, own
    for question, own in _written(each.rows.values_list("pk")) if each else ():
        for value in each.values if each else ():
            yield value, "s.pk", question, tuple(value if param == ANY else param for param in own)
    for name, rows in counts.items():
        for question, own in _written(rows.order_by().values_list("pk")[:MANY]):
            yield name, "COUNT(*)", question, own


def _written(rows: QuerySet[Any, Any]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Yield the SQL and parameters of a question; nothing where Django can tell the answer without asking."""
    try:
        yield rows.query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return
