"""Says which of the words on pages are not in the translations, or not translated. Changes nothing here."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
CATALOG = Path("locale") / "de" / "LC_MESSAGES" / "django.po"


def read(file: Path) -> Catalog:
    """Return a catalog; an empty one if there is no file."""
    if not file.is_file():
        return Catalog()
    with file.open("rb") as content:
        return read_po(content)


def collected() -> Catalog:
    """Return the catalog that makemessages would write, made in a copy of the project."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("config", "influencers", "engagement", "templates", "locale", "manage.py"):
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(
                    source, copy / name, ignore=shutil.ignore_patterns("__pycache__", "migrations")
                )
            elif source.is_file():
                shutil.copy(source, copy / name)
        (copy / "locale").mkdir(exist_ok=True)
        (copy / "static").mkdir()
        command = [sys.executable, "manage.py", "makemessages", "--locale", "de", "--verbosity", "0"]
        env = {**os.environ, "RAPPORT_VAR": str(copy / "var")}
        subprocess.run(command, cwd=copy, check=True, env=env)
        return read(copy / CATALOG)


def main() -> int:
    """Print what is missing; return the exit code."""
    here = read(ROOT / CATALOG)
    words = [message for message in collected() if message.id]
    missing = [message for message in words if here.get(message.id, message.context) is None]
    undone = [m for m in words if m not in missing and (m.fuzzy or not all([m.string, *(m.string or [])]))]
    for what, found in (("not in", missing), ("not translated in", undone)):
        for message in found[:20]:
            print(f"{what} {CATALOG}: {message.id!r}")
        if found:
            print(f"{len(found)} {what} {CATALOG}. Run `make messages` and translate them.")
    print(f"{len(words)} messages looked at.")
    return 1 if missing or undone else 0


if __name__ == "__main__":
    sys.exit(main())
