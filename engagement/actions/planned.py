"""Planned touchpoints: made, moved, called off, fulfilled by what was logged. Nothing of it is sent to anybody."""

import datetime as dt
from collections.abc import Collection, Sequence
from contextlib import suppress
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from engagement.models import Invited, PlannedTouchpoint, Touchpoint
from engagement.models.touchpoints import LIVE, Kind
from influencers.access import require, require_part
from influencers.actions.saving import checked, refusing
from influencers.models import Membership, Post, Program, User
from influencers.often import OftenAmong
from influencers.refusals import Conflict, Refused

State = PlannedTouchpoint.State
CHANGED = ("kind", "on", "at", "where", "about", "goes")
NOTICED = ("kind", "on", "at", "where")  # by calendars, which then show it anew
REASON = 100  # letters that history keeps of it
ANOTHER = _("Another plan was fulfilled with this already.")


@transaction.atomic
def plan(
    *, program: Program, by: User, now: dt.datetime, members: Sequence[Membership], kind: str, on: dt.date,
    at: dt.time | None = None, where: str = "", about: str = "", goes: User | None = None,
) -> PlannedTouchpoint:  # fmt: skip
    """Return the plan to meet or to call these members on a day, with the time if it is agreed; `by` goes unless said.

    They know of it from whoever agreed on it with them: this tells them nothing.
    """
    require(program, by, Post.WRITING)
    if goes is not None:
        require_part(program, goes, field="goes")
    people = _theirs(program, members)
    _still_to_come(program, on, now)
    row = PlannedTouchpoint(
        program=program, kind=kind, on=on, at=at, where=where.strip(), about=about.strip(), goes=goes or by,
        planned_by=by,
    )  # fmt: skip
    checked(row)
    row.save_as(by)
    Invited.objects.bulk_create(Invited(plan=row, membership=member) for member in people)
    return row


@transaction.atomic
def change(
    *, plan: PlannedTouchpoint, by: User, now: dt.datetime, because: str = "",
    members: Sequence[Membership] | None = None, seen: int | None = None, **details: Any,
) -> PlannedTouchpoint:  # fmt: skip
    """Agree on something else: `details` are any of CHANGED. History keeps what it was, and `because` if it is said."""
    require(plan.program, by, Post.WRITING)
    _require_open(plan)
    before = [getattr(plan, name) for name in NOTICED]
    moved = "on" in details and details["on"] != plan.on
    for name, value in details.items():
        if name not in CHANGED:
            raise Refused(_("This cannot be changed here."), field=name)
        setattr(plan, name, value.strip() if isinstance(value, str) else value)
    if moved:
        _still_to_come(plan.program, plan.on, now)
    if "goes" in details:
        require_part(plan.program, plan.goes, field="goes")
    people = _theirs(plan.program, members) if members is not None else []
    wanted, there = {member.pk for member in people}, set(plan.invited.values_list("membership", flat=True))
    others = bool(wanted) and wanted != there
    if others or [getattr(plan, name) for name in NOTICED] != before:
        plan.sequence += 1
    checked(plan)
    plan.save_as(by, seen=seen, reason=because.strip()[:REASON])
    if others:
        plan.invited.exclude(membership__in=wanted).delete()
        Invited.objects.bulk_create(Invited(plan=plan, membership_id=pk) for pk in sorted(wanted - there))
    return plan


@transaction.atomic
def call_off(
    *, plan: PlannedTouchpoint, by: User, now: dt.datetime, because: str, seen: int | None = None
) -> PlannedTouchpoint:
    """Note that nothing comes of it, and why. It stays on record; calendars show it as called off."""
    require(plan.program, by, Post.WRITING)
    _require_open(plan)
    if not because.strip():
        raise Refused(_("Say why it is called off."), field="because")
    plan.state, plan.called_off_because = State.CALLED_OFF, because.strip()
    plan.called_off_at, plan.called_off_by = now, by
    plan.sequence += 1
    checked(plan)
    plan.save_as(by, seen=seen)
    return plan


@transaction.atomic
def happen(
    *, plan: PlannedTouchpoint, by: User, touchpoint: Touchpoint, seen: int | None = None
) -> PlannedTouchpoint:
    """Name the call, lunch or meeting that came of it. Naming the same one again changes nothing."""
    require(plan.program, by, Post.WRITING)
    if plan.touchpoint_id == touchpoint.pk:
        return plan
    _require_open(plan)
    met = touchpoint.participations.filter(membership__in=plan.invited.values("membership"))
    if touchpoint.kind not in LIVE or not met.exists():
        raise Refused(
            _("Choose a call, a lunch or a meeting with somebody it was planned with."), field="touchpoint"
        )
    if PlannedTouchpoint.objects.filter(touchpoint=touchpoint).exists():
        raise Refused(ANOTHER, field="touchpoint")
    plan.state, plan.touchpoint = State.HAPPENED, touchpoint
    checked(plan)
    with refusing("touchpoint_id", str(ANOTHER), field="touchpoint"):
        plan.save_as(by, seen=seen)
    return plan


_agreed = OftenAmong(
    lambda ids, kind, on: PlannedTouchpoint.objects.open().filter(
        pk__in=Invited.objects.filter(membership__in=ids).values("plan"), kind=kind, on=on
    )
)


def met(touch: Touchpoint, member_ids: Collection[int], by: User) -> None:
    """Fulfil the plan for just this: the same kind, day and somebody of the same people. Of several, people choose."""
    if touch.kind not in LIVE:
        return
    kind, on = str(Kind(touch.kind).value), touch.program.today(touch.happened_at)
    rows = list(_agreed(member_ids, kind=kind, on=on))
    if len(rows) != 1:
        return
    row: PlannedTouchpoint = rows[0]
    row.state, row.touchpoint = State.HAPPENED, touch
    with suppress(Conflict):  # somebody is moving it this very second: what happened is logged all the same
        row.save_as(by)


def told_of(plan_id: int, touch: Touchpoint, by: User) -> None:
    """Fulfill the plan that a log was opened for, if it can be: what happened is logged whatever became of the plan."""
    row = PlannedTouchpoint.objects.open().filter(pk=plan_id, program=touch.program_id).first()
    if row is None or PlannedTouchpoint.objects.filter(touchpoint=touch).exists():
        return
    row.program = touch.program
    with suppress(Refused):  # it was with other people, or a message: the plan stays to be settled
        happen(plan=row, by=by, touchpoint=touch)


def unmet(touch: Touchpoint, by: User) -> None:
    """Have a plan open again whose touchpoint is taken off the record."""
    for row in PlannedTouchpoint.objects.filter(touchpoint=touch):
        row.state, row.touchpoint = State.PLANNED, None
        row.save_as(by, reason="taken back")


def _require_open(plan: PlannedTouchpoint) -> None:
    if not plan.is_open:
        raise Refused(_("This is “%(state)s” already.") % {"state": plan.get_state_display()})


def _still_to_come(program: Program, on: dt.date, now: dt.datetime) -> None:
    if on < program.today(now):
        raise Refused(_("This day is over: log what happened instead."), field="on")


def _theirs(program: Program, members: Sequence[Membership]) -> list[Membership]:
    people = list({member.pk: member for member in members}.values())
    if not people:
        raise Refused(_("Say who it is with."), field="members")
    if any(member.program_id != program.pk for member in people):
        raise Refused(_("Somebody here does not belong to this program."), field="members")
    return people
