"""The secret key of an installation that was not given one."""

import os
import secrets
from pathlib import Path


def kept_secret_key(path: Path) -> str:
    """Return the secret key kept in `path`, made on first use and readable by its owner only.

    Two processes may start at once: whoever creates the file wins, the other reads it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(50))
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
    return path.read_text().strip()
