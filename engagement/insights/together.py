"""Several short questions in one statement: a page asks for a few rows of each of many kinds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from influencers.often import OftenSQL
from influencers.stencils import Value

MANY = 100  # counting ends here: nobody plans a day by the difference between 100 and 30,000
ANY = "\x00"  # stands in a question for the value that differs

Questions = Mapping[str, QuerySet[Any, Any]]


@dataclass(frozen=True, slots=True)
class Each:
    """The same question for each of `values`, where the question says `ANY`. Written once by Django, asked often."""

    rows: QuerySet[Any, Any]
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The ids of each of the `few` (sliced querysets, in their order), and how many rows the `counts` have.

    `each` adds a list for every one of its values. Counts stop at `MANY`.
    """

    few: Questions
    counts: Questions
    each: Each

    @property
    def names(self) -> list[str]:
        """Return the name of every list and count, in the order of the statement."""
        return [*self.few, *self.each.values, *self.counts]


class Together:
    """Asks what `build(**values)` returns in one statement, on PostgreSQL and SQLite, written once (see `Often`).

    Each part is a subselect that stops as soon as it has enough.
    """

    def __init__(self, build: Callable[..., Asked]) -> None:
        self.build = build
        self.names: list[str] = []
        self.counts: list[str] = []
        self._often = OftenSQL(self._write)

    def __call__(self, **values: Value) -> tuple[dict[str, list[int]], dict[str, int]]:
        """Return the lists of ids and the counts, by name."""
        sql, params = self._often(**values)
        found: dict[str, list[int]] = {name: [] for name in self.names}
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            for number, value in cursor.fetchall():
                found[self.names[number]].append(value)
        totals = {name: found.pop(name) or [0] for name in self.counts}
        return found, {name: values[0] for name, values in totals.items()}

    def _write(self, **values: Value) -> tuple[str, list[Any]]:
        asked = self.build(**values)
        self.names, self.counts = asked.names, list(asked.counts)
        sql: list[str] = []
        params: list[Any] = []
        for name, value, question, own in _parts(asked.few, asked.counts, asked.each):
            sql.append(f"SELECT {self.names.index(name)}, {value} FROM ({question}) s")  # noqa: S608 - Django's SQL
            params += own
        return " UNION ALL ".join(sql), params


def _parts(few: Questions, counts: Questions, each: Each) -> Iterator[tuple[str, str, str, tuple[Any, ...]]]:
    for name, rows in few.items():
        for question, own in _written(rows.values_list("pk")):
            yield name, "s.pk", question, own
    for question, own in _written(each.rows.values_list("pk")):
        for value in each.values:
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
