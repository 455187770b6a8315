"""What is prepared before anything runs."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError
from django.db import connection

from config.health import checks
from config.health.tables import differences
from config.serving import first_start

pytestmark = pytest.mark.django_db


def test_the_first_administrator_can_log_in_with_what_is_printed() -> None:
    made = first_start.first_administrator()

    user = get_user_model().objects.get()
    assert made == ("admin@localhost.test", made[1])
    assert user.check_password(made[1])
    assert user.is_superuser


def test_an_operator_names_their_own_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAPPORT_ADMIN_EMAIL", "Ada@Example.com")

    first_start.first_administrator()

    assert get_user_model().objects.get().email == "ada@example.com"


def test_nobody_is_made_where_somebody_is() -> None:
    get_user_model().objects.create_user("tom@example.com")

    assert first_start.first_administrator() is None
    assert get_user_model().objects.count() == 1


def test_static_files_are_collected_again_only_when_one_has_changed(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.STATIC_ROOT = tmp_path
    calls: list[str] = []
    monkeypatch.setattr(first_start, "call_command", lambda name, **_: calls.append(name))

    first_start.collect_static(print)
    first_start.collect_static(print)
    monkeypatch.setattr(first_start, "fingerprint_of_static_files", lambda: "another")
    first_start.collect_static(print)

    assert calls == ["collectstatic", "collectstatic"]


def test_the_tables_are_those_that_the_models_describe() -> None:
    assert differences() == []


def test_tables_of_another_version_are_refused_before_anything_is_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As after `git pull`: the first migration counts as applied, and it is another one by now."""
    checks._all_applied.cache_clear()
    monkeypatch.setattr("django.db.migrations.executor.MigrationExecutor.migration_plan", lambda *_, **__: [])
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE engagement_habits")
        cursor.execute("ALTER TABLE influencers_portrait ADD COLUMN of_before integer")

    said: list[str] = []
    with pytest.raises(CommandError, match="made by another version"):
        first_start.prepare(demo=False, say=said.append)

    assert said == []
    assert differences() == ["engagement_habits", "influencers_portrait.of_before"]
    assert checks.migrations() == "The tables were made by another version: docs/operate/upgrade.md"
