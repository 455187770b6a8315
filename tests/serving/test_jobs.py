"""A job that was accepted is done, whatever is killed, on every broker that we say works."""

import contextlib
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kombu import Connection

from config.celery import app
from config.serving import address, broker
from tests.serving.installation import ROOT, environment

pytestmark = [pytest.mark.broker, pytest.mark.xdist_group("serve")]
JOBS = 6


def wait_until(happened: Callable[[], bool], by: "subprocess.Popen[bytes]", seconds: float = 90) -> None:
    """Return when it has happened; fail when the process that should do it has ended."""
    deadline = time.monotonic() + seconds
    while not happened():
        assert by.poll() is None, f"it ended with {by.returncode}: see what it printed"
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.1)


@contextlib.contextmanager
def running(command: list[str], env: dict[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a command as a group of its own; end the group afterwards."""
    process = subprocess.Popen(command, cwd=ROOT, env=env, start_new_session=True, stdout=subprocess.DEVNULL)
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def worker(env: dict[str, str], queue: str) -> "contextlib.AbstractContextManager[subprocess.Popen[bytes]]":
    """Run a worker of this project that also knows the tests' job. Its limits make a lost job come back soon."""
    command = [
        sys.executable,
        "-m",
        "celery",
        "-A",
        "config",
        "worker",
        "-c",
        "2",
        "-I",
        "tests.serving.jobs",
    ]
    return running(
        [*command, "-Q", queue, "--without-gossip", "--without-mingle"], {**env, "JOB_TIME_LIMIT": "2"}
    )


@pytest.fixture
def var(tmp_path: Path) -> Path:
    """The folder of an embedded broker."""
    return tmp_path / "var"


@pytest.fixture(params=["embedded", "redis", "rabbitmq"])
def url(request: pytest.FixtureRequest, var: Path) -> Iterator[str]:
    """The address of a running broker of each kind; skipped where a server is not there."""
    if request.param == "embedded":
        with running(broker.command(var), dict(os.environ)):
            broker.wait_until_it_answers(var)
            yield address.broker_url(var)
        return
    elsewhere = {
        "redis": os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/5"),
        "rabbitmq": os.environ.get("TEST_RABBITMQ_URL", "amqp://guest:guest@127.0.0.1:5672//"),
    }[request.param]
    try:
        with Connection(elsewhere, connect_timeout=2) as connection:
            connection.ensure_connection(max_retries=1, timeout=3)
    except Exception as trouble:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"no {request.param} here ({type(trouble).__name__})")
    yield elsewhere


def enqueue(url: str, queue: str, folder: Path) -> None:
    """Put the jobs into the queue."""
    with Connection(url) as connection:
        for number in range(JOBS):
            app.send_task(
                "tests.leave_a_mark", args=[str(folder), number], queue=queue, connection=connection
            )


def test_a_job_survives_the_kill_of_its_worker(url: str, var: Path, tmp_path: Path) -> None:
    done = tmp_path / "done"
    done.mkdir()
    queue = f"rapport-test-{uuid.uuid4().hex[:8]}"
    env = environment(var, CELERY_BROKER_URL=url, DATABASE_URL=f"sqlite:///{tmp_path / 'db.sqlite3'}")
    with worker(env, queue) as first:
        enqueue(url, queue, done)
        wait_until(lambda: any(done.iterdir()), by=first)

        os.killpg(first.pid, signal.SIGKILL)  # two jobs are in its hands

    with worker(env, queue) as second:
        wait_until(lambda: len(list(done.iterdir())) == JOBS, by=second)
    with Connection(url) as connection:
        connection.default_channel.queue_delete(queue)


def test_a_job_survives_the_kill_of_the_embedded_broker(var: Path, tmp_path: Path) -> None:
    done = tmp_path / "done"
    done.mkdir()
    url = address.broker_url(var)
    with running(broker.command(var), dict(os.environ)) as first:
        broker.wait_until_it_answers(var)
        enqueue(url, "rapport-test", done)
        time.sleep(1.2)  # it writes to disk every second
        os.killpg(first.pid, signal.SIGKILL)
        first.wait()

    with running(broker.command(var), dict(os.environ)):
        broker.wait_until_it_answers(var)
        with worker(environment(var), "rapport-test") as second:
            wait_until(lambda: len(list(done.iterdir())) == JOBS, by=second)
