"""A real installation, started by a test on a free port with files of its own."""

import contextlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = (
    "DATABASE_URL",
    "CELERY_BROKER_URL",
    "CACHE_URL",
    "PORT",
    "PUBLIC_URL",
    "ALLOWED_HOSTS",
    "DJANGO_SETTINGS_MODULE",
)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def environment(var: Path, **more: str) -> dict[str, str]:
    """Return the environment of a command that knows nothing of the tests' own."""
    return {
        **{name: value for name, value in os.environ.items() if name not in OURS},
        "RAPPORT_VAR": str(var),
        **more,
    }


class Installation:
    """`manage.py serve` as somebody runs it in a terminal."""

    def __init__(self, var: Path, port: int | None = None) -> None:
        self.var = var
        self.port = port or free_port()
        self.log = var.parent / f"serve-{self.port}.log"
        command = [sys.executable, "manage.py", "serve", "--port", str(self.port)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=environment(var), stdout=log, stderr=log, start_new_session=True
            )

    @property
    def output(self) -> str:
        """Everything it has printed."""
        return self.log.read_text()

    def wait_until(self, happened: Callable[[], bool], seconds: float = 120) -> None:
        """Return when it has happened; trouble with the connection means not yet."""
        deadline = time.monotonic() + seconds
        while True:
            with contextlib.suppress(OSError, http.client.HTTPException):
                if happened():
                    return
            assert time.monotonic() < deadline, f"it never happened:\n{self.output}"
            time.sleep(0.1)

    def wait_until_it_says(self, words: str, times: int = 1) -> None:
        """Return when `words` have been printed so many times."""
        self.wait_until(lambda: self.output.count(words) >= times or self.process.poll() is not None)
        assert self.output.count(words) >= times, f"it ended early:\n{self.output}"

    def get(self, path: str) -> tuple[int, str]:
        """Ask for a page; return status and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()

    def checks(self) -> dict[str, str]:
        """Return what /health says of each check."""
        found: dict[str, str] = json.loads(self.get("/health")[1])["checks"]
        return found

    def pids(self, word: str = "") -> list[int]:
        """Return the processes of this installation whose command holds `word`.

        They have its environment; the broker, which overwrites that with its title, has its folder there.
        """
        mark = f"RAPPORT_VAR={self.var}".encode()
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                alive = "\nState:\tZ" not in (folder / "status").read_text()
                command = (folder / "cmdline").read_text().replace("\0", " ")
                ours = mark in (folder / "environ").read_bytes().split(b"\0") or f"{self.var}/" in command
                if ours and alive and word in command:
                    found.append(int(folder.name))
        return sorted(found)

    def wait_until_nothing_runs(self, seconds: float = 10) -> None:
        """Return when no process of it is left."""
        deadline = time.monotonic() + seconds
        while self.pids():
            assert time.monotonic() < deadline, f"still there: {self.pids()}\n{self.output}"
            time.sleep(0.1)

    def interrupt(self) -> int:
        """Press Ctrl-C: the signal reaches the whole foreground group. Return the exit code."""
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(timeout=10)


@contextlib.contextmanager
def installed(var: Path, port: int | None = None) -> Iterator[Installation]:
    """Run an installation; end whatever the test has left of it."""
    started = Installation(var, port)
    try:
        yield started
    finally:
        started.process.kill()
        started.process.wait()
        for pid in started.pids():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
