"""Puts indexes and constraints into the making of their tables, where makemigrations adds them one by one afterwards.

With each of them Django reads its picture of all models anew: on a first start that took longer than making the tables.
Run by `make migrations-fresh` on migrations that are new; says nothing of the database differently.
"""

import os
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import django
from django.db.migrations import AddConstraint, AddField, AddIndex, CreateModel, Migration
from django.db.migrations.writer import MigrationWriter

ROOT = Path(__file__).resolve().parent.parent
APPS = ("influencers", "engagement")


def migrations(app: str) -> dict[Path, Migration]:
    """Return an app's migrations, in their order, by their files."""
    files = sorted((ROOT / app / "migrations").glob("0*.py"))
    return {file: import_module(f"{app}.migrations.{file.stem}").Migration(file.stem, app) for file in files}


def folded(found: list[Migration]) -> None:
    """Fold what can be folded: what needs no field that is added to its table later."""
    every = [operation for migration in found for operation in migration.operations]
    tables = {one.name_lower: one for one in every if isinstance(one, CreateModel)}
    later: dict[str, set[str]] = {}
    for one in every:
        if isinstance(one, AddField):
            later.setdefault(one.model_name_lower, set()).add(one.name)
    for migration in found:
        migration.operations = [one for one in migration.operations if not _fold(one, tables, later)]


def _fold(operation: Any, tables: dict[str, CreateModel], later: dict[str, set[str]]) -> bool:
    if not isinstance(operation, AddIndex | AddConstraint):
        return False
    is_index = isinstance(operation, AddIndex)
    thing = operation.index if is_index else operation.constraint
    named = {
        part for word in re.findall(r"\w+", repr(thing.deconstruct())) for part in (word, *word.split("__"))
    }
    if named & later.get(operation.model_name_lower, set()):
        return False
    options = tables[operation.model_name_lower].options
    options.setdefault("indexes" if is_index else "constraints", []).append(thing)
    return True


def main() -> None:
    """Rewrite the files."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    for app in APPS:
        found = migrations(app)
        folded(list(found.values()))
        for file, migration in found.items():
            file.write_text(MigrationWriter(migration).as_string())


if __name__ == "__main__":
    main()
