"""Bring the schedule into the database; what an operator has changed stays."""

from typing import Any

from django.core.management.base import BaseCommand

from engagement.actions.schedules import sync
from engagement.schedules import SCHEDULE


class Command(BaseCommand):
    """`manage.py sync_schedules`: run after every update; `make run` does."""

    help = (
        "Create the scheduled jobs that are missing and retire those that are gone. Edits of times are kept."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what was created and retired."""
        figures = sync(SCHEDULE)
        if options["verbosity"]:
            self.stdout.write(
                f"{figures['known']} jobs: {figures['created']} created, {figures['retired']} retired."
            )
