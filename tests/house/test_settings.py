"""A wrong setting stops the start, and the message names it."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("read", "wrong"),
    [
        (lambda: environment.number("X_TEST", 1), "many"),
        (lambda: environment.number("X_TEST", 1), "-1"),
        (lambda: environment.flag("X_TEST", False), "perhaps"),
        (lambda: environment.one_of("X_TEST", ("json", "console"), "json"), "xml"),
        (lambda: environment.database("X_TEST", "sqlite://:memory:"), "mysql://u:p@host/name"),
        (lambda: environment.database("X_TEST", "sqlite://:memory:"), "postgres://u:p@host:port/name"),
        (lambda: environment.database("X_TEST", "sqlite://:memory:"), "postgres://host"),
        (lambda: environment.cache("X_TEST", "locmemcache://"), "nowhere://"),
        (lambda: environment.mail("X_TEST", "consolemail://"), "pigeon://"),
    ],
)
def test_a_wrong_value_is_refused_by_name(
    read: Callable[[], object], wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("X_TEST", wrong)

    with pytest.raises(ImproperlyConfigured, match="X_TEST"):
        read()


@pytest.mark.parametrize(("written", "meant"), [("YES", True), ("1", True), ("off", False), ("", False)])
def test_yes_and_no_are_read_as_people_write_them(
    written: str, meant: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("X_TEST", written)

    assert environment.flag("X_TEST", not meant) is meant


def test_a_server_does_not_start_with_a_wrong_setting(tmp_path: Path) -> None:
    env = {**os.environ, "RAPPORT_VAR": str(tmp_path), "HSTS_SECONDS": "a year"}

    done = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=ROOT, env=env, capture_output=True, text=True
    )

    assert done.returncode != 0
    assert "HSTS_SECONDS must be a whole number" in done.stderr


def test_a_database_server_needs_a_secret_key_of_its_own(tmp_path: Path) -> None:
    env = {
        **{name: value for name, value in os.environ.items() if name != "SECRET_KEY"},
        "RAPPORT_VAR": str(tmp_path),
        "DATABASE_URL": "postgres://u:p@127.0.0.1/none",
    }

    done = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=ROOT, env=env, capture_output=True, text=True
    )

    assert "SECRET_KEY must be set" in done.stderr


def test_every_variable_is_in_the_manual() -> None:
    read = set()
    for file in [*(ROOT / "config").rglob("*.py")]:
        read |= set(
            re.findall(
                r"\b(?:text|words|flag|number|one_of|database|cache|mail)\(\s*\"([A-Z_]+)\"", file.read_text()
            )
        )
    manual = (ROOT / "docs" / "operate" / "settings.md").read_text()

    assert {name for name in read if f"`{name}`" not in manual} == set()
