"""`manage.py backup FOLDER`: a copy of an embedded installation, while it runs."""

import shutil
import sqlite3
from argparse import ArgumentParser
from contextlib import closing
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    """Copies database, secret key and uploaded files into a new folder."""

    help = "Copy an embedded installation into FOLDER. It may run meanwhile."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the folder."""
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        """Copy; refuse to write over an earlier copy."""
        if not settings.EMBEDDED:
            raise CommandError("The database is a server: use pg_dump, as docs/operate/backup.md shows.")
        try:
            folder.mkdir(parents=True, mode=0o700)
        except FileExistsError:
            raise CommandError(f"{folder} is there already. Name a new folder.") from None
        copy_database(Path(settings.DATABASES["default"]["NAME"]), folder / "rapport.sqlite3")
        key = Path(settings.VAR) / "secret_key"
        if key.is_file():
            shutil.copy2(key, folder / "secret_key")
        if Path(settings.MEDIA_ROOT).is_dir():
            shutil.copytree(settings.MEDIA_ROOT, folder / "files")
        self.stdout.write(f"Copied to {folder}")


def copy_database(source: Path, target: Path) -> None:
    """Copy an SQLite database as it is at one moment, and see that the copy is whole."""
    with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(target)) as there:
        here.backup(there)
        (outcome,) = there.execute("PRAGMA integrity_check").fetchone()
    target.chmod(0o600)
    if outcome != "ok":
        raise CommandError(f"The copy is damaged: {outcome}")
