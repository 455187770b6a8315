"""`manage.py check` says what is set wrongly together."""

from typing import Any

import pytest

from config import checks


def ids(found: list[Any]) -> list[str]:
    """Return the ids of warnings."""
    return [warning.id for warning in found]


def test_an_address_that_would_be_refused_is_named(settings: Any) -> None:
    settings.PUBLIC_URL = "https://rapport.example.com"
    settings.ALLOWED_HOSTS = ["other.example.com"]

    assert ids(checks.public_host_is_allowed()) == ["rapport.W001"]

    settings.ALLOWED_HOSTS = [".example.com"]

    assert checks.public_host_is_allowed() == []


def test_a_cache_a_process_is_not_for_production(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = settings.CACHES["default"]
    monkeypatch.setitem(cache, "BACKEND", "django.core.cache.backends.locmem.LocMemCache")

    assert ids(checks.cache_is_shared()) == ["rapport.W002"]

    monkeypatch.setitem(cache, "BACKEND", "django.core.cache.backends.redis.RedisCache")

    assert checks.cache_is_shared() == []


@pytest.mark.parametrize(("backend", "expected"), [("console", ["rapport.W003"]), ("smtp", [])])
def test_mail_that_stays_in_the_log_is_named(backend: str, expected: list[str], settings: Any) -> None:
    settings.EMAIL_BACKEND = f"django.core.mail.backends.{backend}.EmailBackend"

    assert ids(checks.mail_goes_out()) == expected


@pytest.mark.parametrize(("encrypted", "expected"), [(False, ["rapport.W004"]), (True, [])])
def test_pages_without_tls_are_named(encrypted: bool, expected: list[str], settings: Any) -> None:
    settings.HTTPS = encrypted

    assert ids(checks.pages_are_encrypted()) == expected
