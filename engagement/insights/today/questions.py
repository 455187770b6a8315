"""What Today asks the database: a few rows of each kind, straight from an index, the most pressing first."""

import datetime as dt
from typing import Any

from django.db.models import Q, QuerySet

from engagement.insights.together import ANY, Each
from engagement.insights.urgency import URGENCY
from engagement.models import AdvocateRequest, Flag, Promise, Touchpoint
from influencers.models import Membership, Program, User

AHEAD = dt.timedelta(days=8)  # what is late from then on is due within a week
ROTATION_AHEAD = 60
SOME = 5  # lines of a list beside the people
SPARE = 3  # more of each kind than are shown, since one person may have several flags
SLIPPING = "slipping"


def few(program: Program, day: dt.date, mine: User | None, people: int) -> dict[str, QuerySet[Any, Any]]:
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


def of_each_kind(program: Program, day: dt.date, mine: User | None, people: int) -> Each:
    """Return the question for the oldest flags of each kind."""
    awake = flags(program, day, mine).filter(kind=ANY)
    return Each(awake.order_by("since", "membership_id")[: people + SPARE], tuple(URGENCY))


def flags(program: Program, day: dt.date, mine: User | None) -> QuerySet[Flag]:
    """Return the flags nobody has put off. People whom nobody looks after are everybody's."""
    awake = Flag.objects.awake_on(day).filter(program=program)
    if mine is None:
        return awake
    return awake.filter(Q(membership__owner=mine) | Q(membership__owner__isnull=True))


def promises_due(program: Program, day: dt.date, mine: User | None) -> Any:
    """Return the promises of both sides that are late or due within a week."""
    due = Promise.objects.open().filter(membership__program=program, overdue_from__lte=day + AHEAD)
    return due.filter(owner=mine) if mine else due


def requests_due(program: Program, day: dt.date, mine: User | None) -> Any:
    """Return the requests that wait for a decision or an answer, late or due within a week."""
    due = AdvocateRequest.objects.waiting().filter(membership__program=program, overdue_from__lte=day + AHEAD)
    return due.filter(owner=mine) if mine else due


def _members(program: Program, mine: User | None) -> Any:
    members = Membership.objects.filter(program=program)
    return members.owned_by(mine) if mine else members
