"""Rotating somebody out, one step after the other: nobody leaves untold, unthanked, or unclear about what stays.

What a step needs of touchpoints, promises and requests is `engagement.actions.farewells`' to know: pages, the admin
and the API go through it.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from influencers.access import require
from influencers.actions import cadence, farewell_rules
from influencers.actions.memberships import move
from influencers.actions.saving import checked, refusing
from influencers.models import Farewell, FarewellStep, Grant, HandOver, Membership, PerkEnd, Post, User
from influencers.models.memberships import Status
from influencers.refusals import Conflict, Refused

Step = FarewellStep.Step


@transaction.atomic
def begin(
    *, membership: Membership, by: User, now: dt.datetime, cause: str, reason: str, their_words: str = "",
    what_happened: str = "", second: User | None = None, seen: int | None = None,
) -> Farewell:  # fmt: skip
    """Return the farewell that has begun; the member is `leaving` until it is complete.

    Who wants to stop is quoted; a breach says what happened, and a second person has looked at it.
    """
    require(membership.program, by, Post.MANAGING)
    farewell = Farewell(
        membership=membership, cause=cause, reason=reason.strip(), begun_by=by, second=second,
        begun_on=membership.program.today(now), their_words=their_words.strip(), what_happened=what_happened.strip(),
        alumni=cause not in (Farewell.Cause.BREACH, Farewell.Cause.DEATH),
    )  # fmt: skip
    farewell_rules.of_a_beginning(farewell)
    checked(farewell, leave_out=("membership",))
    move(membership, Status.LEAVING)
    membership.save_as(by, seen=seen)
    with refusing(
        "farewell_one_open|farewell.membership_id", str(_("Somebody has just begun their farewell."))
    ):
        farewell.save_as(by)
    cadence.refresh(membership, now)
    return farewell


@transaction.atomic
def take(
    *, farewell: Farewell, step: str, by: User, now: dt.datetime, seen: int | None = None, **said: Any
) -> Farewell:
    """Return the farewell with this step taken, or taken anew. None is taken before the one before it."""
    held = hold(farewell, by, seen)
    farewell_rules.in_order(held, step)
    for name, value in said.items():
        if name not in farewell_rules.SAYS[step]:
            raise Refused(_("This belongs to another step."), field=name)
        setattr(held, name, value.strip() if isinstance(value, str) else value)
    farewell_rules.of_a_step(held, step, held.membership.program.today(now))
    checked(held)
    held.save_as(by)
    FarewellStep.objects.update_or_create(
        farewell=held,
        step=step,
        defaults={"place": FarewellStep.place_of(step), "done_by": by, "done_at": now},
    )
    return held


@transaction.atomic
def wind_down(
    *, farewell: Farewell, by: User, now: dt.datetime, ends: Mapping[int, dt.date | None],
    seen: int | None = None,
) -> Farewell:  # fmt: skip
    """Say until when they keep each thing that was given to them (None: for good), and take the step."""
    held = take(farewell=farewell, step=Step.PERKS, by=by, now=now, seen=seen)
    grants = {grant.pk: grant for grant in Grant.objects.filter(membership=held.membership)}
    if set(ends) - set(grants):
        raise Refused(_("This was not given to them."), field="ends")
    known = {end.grant_id: end for end in held.perk_ends.all()}
    for pk, grant in grants.items():
        if grant.withdrawn_on is not None:
            continue  # there is nothing left to keep
        end = known.get(pk) or PerkEnd(farewell=held, membership=held.membership, grant=grant)
        end.ends_on = ends.get(pk)
        if end.ends_on and end.ends_on < grant.given_on:
            raise Refused(_("This ends before it was given."), field=f"ends_{pk}")
        end.save_as(by)
    return held


@transaction.atomic
def complete(*, farewell: Farewell, by: User, now: dt.datetime, seen: int | None = None) -> Membership:
    """Return the ended membership (alumni, or ended). Of two who complete it at once, one does."""
    held = hold(farewell, by, seen)
    membership = held.membership
    farewell_rules.all_taken(held)
    held.completed_at, held.completed_by = now, by
    checked(held)
    held.save_as(by)
    move(membership, Status.ALUMNI if held.alumni else Status.ENDED)
    membership.farewell, membership.ended_on = held, membership.program.today(now)
    _cut_terms(membership, by, membership.ended_on)
    checked(membership)
    # What is open between us is engagement's to know: the database refuses, on whichever way this was called.
    with refusing(
        "Nobody leaves while a promise or a request is open",
        str(_("A promise or a request is still open. Settle it first.")),
    ):
        membership.save_as(by)
    for open_one in HandOver.objects.open().filter(membership=membership):
        open_one.closed_at, open_one.closed_how = now, HandOver.Closed.ENDED
        open_one.save_as(by)
    cadence.refresh(membership, now)
    return membership


@transaction.atomic
def call_off(*, farewell: Farewell, by: User, now: dt.datetime, seen: int | None = None) -> Membership:
    """Take back a farewell that was begun and not completed; a decision that began it can be taken back again."""
    held = hold(farewell, by, seen, done=_("This farewell is complete. Welcome them back instead."))
    membership = held.membership
    settled = membership.role_id and membership.owner_id and (membership.review_on or membership.term_ends_on)
    move(membership, Status.ACTIVE if settled else Status.WELCOMING)
    membership.save_as(by)
    held.delete_as(by, reason="called off")
    for decision in membership.rotation_decisions.open().filter(carried_out_at__isnull=False):
        decision.carried_out_at = decision.carried_out_by = None
        decision.save_as(by, reason="farewell called off")
    cadence.refresh(membership, now)
    return membership


def hold(farewell: Farewell, by: User, seen: int | None, *, done: Any = "") -> Farewell:
    """Return the farewell as it is now, held until the end of the transaction; it must not be complete."""
    require(farewell.membership.program, by, Post.MANAGING)
    rows = Farewell.objects.select_for_update(of=("self",)).select_related(
        "membership__program", "membership__advocate", "membership__tier"
    )  # not who completed it: a row that was waited for is read anew, what it is joined with is not
    held = rows.filter(pk=farewell.pk).first()
    if held is None:
        raise Refused(_("This farewell was called off."))
    if held.completed_at is not None:
        raise Refused(done or _("%(name)s has completed this farewell.") % {"name": held.completed_by})
    if seen is not None and seen != held.version:
        raise Conflict
    return held


def _cut_terms(membership: Membership, by: User, day: dt.date) -> None:
    """Let no term run beyond `day`; what had been agreed stays readable."""
    for term in membership.terms.filter(ends_on__gt=day):
        if term.starts_on >= day:
            term.delete_as(by)
            continue
        term.agreed_ends_on, term.ends_on = term.ends_on, day
        term.save()
