"""Handing somebody over to another colleague: with what to know, an introduction, and told to the advocate."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from influencers.access import require, require_part
from influencers.actions.saving import checked, refusing
from influencers.models import HandOver, Membership, Post, User
from influencers.models.memberships import SERVING
from influencers.refusals import Refused

Closed = HandOver.Closed


@dataclass(frozen=True, slots=True)
class Handing:
    """One relationship to be handed over: to whom, with what they have to know, and how they are introduced."""

    membership: Membership
    to: User
    what_to_know: str
    how: str = HandOver.How.CALL
    planned_at: dt.datetime | None = None


@transaction.atomic
def begin(*, handing: Handing, by: User, now: dt.datetime, seen: int | None = None) -> HandOver:
    """Return the hand-over: the new owner looks after them from now on; it is over once the two have spoken.

    One that was open is passed on: its new owner never spoke with them.
    """
    member, to = handing.membership, handing.to
    program = member.program
    require(program, by, Post.MANAGING)
    if member.status not in SERVING:
        raise Refused(_("Only somebody in the program is handed over."))
    if member.owner is None:
        raise Refused(_("Nobody looks after them yet. Name an owner."), field="to")
    require_part(program, to, field="to")
    if member.owner_id == to.pk:
        raise Refused(_("They look after them already."), field="to")
    for earlier in HandOver.objects.open().filter(membership=member):
        earlier.closed_at, earlier.closed_how = now, Closed.PASSED_ON
        earlier.save_as(by)
    hand_over = HandOver(
        membership=member, from_owner=member.owner, to_owner=to, what_to_know=handing.what_to_know.strip(),
        how=handing.how, planned_at=handing.planned_at, begun_by=by, begun_at=now,
    )  # fmt: skip
    if not hand_over.what_to_know:
        raise Refused(_("Say what the new owner has to know."), field="what_to_know")
    checked(hand_over, leave_out=("membership",))
    with refusing(
        "hand_over_one_open|handover.membership_id",
        str(_("Somebody has just handed them over.")),
        field="to",
    ):
        hand_over.save_as(by)
    member.owner = to
    member.save_as(by, seen=seen)
    return hand_over


@transaction.atomic
def begin_all(*, handings: Sequence[Handing], by: User, now: dt.datetime) -> list[HandOver]:
    """Return the hand-overs of several relationships: all of them, or none."""
    return [begin(handing=one, by=by, now=now) for one in handings]


@transaction.atomic
def tell(
    *, hand_over: HandOver, by: User, now: dt.datetime, told_on: dt.date, how: str, told_by: User | None = None,
    seen: int | None = None,
) -> HandOver:  # fmt: skip
    """Note that they were told who looks after them now: by whom (`by` unless said), when and how."""
    program = hand_over.membership.program
    require(program, by, Post.WRITING)
    _still(hand_over)
    if hand_over.told_on is not None:
        raise Refused(_("They have been told."), field="told_on")
    if told_on > program.today(now):
        raise Refused(_("This day has not come yet."), field="told_on")
    if told_by is not None:
        require_part(program, told_by, field="told_by", roles=Post.Role.values)
    hand_over.told_on, hand_over.told_by, hand_over.told_how = told_on, told_by or by, how.strip()
    checked(hand_over)
    hand_over.save_as(by, seen=seen)
    return hand_over


@transaction.atomic
def plan(
    *, hand_over: HandOver, by: User, how: str, planned_at: dt.datetime | None, what_to_know: str,
    seen: int | None = None,
) -> HandOver:  # fmt: skip
    """Agree on another introduction, or write down more of what to know."""
    require(hand_over.membership.program, by, Post.WRITING)
    _still(hand_over)
    hand_over.how, hand_over.planned_at, hand_over.what_to_know = how, planned_at, what_to_know.strip()
    checked(hand_over)
    hand_over.save_as(by, seen=seen)
    return hand_over


@transaction.atomic
def close(
    *, hand_over: HandOver, by: User, now: dt.datetime, told_on: dt.date, told_how: str, told_by: User
) -> bool:
    """Note that the two have spoken; return whether they heard of it there and then. See `engagement.actions`."""
    here = hand_over.told_on is None
    if here:
        hand_over.told_on, hand_over.told_by, hand_over.told_how = told_on, told_by, told_how
    hand_over.closed_at, hand_over.closed_how = now, Closed.MET
    checked(hand_over)
    hand_over.save_as(by)
    return here


@transaction.atomic
def reopen(*, hand_over: HandOver, by: User, untold: bool) -> HandOver:
    """Take back that the two have spoken: the touchpoint that said so is off the record."""
    hand_over.closed_at, hand_over.closed_how = None, ""
    if untold:
        hand_over.told_on = hand_over.told_by = None
        hand_over.told_how = ""
    hand_over.save_as(by, reason="taken back")
    return hand_over


def _still(hand_over: HandOver) -> None:
    if hand_over.closed_at is not None:
        raise Refused(_("This hand-over is over."))
