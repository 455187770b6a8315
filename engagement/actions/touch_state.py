"""What the last touches with a member were, kept beside the membership so that nobody has to count them."""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import DateField, F, Max, Min, Q, Value
from django.db.models.functions import Coalesce, Greatest, Least

from engagement.models import Participation, Touchpoint
from engagement.models.touchpoints import IN_PERSON, LIVE, REMOTE
from influencers.actions import cadence, columns
from influencers.models import Membership, Program
from influencers.models.memberships import SERVING
from influencers.often import OftenAmong

TOUCHES = ["last_touch_at", "last_live_at", "last_in_at", "last_out_at"]
KEPT = [*TOUCHES, "met_on", "answer_due_on", "ideal_due_on", "latest_due_on", "live_due_on"]


def _columns(touch: Touchpoint) -> list[str]:
    """Return which of the columns this touch may move on."""
    moved = ["last_touch_at"]
    moved += ["last_live_at"] if touch.is_live else []
    moved += ["last_in_at"] if touch.is_theirs else []
    moved += ["last_out_at"] if touch.is_ours else []
    return moved


_touched = OftenAmong(lambda ids: Membership.objects.filter(pk__in=ids).select_related("tier"))


def note_touch(touch: Touchpoint, member_ids: Collection[int], today: dt.date) -> list[Membership]:
    """Move the columns of these members on after a new touch, back-dated or not; return the members.

    One UPDATE takes the later instant in the database, so that two colleagues logging at once lose nothing and
    the row stays locked while the dates that follow from it are set.
    """
    at = touch.happened_at
    later: dict[str, Any] = {name: Greatest(Coalesce(F(name), at), at) for name in _columns(touch)}
    if touch.in_person:
        day = Value(touch.program.today(at), output_field=DateField())
        later["met_on"] = Least(Coalesce(F("met_on"), day), day)
    Membership.objects.filter(pk__in=member_ids).update(**later)
    members = _touched(member_ids)
    week = touch.program.week()
    for member in members:
        member.program = touch.program
        _answer_due(member, touch, week.after(touch.program.today(at), touch.program.answer_days))
        cadence.set_due(member, week)
    columns.store(members, [name for name in KEPT if name not in (*TOUCHES, "met_on")])
    return members


def _answer_due(member: Membership, touch: Touchpoint, due: dt.date) -> None:
    """Have them wait from the first message that we have not answered; any word of ours since is an answer."""
    if touch.is_ours:
        if member.last_in_at is None or touch.happened_at >= member.last_in_at or touch.is_theirs:
            member.answer_due_on = None
    elif touch.needs_answer and (member.last_out_at is None or touch.happened_at > member.last_out_at):
        member.answer_due_on = min(due, member.answer_due_on or due)


def rebuild(member_ids: Iterable[int], now: dt.datetime) -> int:
    """Set the columns of these members anew from their touchpoints: after an edit, a deletion, a merge, an import.

    Returns how many were wrong. All of them belong to one program.
    """
    found = Membership.objects.filter(pk__in=list(member_ids))
    members = list(found.select_related("program", "tier", "first_meeting"))
    if not members:
        return 0
    states = {row["membership"]: row for row in _states([member.pk for member in members])}
    waiting = _first_unanswered([member.pk for member in members])
    program = members[0].program
    week, wrong = program.week(), []
    for member in members:
        before = [getattr(member, name) for name in KEPT]
        member.program = program
        for name in TOUCHES:
            setattr(member, name, states.get(member.pk, {}).get(name.removesuffix("_at")))
        member.met_on = _met_on(member, states.get(member.pk, {}).get("first_met"))
        since = waiting.get(member.pk)
        serving = member.status in SERVING
        member.answer_due_on = (
            week.after(program.today(since), program.answer_days) if since and serving else None
        )
        cadence.set_due(member, week)
        if before != [getattr(member, name) for name in KEPT]:
            wrong.append(member)
    columns.store(wrong, KEPT)
    return len(wrong)


def _met_on(member: Membership, first_met: dt.datetime | None) -> dt.date | None:
    """Return the day from which on somebody of us has met them: logged, or stated for an earlier time."""
    stated = getattr(member, "first_meeting", None)
    logged = member.program.today(first_met) if first_met else None
    return min(filter(None, [logged, stated and stated.met_on]), default=None)


def _states(member_ids: Collection[int]) -> Any:
    """Query the last instants of each kind, and the first in person, one row a member."""
    in_person = Q(touchpoint__kind__in=IN_PERSON) & ~Q(touchpoint__channel__in=REMOTE)
    return (
        Participation.objects.filter(membership__in=member_ids)
        .order_by()
        .values("membership")
        .annotate(
            first_met=Min("happened_at", filter=in_person),
            last_touch=Max("happened_at"),
            last_live=Max("happened_at", filter=Q(touchpoint__kind__in=LIVE)),
            last_in=Max("happened_at", filter=Q(touchpoint__direction__in=["in", "both"])),
            last_out=Max("happened_at", filter=Q(touchpoint__direction__in=["out", "both"])),
        )
    )


def _first_unanswered(member_ids: Collection[int]) -> dict[int, dt.datetime]:
    """Return for each member who waits for an answer the instant of the first message since our last word."""
    theirs = Participation.objects.filter(
        membership__in=member_ids, touchpoint__direction="in", touchpoint__needs_answer=True
    )
    ours = _states(member_ids).values_list("membership", "last_out")
    spoken = dict(ours)
    waiting: dict[int, dt.datetime] = {}
    for member, at in theirs.order_by("happened_at").values_list("membership", "happened_at"):
        if spoken.get(member) is None or at > spoken[member]:
            waiting.setdefault(member, at)
    return waiting


def rebuild_program(program: Program, now: dt.datetime) -> int:
    """Repair a whole program's columns in portions; returns how many members were wrong."""
    mended, last = 0, 0
    while True:
        rows = (
            Membership.objects.filter(program=program, pk__gt=last)
            .order_by("pk")
            .values_list("pk", flat=True)
        )
        portion = list(rows[: cadence.CHUNK])
        if not portion:
            return mended
        mended += rebuild(portion, now)
        last = portion[-1]
