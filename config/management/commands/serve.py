"""`manage.py serve`: everything that Rapport needs, started with one command."""

import os
from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from config.environment import number
from config.serving import address, broker, door, first_start, processes
from config.serving.supervisor import Supervisor


class Command(BaseCommand):
    """Prepares the installation and runs broker, web server, worker and scheduler until Ctrl-C."""

    help = "Run Rapport: web server, worker, scheduler and, unless CELERY_BROKER_URL is set, the broker."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --demo, and what `make run` passes."""
        parser.add_argument("--demo", action="store_true", help="fill an empty database with a demonstration")
        parser.add_argument("--port", type=int, default=number("PORT", default=8000))
        parser.add_argument(
            "--end-with-parent", action="store_true", help="stop when the process that started this one ends"
        )

    def handle(self, *args: Any, demo: bool, port: int, end_with_parent: bool, **options: Any) -> None:
        """Start everything; return when all of it has stopped."""
        parent = os.getppid() if end_with_parent else None
        var = Path(settings.VAR)
        self.to_be_told: list[str] = []
        try:
            with door.alone_in(var):
                door.check_port(port)
                self.to_be_told = first_start.prepare(demo=demo, say=self._say)
                connections.close_all()  # nothing of it belongs to the processes that are made next
                self._run(var, port, parent)
        except (door.NotHere, broker.BrokerMissing) as trouble:
            raise CommandError(str(trouble)) from trouble
        except KeyboardInterrupt:  # while still preparing
            self.stdout.write("Stopped.")
        finally:
            self._tell()  # it would be lost if the start failed after it was made

    def _run(self, var: Path, port: int, parent: int | None) -> None:
        env = processes.environment(var, port)
        supervisor = Supervisor(cwd=str(settings.BASE_DIR), parent=parent)
        if env["CELERY_BROKER_URL"] == address.broker_url(var):
            answers = partial(broker.wait_until_it_answers, var)
            supervisor.add("broker", broker.command(var), env, once_started=answers, stops_last=True)
        supervisor.add("web", processes.web(port), processes.web_environment(env, var))
        supervisor.add("worker", processes.worker(), env)
        supervisor.add("scheduler", processes.scheduler(), env)
        supervisor.once_all_started = partial(self._announce, env["PUBLIC_URL"], port)
        supervisor.loop()
        if supervisor.trouble:
            raise supervisor.trouble
        if not supervisor.was_asked:
            raise CommandError(
                "Stopped, because a service could not be kept running. Its last lines say why."
            )
        self.stdout.write("Stopped.")

    def _announce(self, url: str, port: int) -> None:
        """Say where to go, once there is something to see."""
        if door.wait_until_ready(port):
            self._say("", f"Rapport is ready: {url}/")
        else:
            self._say("", f"Rapport is not ready yet: http://127.0.0.1:{port}/health says what is missing.")
        if not self._tell() and first_start.nobody_has_logged_in():
            self._say("", "Nobody has logged in yet. To set a password:")
            self._say("  .venv/bin/python manage.py changepassword E-MAIL")
        self._say("", "Ctrl-C stops everything.", "")

    def _tell(self) -> bool:
        """Print who can log in with which password, once. Return whether there was anything to tell."""
        lines, self.to_be_told = self.to_be_told, []
        if lines:
            self._say("", *lines)
        return bool(lines)

    def _say(self, *lines: str) -> None:
        self.stdout.write("\n".join(f"    {line}".rstrip() for line in lines))
        self.stdout.flush()
