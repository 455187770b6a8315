"""`manage.py prepare`: what has to be done before a new version starts."""

from typing import Any

from django.core.management.base import BaseCommand

from config.serving import first_start


class Command(BaseCommand):
    """Applies migrations, syncs schedules, collects static files, makes the first administrator."""

    help = "Prepare database and files for this version. Does no harm when there is nothing to do."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, and print the first administrator's password if one was made."""
        for line in first_start.prepare(demo=False, say=self.stdout.write):
            self.stdout.write(line)
        self.stdout.write("Database and files are ready for this version.")
