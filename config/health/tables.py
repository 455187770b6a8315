"""Whether the tables are those that the models describe, whatever the list of applied migrations says.

Until the first release the first migration of an app is made anew with each change. A database that an earlier version
made then calls it applied, and is not brought up to date by it.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection


def differences() -> list[str]:
    """Return the tables and columns (table.column) that are missing, or that nobody describes any more."""
    return sorted(_differences())


def _differences() -> Iterator[str]:
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
        for model in apps.get_models(include_auto_created=True):
            table = model._meta.db_table
            if not model._meta.managed or model._meta.proxy:
                continue
            if table not in there:
                yield table
                continue
            described = {field.column for field in model._meta.local_concrete_fields}
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)} LIMIT 0")  # noqa: S608 - our own names
            found = {column[0] for column in cursor.description}
            yield from (f"{table}.{column}" for column in described ^ found)
