"""`manage.py import_advocates FILE --program SLUG`: people from a file, looked through first or brought in."""

import datetime as dt
import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _

from influencers import clock
from influencers.actions.imports.answers import Answers, mapping_as_answered
from influencers.actions.imports.apply import lock
from influencers.actions.imports.batches import finish
from influencers.actions.imports.plan import Plan, plan_of
from influencers.actions.imports.report import refusal_of, report_of
from influencers.actions.programs import found
from influencers.actions.saving import checked
from influencers.importing import FileRefused, Table, Target, read
from influencers.importing.limits import MAX_BYTES
from influencers.importing.reading.header import Header
from influencers.importing.values.dates import Order
from influencers.importing.values.platforms import PLATFORMS
from influencers.models import ImportBatch, Program, User
from influencers.refusals import Refused

REFUSED = 2


class Command(BaseCommand):
    """Ends with 0 for an import or dry run that was done, with 2 for a file that was refused."""

    help = "Import advocates from a CSV, XLSX or vCard file into a program. Nothing is imported half."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file, the program, and what the file does not say itself."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--program", required=True, metavar="SLUG")
        parser.add_argument("--create-program", action="store_true", help="make the program if there is none")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, write nothing")
        parser.add_argument("--format", choices=("text", "json"), default="text")
        parser.add_argument(
            "--as", dest="email", metavar="EMAIL", help="whose import it is; must manage the program"
        )
        parser.add_argument(
            "--map", nargs="+", action="extend", default=[], metavar="TARGET=COLUMN",
            help="what a column is, by its header or number: name=Who email=3 instagram=Handle",
        )  # fmt: skip
        parser.add_argument("--date-order", choices=[order.value for order in Order], default="")
        parser.add_argument(
            "--platform", choices=PLATFORMS, default="", help="of handles that do not say theirs"
        )
        parser.add_argument("--encoding", default="", help="of the file, where it is guessed wrongly")
        parser.add_argument(
            "--header", choices=["first", "none"], default="", help="where it is, if not found"
        )
        parser.add_argument("--only-gaps", action="store_true", help="keep what is known, fill what is empty")
        parser.add_argument(
            "--counted-on", default="", metavar="DATE", help="day of the follower counts: 2026-11-22"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Import or look through, and report."""
        try:
            report = report_of(_import(options, clock.now()))
        except FileRefused as problem:
            report = refusal_of(problem)
        except Unmapped as problem:
            report = {**report_of(problem.plan), "error": str(problem)}
        except (Refused, OSError) as problem:
            report = {"error": str(problem)}
        if options["format"] == "json":
            self.stdout.write(json.dumps(report, indent=2))
        else:
            self._tell(report, dry_run=options["dry_run"])
        if "error" in report:
            sys.exit(REFUSED)

    def _tell(self, report: dict[str, Any], *, dry_run: bool) -> None:
        """Write the report for people."""
        for title, target in report.get("columns", {}).items():
            self.stdout.write(f"  {title} → {target}")
        for message in report.get("messages", []):
            self.stdout.write(f"! {message}")
        if "error" in report:
            self.stderr.write(report["error"])
            return
        for name in ("conflicts", "unreadable", "skipped", "notes"):
            for row in report[name]:
                self.stdout.write(f"{row['line']}: {row.get('reason') or row['note']}")
        self.stdout.write(_("This is what would happen:") if dry_run else _("Imported:"))
        self.stdout.write(_("%(rows)s rows are %(people)s people:") % report)
        self.stdout.write(
            _("%(new)s new, %(changed)s changed, %(same)s the same, %(conflict)s in conflict") % report
        )


class Unmapped(Refused):
    """A file without header, whose columns somebody has to name before anything is written."""

    def __init__(self, plan: Plan) -> None:
        columns = plan.reading.mapping.columns
        guess = " ".join(f"{column.target}={column.index + 1}" for column in columns)
        super().__init__(
            _("The file has no header. Say what its columns are, perhaps: --map %(guess)s") % {"guess": guess}
        )
        self.plan = plan


@transaction.atomic
def _import(options: dict[str, Any], now: dt.datetime) -> Plan:
    """Import the file, or take everything back at the end of a dry run."""
    by = _user(options["email"])
    program = lock(_program(options["program"], by, make=options["create_program"]), by)
    table = _table(options["file"], options["encoding"], options["header"])
    plan = plan_of(table, _answers(options, table), program, now)
    if options["dry_run"]:
        transaction.set_rollback(True)
        return plan
    if not plan.reading.mapping.confirmed:
        raise Unmapped(plan)
    batch = ImportBatch(program=program, file_name=options["file"].name[:255], by=by)
    finish(batch=batch, plan=plan, by=by, now=now)
    return plan


def _user(email: str | None) -> User | None:
    if email is None:
        return None
    user = User.objects.filter(email__iexact=email, is_active=True).first()
    if user is None:
        raise Refused(_("Nobody logs in as %(email)s.") % {"email": email})
    return user


def _program(slug: str, by: User | None, *, make: bool) -> Program:
    program = Program.objects.filter(slug=slug).first()
    if program is not None:
        return program
    if not make:
        raise Refused(_("There is no program %(slug)s. Add --create-program to make it.") % {"slug": slug})
    name = slug.replace("-", " ").capitalize()
    founder = by or User.objects.filter(is_superuser=True, is_active=True).order_by("pk").first()
    if founder is not None:
        return found(by=founder, name=name, slug=slug)
    program = Program(name=name, slug=slug)
    checked(program)
    program.save_as(None)
    return program


def _table(file: Path, encoding: str, header: str) -> Table:
    with file.open("rb") as stream:
        return read(stream.read(MAX_BYTES + 1), file.name, encoding=encoding, header=Header(header))


def _answers(options: dict[str, Any], table: Table) -> Answers:
    counted_on = options["counted_on"]
    try:
        day = dt.date.fromisoformat(counted_on).isoformat() if counted_on else ""
    except ValueError:
        raise Refused(_("%(text)s is no date. Write it as in 2026-11-22.") % {"text": counted_on}) from None
    return Answers(
        columns=_columns(options["map"], table),
        encoding=options["encoding"],
        header=options["header"],
        date_order=options["date_order"],
        platform=options["platform"],
        gaps_only=options["only_gaps"],
        counted_on=day,
        confirmed=bool(options["map"]),
    )


def _columns(said: list[str], table: Table) -> dict[int, str]:
    """Return what --map says of columns, by their position."""
    mapping = mapping_as_answered(table, Answers())
    columns: dict[int, str] = {}
    for text in said:
        target, _equals, name = text.partition("=")
        index = mapping.position_of(name)
        if index is None:
            known = ", ".join(column.title for column in mapping.columns)
            raise Refused(
                _("There is no column %(name)s. There are: %(known)s.") % {"name": name, "known": known}
            )
        try:
            columns[index] = str(Target.parse(target))
        except ValueError:
            raise Refused(_("%(target)s is nothing that a column can be.") % {"target": target}) from None
    return columns
