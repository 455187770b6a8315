"""Small questions that both databases answer, each in its own words."""

import datetime as dt
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, CharField, DateField, F, Func, IntegerField, Value
from django.db.models.sql.compiler import SQLCompiler


class DaysServed(Func):
    """How many days of a term (`starts_on`, `ends_on`) lie before `day`; of a term that began before it."""

    output_field = IntegerField()

    def __init__(self, day: dt.date, **extra: Any) -> None:
        super().__init__(F("ends_on"), Value(day, output_field=DateField()), F("starts_on"), **extra)

    def as_sql(
        self,
        compiler: SQLCompiler,
        connection: BaseDatabaseWrapper,
        function: str | None = None,
        template: str | None = None,
        arg_joiner: str | None = None,
        **extra_context: Any,
    ) -> tuple[str, tuple[Any, ...]]:
        """Subtract dates, which are texts in SQLite."""
        pairs = [compiler.compile(expression) for expression in self.source_expressions]
        (ends, day, starts), params = [sql for sql, _ in pairs], [one for _, own in pairs for one in own]
        if connection.vendor == "postgresql":
            return f"(LEAST({ends}, {day}) - {starts})", tuple(params)
        days = f"julianday(MIN({ends}, {day})) - julianday({starts})"
        return f"CAST({days} AS INTEGER)", tuple(params)


class Holds(Func):
    """Whether a JSON list holds a text, for SQLite; PostgreSQL has `contains`, with an index."""

    output_field = BooleanField()
    template = "EXISTS (SELECT 1 FROM json_each(%(expressions)s)"
    arg_joiner = ") WHERE value = "

    def __init__(self, column: str, text: str, **extra: Any) -> None:
        super().__init__(F(column), Value(text, output_field=CharField()), **extra)
