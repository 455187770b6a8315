"""What every watcher returns, and how it is put together."""

import datetime as dt
from collections.abc import Collection
from typing import Any, Protocol

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import (
    BigIntegerField,
    DateField,
    Expression,
    F,
    Func,
    Model,
    QuerySet,
    SmallIntegerField,
    Value,
)
from django.db.models.expressions import Combinable
from django.db.models.sql.compiler import SQLCompiler

Sightings = QuerySet[Any, dict[str, Any]]
COLUMNS = ("program_id", "membership_id", "subject_id", "threshold", "since")


class Find(Protocol):
    """A watcher: looks, and changes nothing."""

    def __call__(self, day: dt.date, programs: Collection[int]) -> Sightings:
        """Return what holds on `day` in these programs, whose date it is there now."""


class DaysAfter(Func):
    """A date so many days after another, both columns or values; fewer than none is before."""

    output_field = DateField()
    template = "(%(expressions)s)"
    arg_joiner = " + "

    def __init__(self, date: Combinable | str, days: Combinable | int) -> None:
        shift = Value(days, output_field=SmallIntegerField()) if isinstance(days, int) else days
        super().__init__(date, shift)

    def as_sqlite(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **extra: Any
    ) -> tuple[str, Any]:
        """Return it for SQLite, where a date is a text."""
        return self.as_sql(
            compiler, connection, template="date(%(expressions)s || ' days')", arg_joiner=", ", **extra
        )


def on_day(day: dt.date) -> Value:
    """Return `day` as a value for a query."""
    return Value(day, output_field=DateField())


def about_members(found: QuerySet[Any], *, since: Expression, threshold: Expression | int = 0) -> Sightings:
    """Turn memberships into sightings. `since` is the first day on which it was so (at this threshold)."""
    return _with(
        found,
        membership_id=F("id"),
        subject_id=Value(0, output_field=BigIntegerField()),
        since=since,
        threshold=threshold,
    )


def about_subjects(
    found: QuerySet[Any, Model], *, since: Expression | F, threshold: Expression | int = 0
) -> Sightings:
    """Turn rows that belong to a membership, such as promises, into sightings: one flag a row."""
    return _with(
        found, program_id=F("membership__program_id"), subject_id=F("id"), since=since, threshold=threshold
    )


def _with(found: QuerySet[Any, Any], *, threshold: Expression | int, **columns: Any) -> Sightings:
    stage = Value(threshold, output_field=SmallIntegerField()) if isinstance(threshold, int) else threshold
    seen: Sightings = found.order_by().annotate(threshold=stage, **columns).values(*COLUMNS)
    return seen
