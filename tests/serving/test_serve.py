"""`manage.py serve`: one command runs everything, and nothing outlives it."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving.installation import ROOT, Installation, environment, installed

pytestmark = [
    pytest.mark.broker,
    pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc"),
    pytest.mark.xdist_group("serve"),
]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """An installation that was started once and stopped again. The tests start it anew: that is quicker."""
    with installed(tmp_path_factory.mktemp("installation") / "var") as started:
        started.wait_until_it_says("Ctrl-C stops everything")
        started.interrupt()
    return started


@pytest.fixture
def rapport(first: Installation) -> Iterator[Installation]:
    """The same installation, running again."""
    with installed(first.var) as started:
        started.wait_until_it_says("Ctrl-C stops everything")
        yield started


def test_everything_works_when_it_says_so(rapport: Installation) -> None:
    assert set(rapport.checks().values()) == {"ok"}
    assert rapport.get("/health/ready")[0] == 200
    assert rapport.get("/account/login/")[0] == 200


def test_the_stylesheet_of_a_page_is_there(rapport: Installation) -> None:
    stylesheet = re.search(r'href="(/static/app\.[^"]+\.css)"', rapport.get("/account/login/")[1])

    assert stylesheet
    assert rapport.get(stylesheet[1])[0] == 200


def test_ctrl_c_stops_everything(rapport: Installation) -> None:
    assert rapport.interrupt() == 0

    rapport.wait_until_nothing_runs(seconds=1)
    assert "Traceback" not in rapport.output


def test_a_killed_parent_leaves_no_orphan(rapport: Installation) -> None:
    assert len(rapport.pids()) > 8

    rapport.process.kill()
    rapport.process.wait()

    rapport.wait_until_nothing_runs()


def test_a_killed_terminal_leaves_no_orphan(rapport: Installation) -> None:
    os.killpg(rapport.process.pid, signal.SIGKILL)
    rapport.process.wait()

    rapport.wait_until_nothing_runs()


def test_a_service_that_falls_over_is_started_again(rapport: Installation) -> None:
    commands = ["valkey-server", "-m granian", "--app config beat", "--app config worker"]

    for fallen, command in enumerate(commands, start=1):
        os.kill(rapport.pids(command)[0], signal.SIGKILL)
        rapport.wait_until_it_says("Starting it again", times=fallen)

    rapport.wait_until(lambda: set(rapport.checks().values()) == {"ok"})
    assert rapport.interrupt() == 0
    rapport.wait_until_nothing_runs(seconds=1)


def test_the_first_start_makes_an_administrator_and_says_the_password_once(first: Installation) -> None:
    assert "e-mail    admin@localhost.test" in first.output
    assert first.output.count("password  ") == 1


def test_a_second_start_keeps_the_data(rapport: Installation) -> None:
    assert "password  " not in rapport.output
    assert "Nobody has logged in yet" in rapport.output  # the first administrator is still there


def test_a_second_one_on_the_same_files_is_refused(rapport: Installation) -> None:
    with installed(rapport.var) as second:
        assert second.process.wait(timeout=30) == 1
        assert f"is running on {rapport.var} already (process {rapport.process.pid})" in second.output
        assert "RAPPORT_VAR" in second.output
        assert rapport.get("/health/live")[0] == 200


def test_a_taken_port_is_named_with_the_way_out(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        command = [sys.executable, "manage.py", "serve", "--port", str(port)]

        done = subprocess.run(
            command, cwd=ROOT, env=environment(tmp_path), capture_output=True, text=True, timeout=60
        )

    assert done.returncode == 1
    assert f"Port {port} is taken" in done.stderr
    assert "PORT=" in done.stderr
