"""Children end with their parent, however it ends: Ctrl-C, a crash, or kill -9."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def launch(cmd: Sequence[str], env: dict[str, str], cwd: str | None = None) -> "subprocess.Popen[bytes]":
    """Start `cmd` as the leader of its own group of processes, with its output on one pipe.

    On Linux the kernel ends it when this process dies. Elsewhere only `watch_parent` does.
    """
    parent = os.getpid()

    def ask_the_kernel() -> None:
        if _libc is not None:
            _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it died before we asked
            os._exit(1)

    return subprocess.Popen(  # noqa: S603 - our own commands
        cmd,
        env=env,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        preexec_fn=ask_the_kernel,
    )


def signal_leader(pid: int) -> None:
    """Ask the process to end. It ends its own children, in its own order."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)


def kill_group(pid: int) -> None:
    """End a leader and everything it started, at once."""
    if pid <= 1:  # never our own group, never everybody
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):  # macOS: EPERM for a group of zombies
        os.killpg(pid, signal.SIGKILL)


def end(child: "subprocess.Popen[bytes]", seconds: float = 5) -> None:
    """Ask `child` to end, wait, and then end it with all it started."""
    signal_leader(child.pid)
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(seconds)
    kill_group(child.pid)


def wait_for_the_end_of(parent: int, every: float = 0.5) -> None:
    """Return when `parent` is no longer this process's parent."""
    while os.getppid() == parent:
        time.sleep(every)
