"""What every test stands on: quick passwords, plain static files, no broker, an empty cache."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db.backends.sqlite3.base import DatabaseOperations
from django.utils import translation

from config.celery import app
from engagement import guards as engagement_guards
from influencers import guards as influencers_guards

ROOT = Path(__file__).resolve().parent.parent


def pytest_configure() -> None:
    """Change what would make tests slow, or have them depend on the machine."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    if "CELERY_BROKER_URL" not in os.environ:
        app.conf.broker_url = "memory://"
        app.conf.broker_transport_options = {}


@pytest.fixture(autouse=True)
def _own_cache_and_files(settings: object, tmp_path: Path) -> Iterator[None]:
    settings.MEDIA_ROOT = tmp_path / "files"
    cache.clear()
    yield
    cache.clear()


def _empty_without_guards(self: Any, *args: Any, **options: Any) -> list[str]:
    """Let go of the guards against deleting before a test's tables are emptied; `post_migrate` puts them back."""
    statements = _sql_flush(self, *args, **options)
    kept = [name for name, on in _deletions() if on]
    return [*(f"DROP TRIGGER IF EXISTS {name}" for name in kept), *statements] if statements else []


def _deletions() -> list[tuple[str, bool]]:
    guards = [*engagement_guards.GUARDS, *influencers_guards.GUARDS]
    return [(guard.name, guard.event == "DELETE") for guard in guards]


_sql_flush = DatabaseOperations.sql_flush
DatabaseOperations.sql_flush = _empty_without_guards


@pytest.fixture(scope="session")
def data() -> Path:
    """Return the folder of real data sets beside the project; skip the test where there is none."""
    folder = Path(os.environ.get("RAPPORT_DATA") or ROOT.parent / "shared" / "data")
    if not folder.is_dir():
        pytest.skip("there are no data sets beside the project")
    return folder


@pytest.fixture(autouse=True)
def each_test_speaks_english() -> Iterator[None]:
    """Have no test inherit the language that the page of another one was read in."""
    with translation.override(settings.LANGUAGE_CODE):
        yield
