"""Whether we may start here, and when the pages answer."""

import contextlib
import fcntl
import http.client
import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO


class NotHere(Exception):
    """We cannot start here. The message says why and what to do."""


@contextlib.contextmanager
def alone_in(var: Path, patience: float = 10) -> Iterator[None]:
    """Hold the folder `var` for this installation. Raises NotHere if another one runs on it.

    After a kill -9 the services need a moment to end; `patience` is how many seconds they are given.
    """
    var.mkdir(parents=True, exist_ok=True)
    deadline = time.monotonic() + patience
    with (var / "serve.lock").open("a+") as lock:
        while not _taken(lock):
            lock.seek(0)
            holder = lock.read().strip()
            if _is_alive(holder) or time.monotonic() > deadline:
                raise NotHere(
                    f"Rapport is running on {var} already (process {holder or 'unknown'}). "
                    "Stop it first, or set RAPPORT_VAR to another folder for a second installation."
                )
            time.sleep(0.1)
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def _taken(lock: TextIO) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_alive(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True


def check_port(port: int) -> None:
    """Raise NotHere if another program listens on `port`."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as trouble:
            raise NotHere(
                f"Port {port} is taken: another program listens there ({trouble}). "
                f"Choose another one, for example: make run PORT={port + 1}"
            ) from trouble


def wait_until_ready(port: int, seconds: float = 120) -> bool:
    """Return True as soon as /health says that everything works, False if it does not in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection.request("GET", "/health")
            if connection.getresponse().status == http.HTTPStatus.OK:
                return True
        connection.close()
        time.sleep(0.2)
    return False
