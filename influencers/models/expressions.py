"""Small questions that both databases answer, each in its own words."""

from typing import Any

from django.db.models import BooleanField, CharField, F, Func, Value


class Holds(Func):
    """Whether a JSON list holds a text, for SQLite; PostgreSQL has `contains`, with an index."""

    output_field = BooleanField()
    template = "EXISTS (SELECT 1 FROM json_each(%(expressions)s)"
    arg_joiner = ") WHERE value = "

    def __init__(self, column: str, text: str, **extra: Any) -> None:
        super().__init__(F(column), Value(text, output_field=CharField()), **extra)
