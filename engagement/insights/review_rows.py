"""One page of a rotation review: who is decided about, the evidence in words, and where each decision stands."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from engagement.insights.term_evidence import Evidence, gather
from engagement.models import AdvocateRequest, Ask
from engagement.models.touchpoints import LIVE, Kind
from influencers.models import Program, RotationDecision, RotationReview
from influencers.saying import how_long, on_day

Rows = QuerySet[RotationDecision]
STAGES: dict[str, tuple[Any, Callable[[Any], Rows]]] = {
    "undecided": (lazy("Undecided"), lambda rows: rows.undecided()),
    "read": (lazy("To be read"), lambda rows: rows.to_second()),
    "release": (lazy("To be released"), lambda rows: rows.to_release()),
    "not-told": (lazy("Decided, not told"), lambda rows: rows.not_told()),
    "told": (lazy("Told"), lambda rows: rows.filter(told_on__isnull=False)),
}
MINE = ("advocate", "owner", "tier", "role")
ORDER = [*LIVE, Kind.LETTER, Kind.MESSAGE, Kind.COMMENT, Kind.GIFT, Kind.LIKE, Kind.REPOST]  # people first


@dataclass(slots=True)
class Row:
    """One member in a review, ready to be shown."""

    decision: RotationDecision
    evidence: Evidence
    due: str
    since: str
    tenure: str
    kinds: list[tuple[str, int]]
    sides: str
    facts: list[tuple[str, str]]
    form: Any = None
    errors: list[str] = field(default_factory=list)

    @property
    def stage(self) -> str:
        """Return how far the decision has come, as the page's filters name it."""
        decision = self.decision
        if decision.told_on:
            return "told"
        if decision.released_at:
            return "not-told"
        if decision.seconded_at:
            return "release"
        return "read" if decision.outcome else "undecided"

    @property
    def teller(self) -> Any:
        """Who tells them, or would unless somebody else is named."""
        return self.decision.teller or self.decision.membership.owner


def decisions_of(review: RotationReview, stage: str = "") -> Rows:
    """Return the decisions of a review, those at one stage if it is named, with what a row says of people."""
    rows: Rows = RotationDecision.objects.filter(review=review)
    rows = STAGES[stage][1](rows) if stage in STAGES else rows
    people = [f"membership__{name}" for name in MINE]
    colleagues = ("proposed_by", "seconded_by", "teller", "wish_asked_by", "told_by")
    wide = ("notes", "extra", "search_text", "address", "website", "topics", "tags")
    return rows.select_related(*people, *colleagues).defer(
        *(f"membership__advocate__{name}" for name in wide)
    )


def rows(program: Program, decisions: Sequence[RotationDecision], today: dt.date) -> list[Row]:
    """Return these decisions as rows, with their evidence, in four statements."""
    evidence = gather(program, decisions)
    for decision in decisions:
        decision.membership.program = program
    return [_row(decision, evidence[decision.pk], today) for decision in decisions]


def progress(review: RotationReview) -> dict[str, int]:
    """Return how many stand at each stage, and all of them; one statement."""
    at = {
        "undecided": Q(outcome=""),
        "read": ~Q(outcome="") & Q(seconded_at__isnull=True),
        "release": Q(seconded_at__isnull=False, released_at__isnull=True),
        "not-told": Q(released_at__isnull=False, told_on__isnull=True),
        "told": Q(told_on__isnull=False),
    }
    counts = {name.replace("-", "_"): Count("pk", filter=question) for name, question in at.items()}
    found = (
        RotationDecision.objects.filter(review=review).order_by().aggregate(everybody=Count("pk"), **counts)
    )
    return {name.replace("_", "-"): number for name, number in found.items()}


def _row(decision: RotationDecision, evidence: Evidence, today: dt.date) -> Row:
    member = decision.membership
    names = dict(Kind.choices)
    return Row(
        decision=decision,
        evidence=evidence,
        due=on_day(decision.due_on, today) if decision.due_on else "",
        since=on_day(decision.evidence_from, today) if decision.evidence_from else "",
        tenure=how_long((today - member.joined_on).days)
        if member.joined_on and member.joined_on < today
        else "",
        kinds=[(str(names[kind]), evidence.kinds[kind]) for kind in ORDER if evidence.kinds[kind]],
        sides=_sides(evidence),
        facts=[(label, text) for label, text in _facts(evidence) if text],
    )


def _sides(evidence: Evidence) -> str:
    sides = evidence.sides
    return _("%(theirs)d from them, %(ours)d from us, %(both)d both ways") % {
        "theirs": sides["in"], "ours": sides["out"], "both": sides["both"],
    }  # fmt: skip


def _facts(evidence: Evidence) -> list[tuple[str, str]]:
    return [
        (_("We promised"), _promises(evidence, "us")),
        (_("They promised"), _promises(evidence, "them")),
        (_("They asked"), _requests(evidence)),
        (_("They gave"), _gave(evidence)),
        (_("They got"), _listed(evidence.perks)),
    ]


def _promises(evidence: Evidence, side: str) -> str:
    kept, broken, still = (evidence.promises[side, state] for state in ("kept", "broken", "open"))
    parts = [
        ngettext("%(n)d kept", "%(n)d kept", kept) % {"n": kept} if kept else "",
        ngettext("%(n)d broken", "%(n)d broken", broken) % {"n": broken} if broken else "",
        ngettext("%(n)d open", "%(n)d open", still) % {"n": still} if still else "",
    ]
    return ", ".join(part for part in parts if part)


def _requests(evidence: Evidence) -> str:
    names = dict(AdvocateRequest.Decision.choices)
    said = {str(names.get(answer, _("waiting"))): count for answer, count in evidence.requests.items()}
    return _listed(said)


def _gave(evidence: Evidence) -> str:
    names = dict(Ask.Kind.choices)
    said = {str(names.get(kind, kind)): count for kind, count in evidence.gave.items()}
    if evidence.vouched:
        said[_("their word for somebody")] = evidence.vouched
    return _listed(said)


def _listed(counts: Any) -> str:
    return ", ".join(f"{name} × {count}" if count > 1 else str(name) for name, count in counts.items())
