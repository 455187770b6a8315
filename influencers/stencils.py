"""SQL with places for values: written by Django with values that stand in, filled in with the real ones."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

Value = int | str | dt.date | dt.datetime
Fill = Callable[[dict[str, Value]], Any]
APART = 3000  # days between two dates that stand in
NEAR = 1000  # a parameter so many days from one is that date, moved
BEGINNING = dt.date(20, 1, 1)
OLDEST = dt.date(1000, 1, 1)  # before it nothing happens in Rapport
NUMBER = 9_007_000_000_000_001


def stand_ins(values: dict[str, Value]) -> dict[str, Value]:
    """Return for each value one of its type that stands in no query by chance."""
    return {name: _stand_in(value, number) for number, (name, value) in enumerate(values.items())}


def _stand_in(value: Value, number: int) -> Value:
    day = BEGINNING + dt.timedelta(days=APART * number)
    if isinstance(value, dt.datetime):
        return dt.datetime.combine(day, dt.time(11, 7, 5), tzinfo=dt.UTC)
    if isinstance(value, dt.date):
        return day
    if isinstance(value, str):
        return f"\x00{number}\x00"
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{value!r} may change the question.")
    return NUMBER + number


@dataclass(frozen=True, slots=True)
class Stencil:
    """SQL, and how each of its parameters comes about."""

    sql: str
    fills: tuple[Fill, ...]

    @classmethod
    def cut(
        cls, sql: str, params: Iterable[Any], standing_in: dict[str, Value], connection: BaseDatabaseWrapper
    ) -> "Stencil":
        """Return the stencil of SQL that was written with stand-ins.

        Raises ValueError where it does not hang on one of them, or on a time worked out from one: that would stay
        as it was the first time. Days before or after a date that was given are understood.
        """
        used: set[str] = set()
        fills = tuple(_fill(param, standing_in, connection, used) for param in params)
        if unused := standing_in.keys() - used:
            raise ValueError(f"The question does not hang on {', '.join(sorted(unused))}.")
        return cls(sql, fills)

    def filled(self, values: dict[str, Value]) -> tuple[Any, ...]:
        """Return the parameters for these values."""
        return tuple(fill(values) for fill in self.fills)


def _fill(param: Any, standing_in: dict[str, Value], connection: BaseDatabaseWrapper, used: set[str]) -> Fill:
    for name, value in standing_in.items():
        fill = _fill_with(name, value, param, connection)
        if fill is not None:
            used.add(name)
            return fill
    if _is_worked_out(param):
        raise ValueError(f"{param!r} was worked out from a value: give it as a value of its own.")
    return lambda values: param


def _fill_with(name: str, value: Value, param: Any, connection: BaseDatabaseWrapper) -> Fill | None:
    ops = connection.ops
    if isinstance(value, dt.datetime):
        adapt: Callable[[Any], Any] = ops.adapt_datetimefield_value
        return (lambda values: adapt(values[name])) if param in (value, adapt(value)) else None
    if isinstance(value, dt.date):
        return _moved(name, value, param, ops.adapt_datefield_value)
    if type(param) is bool or param != value:
        return None
    if isinstance(value, int):
        kind = type(param)  # psycopg's integers say how long they are
        return lambda values: kind(values[name])
    return lambda values: values[name]


def _moved(name: str, value: dt.date, param: Any, adapt: Callable[[Any], Any]) -> Fill | None:
    day = _day(param)
    if day is None or abs((day - value).days) > NEAR:
        return None
    moved = day - value
    if isinstance(param, dt.date):
        return lambda values: values[name] + moved  # type: ignore[operator]
    return lambda values: adapt(values[name] + moved)  # type: ignore[operator]


def _day(param: Any) -> dt.date | None:
    if isinstance(param, dt.datetime):
        return None
    if isinstance(param, dt.date):
        return param
    try:
        return (
            dt.date.fromisoformat(param)
            if isinstance(param, str) and len(param) == len("0020-01-01")
            else None
        )
    except ValueError:
        return None


def _is_worked_out(param: Any) -> bool:
    if isinstance(param, dt.datetime):
        param = param.date()
    elif isinstance(param, str):
        try:
            param = dt.datetime.fromisoformat(param).date()
        except ValueError:
            return False
    return isinstance(param, dt.date) and param < OLDEST
