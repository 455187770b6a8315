"""Questions that pages ask every time in the same words: Django writes their SQL once, and then only fills in.

Writing the SQL of a queryset takes Django longer than a database on the same machine takes to answer it.
"""

import copy
from collections.abc import Callable, Collection
from typing import Any, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler

from influencers.stencils import Stencil, Value, stand_ins

R = TypeVar("R")
Key = tuple[str, ...]
BIGGEST = 2**63 - 1  # an address may name a larger id; no row has it


def _key(values: dict[str, Value]) -> Key:
    return (connections[DEFAULT_DB_ALIAS].vendor, *(type(value).__name__ for value in values.values()))


class Often(Generic[R]):
    """The rows of `build(**values)`, which must be the same question whatever the values: ids, texts, dates, instants.

    Not for None, lists or booleans, which change the SQL; nor for what comes from a related manager
    (`program.tiers`), which would remember the stand-in. Filter and slice within `build`: what comes out is a list.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, R]]) -> None:
        self.build = build
        self._written: dict[Key, tuple[QuerySet[Any, R], SQLCompiler, Stencil] | None] = {}

    def __call__(self, **values: Value) -> list[R]:
        """Return the rows for these values. Raises ValueError where the SQL does not hang on one of them."""
        key = _key(values)
        if key not in self._written:
            self._written[key] = self._write(values)
        written = self._written[key]
        if written is None or any(
            isinstance(value, int) and abs(value) > BIGGEST for value in values.values()
        ):
            return []
        rows, compiler, stencil = written
        return list(_asking(rows, compiler, stencil.sql, stencil.filled(values)))

    def first(self, **values: Value) -> R | None:
        """Return the first of the rows, None without any."""
        return next(iter(self(**values)), None)

    def _write(self, values: dict[str, Value]) -> tuple[QuerySet[Any, R], SQLCompiler, Stencil] | None:
        standing_in = stand_ins(values)
        rows = self.build(**standing_in)
        compiler = rows.query.get_compiler(using=DEFAULT_DB_ALIAS)
        try:
            sql, params = compiler.as_sql()
        except EmptyResultSet:
            return None
        return rows, compiler, Stencil.cut(sql, params, standing_in, connections[DEFAULT_DB_ALIAS])


class OftenAmong(Generic[R]):
    """As `Often`, for rows among some ids: `build(ids=…, **values)`. The SQL is written for 4, 8, 16 … of them."""

    def __init__(self, build: Callable[..., QuerySet[Any, R]]) -> None:
        self.build = build
        self._often: dict[int, Often[R]] = {}

    def __call__(self, ids: Collection[int], **values: Value) -> list[R]:
        """Return the rows. Without ids none, and nothing is asked."""
        if not ids:
            return []
        size = max(4, 1 << (len(ids) - 1).bit_length())
        often = self._often.get(size)
        if often is None:
            names = [f"id{number}" for number in range(size)]
            often = self._often[size] = Often(
                lambda **given: self.build(ids=[given.pop(name) for name in names], **given)
            )
        padded = {f"id{number}": pk for number, pk in enumerate([*ids, *[0] * (size - len(ids))])}
        return often(**padded, **values)


class OftenSQL:
    """As `Often`, for SQL that is put together from several querysets: `build` returns the SQL and its parameters."""

    def __init__(self, build: Callable[..., tuple[str, list[Any]]]) -> None:
        self.build = build
        self._written: dict[Key, Stencil] = {}

    def __call__(self, **values: Value) -> tuple[str, tuple[Any, ...]]:
        """Return the SQL, and the parameters for these values."""
        key = _key(values)
        if key not in self._written:
            standing_in = stand_ins(values)
            sql, params = self.build(**standing_in)
            self._written[key] = Stencil.cut(sql, params, standing_in, connections[DEFAULT_DB_ALIAS])
        stencil = self._written[key]
        return stencil.sql, stencil.filled(values)


def _asking(
    rows: QuerySet[Any, R], compiler: SQLCompiler, sql: str, params: tuple[Any, ...]
) -> QuerySet[Any, R]:
    """Return `rows` asking `sql`, which `compiler` once wrote for them. To be read, not to be narrowed."""
    asking: Any = copy.copy(compiler)
    asking.connection = connections[DEFAULT_DB_ALIAS]
    asking.as_sql = lambda *args, **kwargs: (sql, params)
    read: Any = rows._chain()  # type: ignore[attr-defined]
    read.query.get_compiler = lambda *args, **kwargs: asking
    return read  # type: ignore[no-any-return]
