"""What has to be there before anything runs. Every step is done only when it is needed."""

import hashlib
import os
import secrets
from collections.abc import Callable
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from config.environment import text
from config.health.checks import migrations
from config.health.tables import differences

ADMIN_EMAIL = "admin@localhost.test"


def prepare(*, demo: bool, say: Callable[[str], None]) -> list[str]:
    """Make database, schedules, static files and whoever logs in first; return what to tell them, once.

    The demonstration brings its own people. `say` hears of what takes a while.
    """
    if migrations():
        refuse_tables_of_another_version()
        say("Making the tables …")
    call_command("migrate", verbosity=0, interactive=False)
    call_command("sync_schedules", verbosity=0)
    collect_static(say)
    told = StringIO()
    if demo:
        say("Making the demonstration …")
        call_command("demo", stdout=told)
    administrator = first_administrator()
    if administrator:
        email, password = administrator
        told.write(f"Log in with (this is said once):\n  e-mail    {email}\n  password  {password}")
    return told.getvalue().strip().splitlines()


def refuse_tables_of_another_version() -> None:
    """Raise `CommandError` where every migration counts as applied, and the tables are others all the same."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    raise CommandError(
        f"The tables in this database were made by another version ({', '.join(differences()[:3])} …). Before the "
        "first release there is no way from one version's tables to the next one's: take your people out with the "
        "version that made them, and begin with an empty database. docs/operate/upgrade.md says how."
    )


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


def collect_static(say: Callable[[str], None]) -> None:
    """Collect the static files if one of them was added, changed or removed since the last time."""
    root = Path(settings.STATIC_ROOT)
    mark = root / ".collected"
    now = fingerprint_of_static_files()
    if mark.is_file() and mark.read_text() == now:
        return
    say("Collecting the static files …")
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
