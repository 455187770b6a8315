"""Run watchers by hand."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from engagement.actions.flags import Figures, raise_flags
from engagement.watch import WATCHERS
from influencers import clock


class Command(BaseCommand):
    """`manage.py run_watch [NAME …]`: all watchers, or those named. As often as you like: nothing is raised twice."""

    help = "Raise and close flags now, without the scheduler, and print what changed."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the names of watchers."""
        parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(WATCHERS))

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a line for each watcher and one for all."""
        unknown = sorted(set(options["names"]) - set(WATCHERS))
        if unknown:
            raise CommandError(f"No such watcher: {', '.join(unknown)}. There are: {', '.join(WATCHERS)}.")
        now, total, began = clock.now(), Figures(), time.perf_counter()
        for name in options["names"] or WATCHERS:
            start = time.perf_counter()
            figures = raise_flags(name, now)
            self._say(name, figures, time.perf_counter() - start)
            total += figures
        self._say("all", total, time.perf_counter() - began)

    def _say(self, name: str, figures: Figures, seconds: float) -> None:
        self.stdout.write(
            f"{name:16} {figures.opened:7} opened {figures.moved:7} moved {figures.closed:7} closed {seconds:8.3f} s"
        )
