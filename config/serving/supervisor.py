"""The supervisor: honcho's Manager, which stops the broker last and ends with whoever started it."""

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any

from honcho.manager import Manager
from honcho.printer import Printer

from config.serving import lifeline
from config.serving.service import Service


class Supervisor(Manager):  # type: ignore[misc]
    """Runs services until one is beyond help, or somebody asks for the end.

    A service that falls over is started again: a company's pages should not be down until Monday because
    the worker ran out of memory on Saturday. One that falls over again and again stops everything with a
    clear message, since a half that runs hides the half that does not.
    """

    def __init__(self, *, cwd: str, parent: int | None = None) -> None:
        """`cwd`: where services run. `parent`: end when this process is no longer our parent."""
        super().__init__(Printer(sys.stdout))
        self._process_ctor = Service
        self._cwd = cwd
        self._parent = parent
        self._stopping = multiprocessing.Event()
        self._once_started: dict[str, Callable[[], None]] = {}
        self._last = ""
        self.once_all_started: Callable[[], None] | None = None
        self.trouble: Exception | None = None

    def add(
        self,
        name: str,
        cmd: Sequence[str],
        env: dict[str, str],
        *,
        once_started: Callable[[], None] | None = None,
        stops_last: bool = False,
    ) -> None:
        """Add a service. `once_started` returns when those added after it may be started."""
        service = self.add_process(name, cmd, env=env, cwd=self._cwd)
        service.supervised(cmd, self._stopping)
        if once_started:
            self._once_started[name] = once_started
        if stops_last:
            self._last = name

    @property
    def was_asked(self) -> bool:
        """Whether a person, or what started us, asked for the end."""
        return self.returncode in (0, 130, 143)

    def terminate(self) -> None:
        """Ask every service to stop."""
        self._stopping.set()
        super().terminate()

    def _start(self) -> None:
        for name, entry in self._processes.items():
            if self._terminating:
                entry.update(pid=0, returncode=0)  # never started, so it has stopped
                continue
            service = multiprocessing.Process(name=name, target=entry["obj"].run, args=(self.events, True))
            service.start()
            entry["process"] = service
            try:
                self._once_started.get(name, lambda: None)()
            except Exception as trouble:
                self.trouble = trouble
                self.terminate()
        if self.once_all_started and not self._terminating:
            threading.Thread(target=self.once_all_started, daemon=True).start()

    def _running(self) -> dict[str, dict[str, Any]]:
        return {name: entry for name, entry in self._processes.items() if "returncode" not in entry}

    def _killall(self, force: bool = False) -> None:
        running = self._running()
        for name, entry in running.items():
            if not entry.get("pid"):
                continue
            if force:
                lifeline.kill_group(entry["pid"])
            elif not entry.get("asked") and (name != self._last or len(running) == 1):
                entry["asked"] = True
                lifeline.signal_leader(entry["pid"])

    def _any_stopped(self) -> bool:
        """Look round on every turn of honcho's loop. True starts its clock for those who do not listen."""
        if self._parent is not None and os.getppid() != self._parent:
            self.returncode = 0
            self.terminate()
        for entry in self._running().values():
            if "process" in entry and entry["process"].exitcode not in (None, 0):
                # What looked after the service beside us was killed.
                lifeline.kill_group(entry.get("pid", 0))
                entry["returncode"] = -9
        if self._terminating:
            self._killall()  # those that were not up when the end was asked for, and the last one
        return self._terminating or bool(super()._any_stopped())

    def _system_print(self, data: str) -> None:
        if "received" in data:
            super()._system_print("Stopping …\n")
