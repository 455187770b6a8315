"""`manage.py backup`."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command


@pytest.fixture
def embedded(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Files of an embedded installation whose database is open and has changes in its log."""
    settings.EMBEDDED, settings.VAR = True, tmp_path / "var"
    settings.VAR.mkdir()
    monkeypatch.setitem(settings.DATABASES["default"], "NAME", str(settings.VAR / "rapport.sqlite3"))
    (settings.VAR / "secret_key").write_text("key")
    return settings.VAR


def test_a_copy_has_what_was_written_while_it_runs(embedded: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(embedded / "rapport.sqlite3", isolation_level=None)) as running:
        running.execute("PRAGMA journal_mode=WAL")
        running.execute("CREATE TABLE people (name)")
        running.execute("INSERT INTO people VALUES ('Maya')")

        call_command("backup", tmp_path / "copy", verbosity=0)

    with closing(sqlite3.connect(tmp_path / "copy" / "rapport.sqlite3")) as copy:
        assert copy.execute("SELECT name FROM people").fetchall() == [("Maya",)]
    assert (tmp_path / "copy" / "secret_key").read_text() == "key"


def test_nobody_else_may_read_it(embedded: Path, tmp_path: Path) -> None:
    call_command("backup", tmp_path / "copy", verbosity=0)

    assert stat.S_IMODE((tmp_path / "copy").stat().st_mode) == 0o700


def test_an_earlier_copy_is_not_written_over(embedded: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()

    with pytest.raises(CommandError, match="there already"):
        call_command("backup", tmp_path / "copy")

    assert list((tmp_path / "copy").iterdir()) == []


def test_a_database_server_has_better_tools(settings: Any, tmp_path: Path) -> None:
    settings.EMBEDDED = False

    with pytest.raises(CommandError, match="pg_dump"):
        call_command("backup", tmp_path / "copy")

    assert not (tmp_path / "copy").exists()
