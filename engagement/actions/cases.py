"""A program's own evaluation set: verdicts that were wrong, kept with the right one, held against each new engine."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from engagement.insights.evidence import draft_for
from engagement.models import DatabaseIndex, EvaluationCase, Touchpoint
from engagement.models.messages import Standing
from engagement.personalization.engine import review
from engagement.personalization.findings import Verdict
from influencers.access import require
from influencers.actions.saving import checked
from influencers.models import Post, Program, User
from influencers.refusals import Refused

JUDGED = (Standing.SENT, Standing.ELSEWHERE)


@transaction.atomic
def keep(*, touchpoint: Touchpoint, by: User, right: str, reason: str, now: dt.datetime) -> EvaluationCase:
    """Keep a message that went out as a case: what the check should have said, and why. Saying so again replaces it."""
    require(touchpoint.program, by, Post.WRITING)
    if touchpoint.standing not in JUDGED or touchpoint.recipient is None:
        raise Refused(_("Only a message that went out, and was judged, becomes a case."))
    case = EvaluationCase.objects.filter(touchpoint=touchpoint).first() or EvaluationCase(
        touchpoint=touchpoint, program=touchpoint.program, membership=touchpoint.recipient
    )
    if not reason.strip():
        raise Refused(_("Say why this would have been the right verdict."), field="reason")
    case.right, case.reason, case.kept_by, case.kept_at = right, reason.strip(), by, now
    checked(case)
    case.save_as(by)
    return case


@transaction.atomic
def drop(*, case: EvaluationCase, by: User, seen: int | None = None) -> None:
    """Take a case out of the set. The message stays on record."""
    require(case.program, by, Post.WRITING)
    case.unchanged_since(seen)
    case.delete_as(by, reason="taken out of the evaluation set")


@dataclass(frozen=True, slots=True)
class JudgedAgain:
    """A case, and what the engine says to its message today."""

    case: EvaluationCase
    verdict: Verdict

    @property
    def agrees(self) -> bool:
        """Whether that is what it should say."""
        return self.verdict.outcome.value == self.case.right


def judge_again(program: Program) -> Iterator[JudgedAgain]:
    """Yield each case of a program with today's verdict, on what was on record and sent when the message went out."""
    cases = program.evaluation_cases.select_related(
        "touchpoint__author", "touchpoint__prepared", "membership__advocate", "membership__role"
    )
    for case in cases:
        touch, case.membership.program = case.touchpoint, program
        begun = touch.prepared.words if touch.prepared else None
        draft = draft_for(
            case.membership, touch.words, day=program.today(touch.happened_at), writer=touch.author, prepared=begun,
            before=touch.happened_at,
        )  # fmt: skip
        yield JudgedAgain(case, review(draft, DatabaseIndex(before=touch.pk)))
