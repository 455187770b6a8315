"""What has to be there before anything runs. Every step is done only when it is needed."""

import hashlib
import os
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command, get_commands

from config.environment import text

ADMIN_EMAIL = "admin@localhost.test"


def prepare(*, demo: bool) -> tuple[str, str] | None:
    """Make database, schedules, static files and the first administrator; return their e-mail and password.

    None means that there are users already. The demonstration brings its own.
    """
    call_command("migrate", verbosity=0, interactive=False)
    if "sync_schedules" in get_commands():
        call_command("sync_schedules", verbosity=0)
    collect_static()
    if demo:
        call_command("demo")
    return first_administrator()


def first_administrator() -> tuple[str, str] | None:
    """Make an administrator with a random password if there is no user at all; return both, or None."""
    users = get_user_model()._default_manager
    if users.exists():
        return None
    email = text("RAPPORT_ADMIN_EMAIL", default=ADMIN_EMAIL)
    password = secrets.token_urlsafe(12)
    users.create_superuser(email=email, password=password, name="Administrator")
    return email, password


def nobody_has_logged_in() -> bool:
    """Whether the first administrator never used the password that was printed once."""
    return not get_user_model()._default_manager.filter(last_login__isnull=False).exists()


def collect_static() -> None:
    """Collect the static files if one of them was added, changed or removed since the last time."""
    root = Path(settings.STATIC_ROOT)
    mark = root / ".collected"
    now = fingerprint_of_static_files()
    if mark.is_file() and mark.read_text() == now:
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    mark.write_text(now)


def fingerprint_of_static_files() -> str:
    """Return a text that differs when a static file was added, changed or removed."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            found = os.stat(storage.path(name))
            digest.update(f"{storage.path(name)} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()
