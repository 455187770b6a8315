"""Limbo: everybody who is left hanging, as it is at this moment, with one thing to do about each."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from engagement.insights import known as knowing
from engagement.insights.speaking import reason
from engagement.models import Flag
from engagement.views.steps import Step, asked_of
from engagement.watch import WATCHERS
from influencers import clock, keyset
from influencers.access import memberships_for
from influencers.filters import ORDERS
from influencers.models import Membership, Program
from influencers.saying import at_most, on_day
from influencers.views.seen import PageRequest, Reader, seen_program

PAGE = 30
MANY = 1000  # counting ends here
# What is said first where somebody hangs in several ways: what they can feel before what only we know.
FIRST = (
    Flag.Kind.NOT_TOLD, Flag.Kind.FAREWELL, Flag.Kind.HAND_OVER, Flag.Kind.NO_OWNER, Flag.Kind.NO_ROLE,
    Flag.Kind.NO_DATE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hanging:
    """Somebody in limbo: why, since when, and the one thing to do about it."""

    member: Membership
    reason: str
    since: str
    labels: tuple[str, ...]
    step: Step | None
    url: str


@login_required
@require_safe
def limbo(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show who has no role, owner or date, waits to be told, or hangs in a farewell or between two of us."""
    program, reader = seen_program(request, program_slug)
    now = clock.now()
    day, mine = program.today(now), "mine" in request.GET
    order = ORDERS["name"]
    rows = memberships_for(request.user).filter(_hanging(program, day), program=program)
    if mine:
        rows = rows.filter(Q(owner=request.user) | Q(owner__isnull=True))
    page = keyset.page(rows, order, keyset.asked_for(request.GET, order, Membership), PAGE)
    counted = rows.order_by().values("pk")[:MANY].count()
    context = {
        "program": program, "reader": reader, "page": page, "mine": mine, "count": at_most(counted, MANY),
        "way": "mine&" if mine else "", "nobody": counted == 0, "people": _people(program, page.rows, now, reader),
    }  # fmt: skip
    return render(request, "engagement/limbo/page.html", context)


def _hanging(program: Program, day: dt.date) -> Q:
    found = Q()
    for kind in FIRST:
        found |= Q(pk__in=WATCHERS[kind](day, [program.pk]).values("membership_id"))
    return found


def _people(program: Program, rows: Sequence[Membership], now: dt.datetime, reader: Reader) -> list[Hanging]:
    """Return the people of a page, in its order: seven statements, however many."""
    ids = [row.pk for row in rows]
    if not ids:
        return []
    day = program.today(now)
    flags = _flags(program, day, ids)
    known = knowing.members(program, ids, now)
    untold = {
        flag.subject_id for of_one in flags.values() for flag in of_one if flag.kind == Flag.Kind.NOT_TOLD
    }
    decisions = knowing.decisions(untold)
    people = []
    for pk in ids:
        if pk not in flags or pk not in known:
            continue  # settled by somebody between two statements
        known[pk].decisions = decisions
        first = flags[pk][0]
        subject = (known[pk].member.role_id or 0) if first.kind == Flag.Kind.NO_ROLE else first.subject_id
        step = asked_of(first.kind, subject, reader)
        people.append(
            Hanging(
                member=known[pk].member,
                reason=reason(first, known[pk], day),
                since=on_day(first.since, day),
                labels=tuple(str(Flag.Kind(flag.kind).label) for flag in flags[pk]),
                step=step,
                url=_url(step, first.kind, program.slug, pk, subject),
            )
        )
    return people


def _flags(program: Program, day: dt.date, ids: Sequence[int]) -> dict[int, list[Flag]]:
    """Return what is amiss with each of these members, the first thing first. One statement a kind."""
    found: dict[int, list[Flag]] = defaultdict(list)
    for kind in FIRST:
        for row in WATCHERS[kind](day, [program.pk]).filter(membership_id__in=ids):
            found[row["membership_id"]].append(Flag(kind=kind, program=program, **_columns(row)))
    return found


def _columns(row: dict[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in ("membership_id", "subject_id", "threshold", "since")}


def _url(step: Step | None, kind: str, slug: str, member: int, subject: int) -> str:
    """Return the address of the one thing to do; "" where this reader may not do it."""
    if step is None:
        return ""
    if kind == Flag.Kind.HAND_OVER:
        return reverse(step.view, args=[slug, subject])
    told = kind == Flag.Kind.NOT_TOLD or (kind == Flag.Kind.NO_ROLE and subject)
    return reverse(step.view, args=[slug, member, subject] if told else [slug, member])
