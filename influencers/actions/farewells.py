"""Rotating somebody out: nobody leaves without having been told personally, thanked, and told what stays."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from influencers.access import require
from influencers.actions import cadence
from influencers.actions.memberships import move
from influencers.actions.saving import checked, refusing
from influencers.models import Farewell, Membership, Post, User
from influencers.models.memberships import Status
from influencers.refusals import Refused


@transaction.atomic
def begin(
    *, membership: Membership, by: User, now: dt.datetime, cause: str, reason: str, seen: int | None = None
) -> Farewell:
    """Return the farewell that has begun; the member is `leaving` until it is complete."""
    require(membership.program, by, Post.MANAGING)
    move(membership, Status.LEAVING)
    farewell = Farewell(
        membership=membership,
        cause=cause,
        reason=reason.strip(),
        begun_by=by,
        begun_on=membership.program.today(now),
    )
    checked(farewell)
    membership.save_as(by, seen=seen)
    with refusing(
        "farewell_one_open|farewell.membership_id", str(_("Somebody has just begun their farewell."))
    ):
        farewell.save_as(by)
    cadence.refresh(membership, now)
    return farewell


@transaction.atomic
def complete(
    *, farewell: Farewell, by: User, now: dt.datetime, told_by: User, told_on: dt.date, told_how: str, thanks: str,
    what_stays: str, door: str = Farewell.Door.OPEN, door_from: dt.date | None = None, alumni: bool = True,
    seen: int | None = None,
) -> Membership:  # fmt: skip
    """Return the ended membership (alumni, or ended). Refused while somebody has not told and thanked them."""
    membership = farewell.membership
    require(membership.program, by, Post.MANAGING)
    if farewell.completed_at is not None:
        raise Refused(_("This farewell is complete."))
    farewell.told_by, farewell.told_on, farewell.told_how = told_by, told_on, told_how.strip()
    farewell.thanks, farewell.what_stays = thanks.strip(), what_stays.strip()
    farewell.door, farewell.door_from, farewell.completed_at = door, door_from, now
    for name in ("told_how", "thanks", "what_stays"):
        if not getattr(farewell, name):
            raise Refused(_("Nobody is left hanging: say this too."), field=name)
    checked(farewell)
    farewell.save_as(by, seen=seen)
    move(membership, Status.ALUMNI if alumni else Status.ENDED)
    membership.farewell, membership.ended_on = farewell, membership.program.today(now)
    _cut_terms(membership, by, membership.ended_on)
    checked(membership)
    # What is open between us is engagement's to know: the database refuses, on whichever way this was called.
    with refusing(
        "Nobody leaves while a promise or a request is open",
        str(_("A promise or a request is still open. Settle it first.")),
    ):
        membership.save_as(by)
    cadence.refresh(membership, now)
    return membership


def _cut_terms(membership: Membership, by: User, day: dt.date) -> None:
    """Let no term run beyond `day`; what had been agreed stays readable."""
    for term in membership.terms.filter(ends_on__gt=day):
        if term.starts_on >= day:
            term.delete_as(by)
            continue
        term.agreed_ends_on, term.ends_on = term.ends_on, day
        term.save()


@transaction.atomic
def call_off(*, farewell: Farewell, by: User, now: dt.datetime) -> Membership:
    """Take back a farewell that was begun and not completed."""
    membership = farewell.membership
    require(membership.program, by, Post.MANAGING)
    if farewell.completed_at is not None:
        raise Refused(_("This farewell is complete. Welcome them back instead."))
    settled = membership.role_id and membership.owner_id and (membership.review_on or membership.term_ends_on)
    move(membership, Status.ACTIVE if settled else Status.WELCOMING)
    membership.save_as(by)
    farewell.delete_as(by, reason="called off")
    cadence.refresh(membership, now)
    return membership
