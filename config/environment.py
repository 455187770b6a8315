"""Reading settings from environment variables. A wrong one stops the start, and the message names it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off", ""}
DATABASES = ("django.db.backends.sqlite3", "django.db.backends.postgresql")
_env = environ.Env()

# django-environ's errors do not always name the variable, and it takes any unknown word for a no.


def read_file(path: Path) -> None:
    """Take variables from a file of NAME=value lines, except those that are set already."""
    if path.is_file():
        _env.read_env(path)


def text(name: str, default: str | None = None) -> str:
    """Return a text. Without a default the variable must be set."""
    return str(_env.str(name) if default is None else _env.str(name, default=default))


def words(name: str, default: list[str]) -> list[str]:
    """Return what commas separate."""
    return [word.strip() for word in _env.list(name, default=default) if word.strip()]


def flag(name: str, default: bool) -> bool:
    """Return a yes or no."""
    value = text(name, "yes" if default else "no").strip().lower()
    if value not in YES | NO:
        raise ImproperlyConfigured(f"{name} must be yes or no, not {value!r}.")
    return value in YES


def number(name: str, default: int) -> int:
    """Return a whole number from 0 up."""
    value = text(name, str(default)).strip()
    if not (value.isascii() and value.isdigit()):
        raise ImproperlyConfigured(f"{name} must be a whole number from 0 up, not {value!r}.")
    return int(value)


def one_of(name: str, choices: tuple[str, ...], default: str) -> str:
    """Return one of a few words, however it is capitalized."""
    value = text(name, default)
    for word in choices:
        if word.lower() == value.lower():
            return word
    raise ImproperlyConfigured(f"{name} must be one of {', '.join(choices)}, not {value!r}.")


def database(name: str, default: str) -> dict[str, Any]:
    """Return a database: SQLite or PostgreSQL."""
    found = _address(name, _env.db, default)
    if found.get("ENGINE") not in DATABASES or not found.get("NAME"):
        raise ImproperlyConfigured(
            f"{name} must be postgres://USER:PASSWORD@HOST:PORT/NAME or sqlite:////absolute/path."
        )
    return found


def cache(name: str, default: str) -> dict[str, Any]:
    """Return a cache."""
    return _address(name, _env.cache, default)


def mail(name: str, default: str) -> dict[str, Any]:
    """Return a mail server."""
    return _address(name, _env.email, default)


def _address(name: str, read: Callable[..., dict[str, Any]], default: str) -> dict[str, Any]:
    try:
        return dict(read(name, default=default))
    except (ValueError, ImproperlyConfigured) as trouble:
        raise ImproperlyConfigured(f"{name} cannot be read: {trouble}") from trouble
