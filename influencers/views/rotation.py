"""Who leaves when, and who decides."""

import datetime as dt
from dataclasses import dataclass
from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from influencers import clock, keyset, saying
from influencers.access import memberships_for
from influencers.filters import ORDERS
from influencers.models import Membership, Program, RotationDecision, Term
from influencers.models.memberships import Status
from influencers.views.seen import PageRequest, seen_program

PAGE = 40
WINDOWS = (7, 30, 60, 90)


@dataclass(frozen=True, slots=True)
class Leaving:
    """One person whose time ends, and where the decision stands."""

    member: Membership
    ends: str
    is_over: bool
    tenure: str
    decide: str
    decide_late: bool
    decision: RotationDecision | None
    tell_late: bool

    @property
    def is_leaving(self) -> bool:
        """Whether their farewell has begun."""
        return self.member.status == Status.LEAVING

    @property
    def to_tell(self) -> bool:
        """Whether it is decided and they have not been told."""
        return self.decision is not None and bool(self.decision.released_at) and self.decision.told_on is None


@login_required
@require_safe
def rotation(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show who leaves when: overdue first, then by how soon."""
    program, reader = seen_program(request, program_slug)
    today, order, mine = program.today(clock.now()), ORDERS["ends"], "mine" in request.GET
    cursor = keyset.asked_for(request.GET, order, Membership)
    rows = memberships_for(request.user).filter(program=program).serving()
    page = keyset.page(_with_all(rows.owned_by(request.user) if mine else rows), order, cursor, PAGE)
    people = [_leaving(member, program, today) for member in page.rows]
    groups = [
        (label, list(group)) for label, group in groupby(people, lambda one: _window(one.member, today))
    ]
    return render(
        request, "influencers/rotation/page.html",
        {"program": program, "reader": reader, "groups": groups, "mine": mine, "page": page, "today": today},
    )  # fmt: skip


def _with_all(rows: QuerySet[Membership]) -> QuerySet[Membership]:
    """Return `rows` with what a line says, in three statements."""
    decided = RotationDecision.objects.filter(carried_out_at__isnull=True).exclude(outcome="")
    decided = decided.select_related("proposed_by", "seconded_by", "teller", "review").order_by("-id")
    return (
        rows.select_related("advocate", "owner", "role", "tier")
        .defer("advocate__notes", "advocate__extra", "advocate__search_text", "advocate__address")
        .prefetch_related(
            Prefetch("terms", Term.objects.order_by("starts_on")), Prefetch("rotation_decisions", decided)
        )
    )


def _leaving(member: Membership, program: Program, today: dt.date) -> Leaving:
    member.program = program
    decision = _decision(member, program)
    ends, decide = member.term_ends_on or member.review_on, member.decide_by
    return Leaving(
        member=member,
        ends=saying.on_day(ends, today) if ends else "",
        is_over=ends is not None and ends <= today,
        tenure=saying.how_long(member.tenure_days(today)),
        decide=saying.on_day(decide, today) if decide else "",
        decide_late=(decision is None or decision.is_proposal) and decide is not None and decide < today,
        decision=decision,
        tell_late=decision is not None and not decision.told_on and bool(decision.released_at)
        and bool(decision.tell_by and decision.tell_by < today),
    )  # fmt: skip


def _decision(member: Membership, program: Program) -> RotationDecision | None:
    """Return the latest decision if it is about the present term: an earlier one that was not carried out is over."""
    decision = next(iter(member.rotation_decisions.all()), None)
    terms = list(member.terms.all())
    if decision is None or decision.told_on is None or not terms:
        return decision
    decided = program.today(decision.released_at) if decision.released_at else None
    return decision if decided and decided >= terms[-1].starts_on else None


def _window(member: Membership, today: dt.date) -> str:
    ends = member.term_ends_on
    if ends is None:
        return _("Without an agreed end")
    if ends <= today:
        return _("Over, and still here")
    days = (ends - today).days
    near = next((window for window in WINDOWS if days <= window), None)
    return _("Within %(days)d days") % {"days": near} if near else _("Later")
