"""Pages as the server makes them, in this process: statements, and time by the clock and by the processor."""

import logging
import statistics
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from influencers.models import User


def logged_in(email: str = "bench@example.test") -> Client:
    """Return a client of this user; requests are not logged, as writing the lines would be measured too."""
    call_command("collectstatic", interactive=False, verbosity=0)
    settings.ALLOWED_HOSTS = ["*"]
    logging.disable(logging.INFO)
    client = Client()
    client.force_login(User.objects.get(email=email))
    return client


def timed(what: str, times: int, run: Callable[[int], object]) -> None:
    """Print p50 and p95 by the clock, and p50 by this process's processor time, of `run(0)`, `run(1)` …"""
    wall, busy = [], []
    for number in range(times):
        clock, processor = time.perf_counter(), time.process_time()
        run(number)
        wall.append((time.perf_counter() - clock) * 1000)
        busy.append((time.process_time() - processor) * 1000)
    high = statistics.quantiles(wall, n=20)[-1]
    print(
        f"  {what:<44}p50 {statistics.median(wall):5.0f} ms  p95 {high:5.0f} ms  processor {statistics.median(busy):5.0f} ms",
        flush=True,
    )


def page(what: str, client: Client, address: Callable[[int], str], times: int) -> None:
    """Measure a page; `address(number)` says which. In brackets: its statements."""
    began = time.perf_counter()
    client.get(address(0))
    first = (time.perf_counter() - began) * 1000
    with CaptureQueriesContext(connection) as seen:
        answer: Any = client.get(address(0))
    assert answer.status_code == 200, (what, answer.status_code, answer.content[:300])
    if first > 500:
        print(f"  {what}: the first of this process took {first:.0f} ms")
    timed(f"{what} ({len(seen)})", times, lambda number: client.get(address(number)))
