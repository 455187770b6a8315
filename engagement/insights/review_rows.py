"""One page of a rotation review: who is decided about, the evidence in words, and where each decision stands."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from engagement.insights.term_evidence import Evidence, gather
from engagement.models import AdvocateRequest, Ask
from engagement.models.touchpoints import LIVE, Kind
from influencers.models import Program, RotationDecision, RotationReview
from influencers.saying import on_day

Rows = QuerySet[RotationDecision]
STAGES: dict[str, tuple[Any, Callable[[Any], Rows]]] = {
    "undecided": (gettext_lazy("Undecided"), lambda rows: rows.undecided()),
    "read": (gettext_lazy("To be read"), lambda rows: rows.to_second()),
    "release": (gettext_lazy("To be released"), lambda rows: rows.to_release()),
    "not-told": (gettext_lazy("Decided, not told"), lambda rows: rows.not_told()),
    "told": (gettext_lazy("Told"), lambda rows: rows.filter(told_on__isnull=False)),
}
TONES = {"undecided": "neutral", "read": "info", "release": "info", "not-told": "warn", "told": "good"}
MINE = ("advocate", "owner", "tier", "role")
ORDER = [*LIVE, Kind.LETTER, Kind.MESSAGE, Kind.COMMENT, Kind.GIFT, Kind.LIKE, Kind.REPOST]  # people first


@dataclass(slots=True)
class Row:
    """One member in a review, in words: a page shows up to 300 of them, and joins nothing itself."""

    decision: RotationDecision
    evidence: Evidence
    stage: str  # as the page's filters name it
    name: str
    about: str
    kinds: list[tuple[str, int]]
    sides: str
    facts: list[tuple[str, str]]
    said: list[tuple[str, str]]
    wish_by: str
    status: str
    tone: str
    who: str
    url: str = ""
    forms: tuple[str, str] = ("", "")  # the wish's and the decision's, drawn
    errors: list[str] = field(default_factory=list)


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
    words = Words()
    return [_row(decision, evidence[decision.pk], today, words) for decision in decisions]


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


def stage_of(decision: RotationDecision) -> str:
    """Return how far a decision has come, as the page's filters name it."""
    if decision.told_on:
        return "told"
    if decision.released_at:
        return "not-told"
    if decision.seconded_at:
        return "release"
    return "read" if decision.outcome else "undecided"


def _row(decision: RotationDecision, evidence: Evidence, today: dt.date, words: "Words") -> Row:
    stage, program = stage_of(decision), decision.membership.program
    late = stage == "not-told" and decision.tell_by is not None and decision.tell_by < today
    return Row(
        decision=decision,
        evidence=evidence,
        stage=stage,
        name=decision.membership.advocate.name,
        about=_about(decision, today),
        kinds=[(words.kinds[kind], evidence.kinds[kind]) for kind in ORDER if evidence.kinds[kind]],
        sides=words.sides % (evidence.sides["in"], evidence.sides["out"], evidence.sides["both"]),
        facts=[(label, text) for label, text in _facts(evidence) if text],
        said=[(one.words, words.day(program.today(one.at), note=one.is_note)) for one in evidence.said],
        wish_by=_wish_by(decision),
        status="" if stage == "undecided" else words.stages[stage],
        tone="bad" if late else TONES[stage],
        who=_who(decision),
    )


def _about(decision: RotationDecision, today: dt.date) -> str:
    member = decision.membership
    due = ""
    if decision.due_on:
        when = on_day(decision.due_on, today)
        due = (_("was due %(when)s") if decision.due_on < today else _("due %(when)s")) % {"when": when}
    parts = (
        member.role and member.role.title,
        member.tier and member.tier.name,
        due,
        member.owner and str(member.owner),
    )
    return " · ".join(part for part in parts if part)


def _wish_by(decision: RotationDecision) -> str:
    if decision.wish_on is None:
        return ""
    day = date_format(decision.wish_on, "DATE_FORMAT")
    return _("asked by %(who)s, %(day)s") % {"who": decision.wish_asked_by, "day": day}


def _who(decision: RotationDecision) -> str:
    """Say who proposed it, who read it, and who tells or told them."""
    if not decision.outcome:
        return ""
    parts = [_("proposed by %(who)s") % {"who": decision.proposed_by}]
    if decision.seconded_by:
        note = f": {decision.second_note}" if decision.second_note else ""
        parts.append(_("read by %(who)s") % {"who": decision.seconded_by} + note)
    if decision.told_on:
        told = {"who": decision.told_by, "day": date_format(decision.told_on, "DATE_FORMAT")}
        parts.append(_("told by %(who)s on %(day)s") % told)
    elif decision.released_at and decision.tell_by:
        tells = {"who": decision.teller, "day": date_format(decision.tell_by, "DATE_FORMAT")}
        parts.append(_("%(who)s tells them by %(day)s") % tells)
    return " · ".join(parts)


class Words:
    """What every row of a page says, translated once."""

    def __init__(self) -> None:
        self.kinds = {kind: str(label) for kind, label in Kind.choices}
        self.stages = {name: str(label) for name, (label, _rows) in STAGES.items()} | {"read": _("Proposed")}
        self.sides = _("%d from them, %d from us, %d both ways")
        self._note = _("our note")
        self._days: dict[dt.date, str] = {}

    def day(self, day: dt.date, *, note: bool) -> str:
        """Name a day, and say whether the words are ours."""
        if day not in self._days:
            self._days[day] = date_format(day, "DATE_FORMAT")
        return f"{self._note} · {self._days[day]}" if note else self._days[day]


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
