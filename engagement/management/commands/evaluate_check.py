"""How the personal check does on a program's own evaluation set."""

import json
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from engagement.actions import cases
from engagement.personalization.engine import VERSION
from influencers.models import Program


class Command(BaseCommand):
    """`manage.py evaluate_check --program SLUG [--json]`: judges each kept message again; changes nothing."""

    help = (
        "Judge the messages of a program's evaluation set with the present engine, beside the right verdicts."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the program."""
        parser.add_argument("--program", metavar="SLUG", required=True)
        parser.add_argument("--json", action="store_true", help="a line of JSON for each case")

    def handle(self, *args: Any, **options: Any) -> None:
        """Judge, and say where the engine is right."""
        program = Program.objects.filter(slug=options["program"]).first()
        if program is None:
            raise CommandError(f"There is no program {options['program']}.")
        seen: Counter[tuple[str, str]] = Counter()
        for judged in cases.judge_again(program):
            case, says = judged.case, judged.verdict.outcome.value
            seen[case.right, says] += 1
            told = {"touchpoint": case.touchpoint_id, "right": case.right, "engine": says}
            told |= {"then": case.touchpoint.verdict, "agrees": judged.agrees}
            self.stdout.write(json.dumps(told) if options["json"] else _line(told))
        if not options["json"]:
            self._sum_up(seen)

    def _sum_up(self, seen: Counter[tuple[str, str]]) -> None:
        total, right = seen.total(), sum(count for (should, says), count in seen.items() if should == says)
        self.stdout.write(f"Engine {VERSION}: {right} of {total} as they should be.")
        for (should, says), count in sorted(seen.items()):
            if should != says:
                self.stdout.write(f"  {count} should be {should}, and are {says}")


def _line(told: dict[str, Any]) -> str:
    mark = "right" if told["agrees"] else "WRONG"
    return f"{mark}  touchpoint {told['touchpoint']}: {told['engine']}, should be {told['right']} (then {told['then']})"
