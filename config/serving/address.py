"""Where the embedded broker is found. Settings read this, so it imports nothing of Django."""

import hashlib
import os
import tempfile
from pathlib import Path
from urllib.parse import quote

# The kernel keeps a socket's path in 108 bytes (104 on macOS).
LONGEST_SOCKET_PATH = 100


def broker_socket(var: Path) -> Path:
    """Return the socket of the broker of the installation whose files are under `var`.

    A socket in a folder of its owner's, and not a port: other users of the machine cannot connect, it
    cannot be taken by another program, and every command finds it without being told.
    """
    folder = var.resolve() / "broker"
    if len(os.fsencode(folder / "broker.sock")) > LONGEST_SOCKET_PATH:
        name = hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]
        folder = Path(tempfile.gettempdir()) / f"rapport-{os.getuid()}-{name}"
    return folder / "broker.sock"


def broker_url(var: Path) -> str:
    """Return the embedded broker's address as Celery writes it."""
    return f"redis+socket://{quote(str(broker_socket(var)))}"


def cache_url(var: Path) -> str:
    """Return the address of the cache beside the queue, in the same server."""
    return f"rediscache://{quote(str(broker_socket(var)))}?db=1"
