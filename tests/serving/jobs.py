"""A job for tests of the queue: `celery worker --include tests.serving.jobs`."""

import time
from pathlib import Path

from celery import shared_task


@shared_task(name="tests.leave_a_mark")
def leave_a_mark(folder: str, number: int) -> None:
    """Work for half a second, then write a file that says so."""
    time.sleep(0.5)
    (Path(folder) / f"{number}").touch()
