"""`manage.py demo`: fill an empty database with the demonstration program."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from engagement.demonstration.build import build
from influencers import clock
from influencers.models import Program
from influencers.refusals import Refused


class Command(BaseCommand):
    """Fill an empty database with two invented years; print one login a role."""

    help = "Fill an empty database with a demonstration program and print its logins."

    def handle(self, *args: Any, **options: Any) -> None:
        """Build it, or say that it is there already."""
        if Program.objects.filter(is_demo=True).exists():
            self.stdout.write(
                "The demonstration is there already; its passwords were printed when it was made."
            )
            return
        try:
            logins = build(clock.now())
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write("\nThe demonstration program is ready. Log in as:\n")
        for login in logins:
            self.stdout.write(
                f"  {login.role:<8} {login.email:<24} password {login.password}   ({login.name})"
            )
