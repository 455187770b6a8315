"""What every test stands on: quick passwords, plain static files, no broker, an empty cache."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils import translation

from config.celery import app

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
