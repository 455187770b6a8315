"""The personal check at the command line: judges words without sending or keeping them."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from engagement.actions import messages
from engagement.insights.findings import sentence_of
from engagement.personalization.findings import Outcome, Verdict
from engagement.personalization.message import Form
from influencers import clock
from influencers.access import memberships_for
from influencers.models import Membership, Post, User

NOT_JUDGED = 3  # no verdict: 0, 1 and 2 are verdicts
LONGEST = 100_000  # characters, as in a touchpoint


class Command(BaseCommand):
    """`manage.py check_message --advocate ID --as EMAIL < words`. Ends with 0 for pass, 1 for warn, 2 for block."""

    help = "Read words to an advocate with the personal check and say what it finds. Nothing is sent or kept."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whom the words are for, and who would be writing them."""
        parser.add_argument("--advocate", type=int, metavar="ID", help="whom the words are for")
        parser.add_argument("--program", metavar="SLUG", help="needed where several programs know them")
        parser.add_argument(
            "--as", dest="email", metavar="EMAIL", help="who would be writing; else the owner of the relationship"
        )  # fmt: skip
        parser.add_argument("--file", type=Path, help="where the words are; standard input without it")
        parser.add_argument("--note", action="store_true", help="a note of a call or a lunch, not a message")
        parser.add_argument("--json", action="store_true", help="the verdict as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Judge, tell, and end with the verdict's number."""
        by = _user(options["email"]) if options["email"] else None
        member = _membership(by, options["advocate"], options["program"])
        form = Form.NOTE if options["note"] else Form.MESSAGE
        verdict = messages.check(
            membership=member, by=by or _who_cares(member), words=_words(options["file"]), now=clock.now(), form=form
        )  # fmt: skip
        self.stdout.write(_as_json(verdict) if options["json"] else "\n".join(_lines(verdict)))
        if verdict.outcome is not Outcome.PASS:
            sys.exit(verdict.outcome.gravity)


def _user(email: str) -> User:
    user = User.objects.filter(email__iexact=email, is_active=True).first()
    if user is None:
        raise _refusal(f"Nobody logs in as {email}.")
    return user


def _membership(by: User | None, advocate: int | None, program: str | None) -> Membership:
    if advocate is None:
        raise _refusal("Say whom the words are for: --advocate 17")
    known = memberships_for(by) if by is not None else Membership.objects.all()
    found = known.filter(advocate=advocate).select_related("advocate", "program", "role", "owner")
    if program is not None:
        found = found.filter(program__slug=program)
    members = {member.program_id: member for member in found.order_by("pk")}  # the latest of each program
    if not members:
        raise _refusal(f"There is no advocate {advocate} here.")
    if len(members) > 1:
        slugs = ", ".join(sorted(member.program.slug for member in members.values()))
        raise _refusal(f"Several programs know them. Say which: --program with one of {slugs}.")
    return next(iter(members.values()))


def _who_cares(member: Membership) -> User:
    """Who would be writing, if nobody else is named: the owner, or whoever may."""
    post = Post.objects.filter(program=member.program, role__in=Post.WRITING, user__is_active=True).first()
    if member.owner is None and post is None:
        raise _refusal("Nobody may write to them. Say who would be writing: --as colleague@example.org")
    return member.owner or post.user  # type: ignore[union-attr]


def _words(file: Path | None) -> str:
    try:
        raw = file.read_bytes() if file is not None else sys.stdin.buffer.read(4 * LONGEST + 1)
        words = raw.decode("utf-8-sig")
    except OSError as error:
        raise _refusal(str(error)) from error
    except UnicodeDecodeError as error:
        raise _refusal("The words are not in UTF-8.") from error
    if len(words) > LONGEST:
        raise _refusal(f"No channel takes more than {LONGEST:,} characters.")
    return words.rstrip("\r\n")


def _refusal(sentence: str) -> CommandError:
    return CommandError(sentence, returncode=NOT_JUDGED)


def _lines(verdict: Verdict) -> list[str]:
    return [
        f"{verdict.outcome.value}",
        *(f"  {finding.severity.value}: {sentence_of(finding)}" for finding in verdict.findings),
    ]


def _as_json(verdict: Verdict) -> str:
    data = verdict.to_dict()
    for finding, told in zip(verdict.findings, data["findings"], strict=True):
        told["sentence"] = sentence_of(finding)
    return json.dumps(data, indent=2, ensure_ascii=False)
