"""What Today asks the database: a few rows of each kind, straight from an index, the most pressing first."""

import datetime as dt
from functools import cache
from typing import Any

from django.db.models import Q, QuerySet

from engagement.insights.together import ANY, Asked, Each, Together
from engagement.insights.urgency import URGENCY
from engagement.models import AdvocateRequest, Flag, Promise, Touchpoint
from influencers.models import Membership

AHEAD = dt.timedelta(days=8)  # what is late from then on is due within a week
ROTATION_AHEAD = 60
SOME = 5  # lines of a list beside the people
SPARE = 3  # more of each kind than are shown, since one person may have several flags
SLIPPING = "slipping"


@cache
def asked(whose: str, people: int) -> Together:
    """Return the statement for `program`, `day` and, where it is about one colleague's people, `mine` (ids)."""
    if whose == "mine":
        return Together(lambda program, day, mine: _asked(program, day, mine, people))
    return Together(lambda program, day: _asked(program, day, None, people))


def _asked(program: int, day: dt.date, mine: int | None, people: int) -> Asked:
    return Asked(
        few(program, day, mine, people),
        {"flags": flags(program, day, mine), "limbo": limbo(program, mine)},
        of_each_kind(program, day, mine, people),
    )


def few(program: int, day: dt.date, mine: int | None, people: int) -> dict[str, QuerySet[Any, Any]]:
    """Return the short lists by name: who has just begun to slip, what is due, who waits, whose time ends."""
    # Those who have just begun to slip are the easiest to hold, and the longest list hides them.
    newest = flags(program, day, mine).filter(kind=Flag.Kind.STALE).order_by("-since", "-membership_id")
    promises = promises_due(program, day, mine).order_by("overdue_from")
    return {
        SLIPPING: newest[: people + SPARE],
        "promises": promises.ours()[:SOME],
        "theirs": promises.filter(made_by=Promise.By.THEM)[:SPARE],
        "requests": requests_due(program, day, mine).order_by("overdue_from")[:SOME],
        "waiting": _members(program, mine).filter(answer_due_on__isnull=False).order_by("answer_due_on")[:SOME],
        "held": Touchpoint.objects.held().filter(program=program).order_by("checked_at")[:SOME],
        "rotations": _members(program, mine)
        .rotation_due(day, within_days=ROTATION_AHEAD)
        .order_by("term_ends_on", "pk")[:SOME],
        "anybody": Membership.objects.filter(program=program).order_by()[:1],
    }  # fmt: skip


def of_each_kind(program: int, day: dt.date, mine: int | None, people: int) -> Each:
    """Return the question for the oldest flags of each kind."""
    awake = flags(program, day, mine).filter(kind=ANY)
    return Each(awake.order_by("since", "membership_id")[: people + SPARE], tuple(URGENCY))


def flags(program: int, day: dt.date, mine: int | None) -> QuerySet[Flag]:
    """Return the flags nobody has put off. People whom nobody looks after are everybody's."""
    awake = Flag.objects.awake_on(day).filter(program=program)
    if mine is None:
        return awake
    return awake.filter(Q(owner=mine) | Q(owner__isnull=True))


def limbo(program: int, mine: int | None) -> QuerySet[Membership]:
    """Return those who are left hanging, by their flags: the page of limbo asks again, more slowly."""
    hanging = Flag.objects.open().filter(program=program, kind__in=Flag.LIMBO)
    if mine is not None:
        hanging = hanging.filter(Q(owner=mine) | Q(owner__isnull=True))
    return Membership.objects.filter(pk__in=hanging.order_by().values("membership"))


def promises_due(program: int, day: dt.date, mine: int | None) -> Any:
    """Return the promises of both sides that are late or due within a week."""
    due = Promise.objects.open().filter(membership__program=program, overdue_from__lte=day + AHEAD)
    return due.filter(owner=mine) if mine else due


def requests_due(program: int, day: dt.date, mine: int | None) -> Any:
    """Return the requests that wait for a decision or an answer, late or due within a week."""
    due = AdvocateRequest.objects.waiting().filter(membership__program=program, overdue_from__lte=day + AHEAD)
    return due.filter(owner=mine) if mine else due


def _members(program: int, mine: int | None) -> Any:
    members = Membership.objects.filter(program=program)
    return members.filter(owner=mine) if mine else members
