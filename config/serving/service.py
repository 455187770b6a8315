"""One service under the supervisor: started, its lines passed on, started again when it falls over."""

import contextlib
import os
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from multiprocessing.synchronize import Event
from typing import Any

from honcho.process import Process

from config.serving import lifeline

FALLS = 3  # within a minute, and we stop: starting it again will not help
MINUTE = 60.0


class Service(Process):  # type: ignore[misc]
    """A command that runs until it is told to stop. It runs in a process of its own beside the supervisor."""

    stopping: Event
    supervisor: int

    def supervised(self, cmd: Sequence[str], stopping: Event) -> None:
        """Take the command as a list, and the event that says that everything is being stopped."""
        self.cmd = cmd
        self.stopping = stopping
        self.supervisor = os.getpid()

    def run(self, events: Any = None, ignore_signals: bool = False) -> None:
        """Run the command; again when it falls over, until it does so too often. Called by honcho."""
        self._events = events
        for number in (signal.SIGINT, signal.SIGTERM):
            # The supervisor decides. A handler, and not SIG_IGN, which the command would inherit.
            signal.signal(number, lambda *_: None)
        threading.Thread(target=self._end_with_the_supervisor, daemon=True).start()
        self._send_message({"returncode": self._run_until_it_stops()}, type="stop")

    def _run_until_it_stops(self) -> int:
        falls: list[float] = []
        while True:
            code = self._run_once()
            if self.stopping.is_set():
                return code
            falls = [fall for fall in falls if time.monotonic() - fall < MINUTE] + [time.monotonic()]
            if len(falls) >= FALLS:
                self._send_message(
                    f"Ended {FALLS} times within a minute (last with {code}). Stopping everything.\n"
                )
                return code or 1
            self._send_message(f"Ended unexpectedly with {code}. Starting it again.\n")
            if self.stopping.wait(timeout=len(falls)):
                return code

    def _run_once(self) -> int:
        self._child = child = lifeline.launch(self.cmd, self.env, self.cwd)
        self._send_message({"pid": child.pid}, type="start")
        lines = threading.Thread(target=self._pass_on, args=(child,), daemon=True)
        lines.start()
        code = child.wait()
        lifeline.kill_group(child.pid)  # what it may have left behind, else two would run beside each other
        lines.join(timeout=1)
        return code

    def _pass_on(self, child: "subprocess.Popen[bytes]") -> None:
        assert child.stdout is not None  # noqa: S101 - launch() opens it
        with contextlib.suppress(ValueError):
            for line in child.stdout:
                self._send_message(line)

    def _end_with_the_supervisor(self) -> None:
        lifeline.wait_for_the_end_of(self.supervisor)
        self.stopping.set()
        if self._child is not None:
            lifeline.end(self._child)
        os._exit(1)
