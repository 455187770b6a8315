"""The tables can be made from nothing, on the database that the tests run on. (The tests themselves skip it.)"""

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def empty_database(tmp_path: Path) -> Iterator[str]:
    """Return the address of an empty database of the kind that the tests use; it is removed afterwards."""
    given = os.environ.get("DATABASE_URL", "")
    if not given.startswith("postgres"):
        yield f"sqlite:///{tmp_path / 'empty.sqlite3'}"
        return
    name = f"rapport_{uuid.uuid4().hex[:12]}"
    parts = urlsplit(given)
    with psycopg.connect(urlunsplit(parts._replace(path="/postgres")), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield urlunsplit(parts._replace(path=f"/{name}"))
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


TWICE = """
import django
from django.core.management import call_command
django.setup()
for _ in range(2):
    call_command("migrate", verbosity=0)
call_command("showmigrations")
"""


def test_the_tables_are_made_from_nothing_and_again_without_harm(empty_database: str, tmp_path: Path) -> None:
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": empty_database,
        "RAPPORT_VAR": str(tmp_path),
        "SECRET_KEY": "x" * 50,
    }

    done = subprocess.run([sys.executable, "-c", TWICE], cwd=ROOT, env=env, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    assert "[X] 0001_initial" in done.stdout
    assert "[ ]" not in done.stdout


@pytest.mark.django_db
def test_the_migrations_say_what_the_models_say() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
