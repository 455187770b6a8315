"""The life of a membership: invited, welcomed, settled, paused, handed to another owner."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from influencers.access import advocates_for, require, require_part
from influencers.actions import cadence, waiting, warmups
from influencers.actions.saving import checked, refusing
from influencers.models import Advocate, Membership, Post, Program, Term, Tier, User
from influencers.models.memberships import SERVING, Status
from influencers.refusals import NotAllowed, Refused


def move(membership: Membership, to: str) -> None:
    """Set the status, without saving; raise `Refused` where the life of a membership has no such step."""
    if not membership.may_become(to):
        raise Refused(
            _("Somebody who is “%(now)s” cannot become “%(then)s” in one step.")
            % {"now": membership.get_status_display(), "then": Status(to).label},
            field="status",
        )
    membership.status = to


@transaction.atomic
def make_known(*, advocate: Advocate, program: Program, by: User, come_from: str = "") -> Membership:
    """Return a prospect of `program`: somebody another program of `by` knows already."""
    require(program, by, Post.WRITING)
    if not advocates_for(by).filter(pk=advocate.pk).exists():
        raise NotAllowed(_("No program of yours knows this person."), field="advocate")
    membership = Membership(
        advocate=advocate, program=program, come_from=come_from.strip(), sort_name=advocate.sort_name
    )
    checked(membership)
    membership.save_as(by)
    return membership


@transaction.atomic
def invite(
    *, membership: Membership, by: User, owner: User | None = None, seen: int | None = None
) -> Membership:
    """Note that a prospect was invited, and who looks after the invitation (the inviter unless said)."""
    require(membership.program, by, Post.WRITING)
    move(membership, Status.INVITED)
    membership.owner = _able(membership, owner or membership.owner or by)
    membership.save_as(by, seen=seen)
    return membership


@transaction.atomic
def did_not_join(*, membership: Membership, by: User, because: str, seen: int | None = None) -> Membership:
    """Note that an invitation led to nothing, and why."""
    require(membership.program, by, Post.WRITING)
    move(membership, Status.NOT_JOINED)
    membership.not_joined_because = because.strip()
    checked(membership)
    membership.save_as(by, seen=seen)
    return membership


@transaction.atomic
def welcome(
    *, membership: Membership, by: User, now: dt.datetime, owner: User | None = None, tier: Tier | None = None,
    starts_on: dt.date | None = None, ends_on: dt.date | None = None, seen: int | None = None,
) -> Membership:  # fmt: skip
    """Take somebody into the program: an owner, and a first term of the program's length unless said otherwise.

    They are `welcoming` until role, owner and dates are settled.
    """
    program = membership.program
    require(program, by, Post.MANAGING)
    _handed_over_first(membership, owner)
    move(membership, Status.WELCOMING)
    start = starts_on or program.today(now)
    membership.joined_on = membership.joined_on or start
    membership.ended_on = membership.farewell = None
    membership.not_joined_because = ""
    membership.owner = _able(membership, owner or membership.owner or by)
    membership.tier = tier or membership.tier
    checked(membership)
    membership.save_as(by, seen=seen)
    term = Term(
        membership=membership,
        starts_on=start,
        ends_on=ends_on or cadence.in_months(start, program.term_months),
    )
    checked(term)
    # Somebody who comes back may have a term that lies where the new one would.
    with refusing(
        "overlap|term_starts_once",
        str(_("They have a term at that time already. Let the new one begin after it.")),
        field="starts_on",
    ):
        term.save_as(by)
    cadence.refresh(membership, now)
    waiting.welcomed(membership, by, now)
    warmups.plan(membership, by, now, start)
    return membership


@transaction.atomic
def settle(*, membership: Membership, by: User, now: dt.datetime, seen: int | None = None) -> Membership:
    """Make somebody active. Refused, naming what is missing, without owner, role statement or next date."""
    require(membership.program, by, Post.MANAGING)
    if membership.role is None:
        raise Refused(_("Agree on a role and write its statement first."), field="role")
    if membership.owner is None:
        raise Refused(_("Say who looks after them first."), field="owner")
    if membership.review_on is None and membership.term_ends_on is None:
        raise Refused(_("Agree on an end or a review date first."), field="review_on")
    move(membership, Status.ACTIVE)
    return _saved(membership, by, now, seen)


@transaction.atomic
def pause(
    *, membership: Membership, by: User, now: dt.datetime, review_on: dt.date, seen: int | None = None
) -> Membership:
    """Let a membership rest until a day on which it is looked at again."""
    require(membership.program, by, Post.MANAGING)
    move(membership, Status.PAUSED)
    membership.review_on = review_on
    return _saved(membership, by, now, seen)


@transaction.atomic
def resume(*, membership: Membership, by: User, now: dt.datetime, seen: int | None = None) -> Membership:
    """Take a rested membership up again; it is settled anew if something is missing."""
    require(membership.program, by, Post.MANAGING)
    settled = membership.role and membership.owner and (membership.review_on or membership.term_ends_on)
    move(membership, Status.ACTIVE if settled else Status.WELCOMING)
    return _saved(membership, by, now, seen)


@transaction.atomic
def set_owner(*, membership: Membership, by: User, owner: User, seen: int | None = None) -> Membership:
    """Have a colleague look after somebody whom nobody looks after. Others are handed over: `actions.handovers`."""
    require(membership.program, by, Post.MANAGING)
    _handed_over_first(membership, owner)
    membership.owner = _able(membership, owner)
    membership.save_as(by, seen=seen)
    return membership


def _handed_over_first(membership: Membership, owner: User | None) -> None:
    if owner is not None and is_handed_over(membership) and membership.owner_id != owner.pk:
        raise Refused(
            _("%(name)s looks after them. Hand them over, with what the new one has to know.")
            % {"name": membership.owner},
            field="owner",
        )


def is_handed_over(membership: Membership) -> bool:
    """Tell whether another owner needs a hand-over: somebody in the program knows the one they have."""
    return membership.owner_id is not None and membership.status in SERVING


CARE = ("tier", "ideal_days", "latest_days", "review_on", "come_from")


@transaction.atomic
def set_care(
    *, membership: Membership, by: User, now: dt.datetime, seen: int | None = None, **care: Any
) -> Membership:
    """Change tier, cadence, review date or how we know them (the names in `CARE`)."""
    require(membership.program, by, Post.WRITING)
    for name, value in care.items():
        if name not in CARE:
            raise Refused(_("This cannot be changed here."), field=name)
        setattr(membership, name, value)
    if membership.tier is not None and membership.tier.program_id != membership.program_id:
        raise Refused(_("This tier belongs to another program."), field="tier")
    return _saved(membership, by, now, seen)


def _saved(membership: Membership, by: User, now: dt.datetime, seen: int | None) -> Membership:
    checked(membership)
    membership.save_as(by, seen=seen)
    cadence.refresh(membership, now)
    return membership


def _able(membership: Membership, owner: User) -> User:
    require_part(membership.program, owner, field="owner")
    return owner
