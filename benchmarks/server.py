"""One web process on a port of its own, and a client that keeps its connection."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import quantiles


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def one_process() -> Iterator[int]:
    """Run the app in one web process; yields its port."""
    subprocess.run([sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"], check=True)
    port = free_port()
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "1", "--blocking-threads", "1",
        "--host", "127.0.0.1", "--port", str(port), "--log-level", "error", "config.wsgi:application",
    ]  # fmt: skip
    server = subprocess.Popen(command, env={**os.environ, "LOG_LEVEL": "ERROR"})
    try:
        _wait(port)
        yield port
    finally:
        server.terminate()
        server.wait(10)


def _wait(port: int) -> None:
    for _ in range(100):
        try:
            Browser(port, {}).get("/account/login/")
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("The web process did not start.")


class Browser:
    """Asks one thing after another over one connection, and takes the time."""

    def __init__(self, port: int, headers: dict[str, str]) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.headers = headers

    def get(self, path: str) -> tuple[float, int, bytes]:
        """Return (milliseconds, status, body) of a page."""
        return self.ask("GET", path, None, {})

    def ask(
        self, method: str, path: str, body: str | None, headers: dict[str, str]
    ) -> tuple[float, int, bytes]:
        """Return (milliseconds, status, body) of any request."""
        began = time.perf_counter()
        self.connection.request(method, path, body, {**self.headers, **headers})
        answer = self.connection.getresponse()
        content = answer.read()
        return (time.perf_counter() - began) * 1000, answer.status, content


def figures(times: list[float]) -> tuple[float, float]:
    """Return (p50, p95) of some milliseconds."""
    cuts = quantiles(times, n=20, method="inclusive")
    return cuts[9], cuts[18]
