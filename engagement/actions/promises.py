"""What we, and they, said we would do."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from engagement.actions.flags import close_resolved, raise_again
from engagement.models import Flag, Promise, PromiseHandOver, Touchpoint
from influencers.access import require, require_part
from influencers.actions.saving import checked
from influencers.models import Membership, Post, User
from influencers.refusals import Refused
from influencers.workdays import ONE_DAY, WorkingWeek


def late_from(due_on: dt.date, week: WorkingWeek) -> dt.date:
    """Return the first day on which something due on `due_on` is late: due on a Saturday, late on Tuesday."""
    return week.on_or_after(due_on) + ONE_DAY


@transaction.atomic
def make(
    *, membership: Membership, by: User, text: str, due_on: dt.date, made_by: str = Promise.By.US,
    owner: User | None = None, made_in: Touchpoint | None = None,
) -> Promise:  # fmt: skip
    """Return a promise, seen to by `owner` (who wrote it down, unless said)."""
    require(membership.program, by, Post.WRITING)
    if owner is not None:
        require_part(membership.program, owner, field="owner")
    if made_in is not None and not made_in.participations.filter(membership=membership).exists():
        raise Refused(_("Choose an exchange with this very person."), field="made_in")
    promise = Promise(
        membership=membership, made_by=made_by, text=text.strip(), due_on=due_on, owner=owner or by, made_in=made_in,
        overdue_from=late_from(due_on, membership.program.week()),
    )  # fmt: skip
    checked(promise)
    promise.save_as(by)
    return promise


@transaction.atomic
def keep(*, promise: Promise, by: User, now: dt.datetime, seen: int | None = None) -> Promise:
    """Note that it was kept."""
    return _settle(promise, by, now, Promise.State.KEPT, "", seen)


@transaction.atomic
def break_(
    *, promise: Promise, by: User, now: dt.datetime, made_good: str, seen: int | None = None
) -> Promise:
    """Note that it was broken, and how that was made good."""
    return _settle(promise, by, now, Promise.State.BROKEN, made_good.strip(), seen)


@transaction.atomic
def reopen(*, promise: Promise, by: User, now: dt.datetime, seen: int | None = None) -> Promise:
    """Take back that a promise was kept or broken: it is owed again."""
    require(promise.membership.program, by, Post.WRITING)
    if promise.state == Promise.State.OPEN:
        raise Refused(_("This promise is open already."))
    promise.state, promise.settled_at, promise.settled_by, promise.made_good = (
        Promise.State.OPEN,
        None,
        None,
        "",
    )
    checked(promise)
    promise.save_as(by, seen=seen)
    if promise.overdue_from <= promise.membership.program.today(now):
        raise_again(kind=Flag.Kind.PROMISE_OVERDUE, membership=promise.membership, subject_id=promise.pk)
    return promise


@transaction.atomic
def move(
    *, promise: Promise, by: User, due_on: dt.date, now: dt.datetime, seen: int | None = None
) -> Promise:
    """Agree on another day."""
    require(promise.membership.program, by, Post.WRITING)
    if promise.state != Promise.State.OPEN:
        raise Refused(_("This promise is settled already."))
    promise.due_on, promise.overdue_from = due_on, late_from(due_on, promise.membership.program.week())
    checked(promise)
    promise.save_as(by, seen=seen)
    close_resolved([promise.membership_id], now)
    return promise


@transaction.atomic
def hand_over(
    *, promise: Promise, by: User, owner: User, why: str, now: dt.datetime, seen: int | None = None
) -> Promise:
    """Have another colleague see to it, and keep from whom, to whom and why."""
    require(promise.membership.program, by, Post.WRITING)
    if promise.state != Promise.State.OPEN:
        raise Refused(_("This promise is settled already."))
    if promise.owner_id == owner.pk:
        raise Refused(_("%(name)s sees to it already.") % {"name": owner}, field="owner")
    require_part(promise.membership.program, owner, field="owner")
    if not why.strip():
        raise Refused(_("Say why it is handed over, and what they should know."), field="why")
    handing = PromiseHandOver(
        promise=promise, membership=promise.membership, before=promise.owner, after=owner, by=by, why=why.strip(),
        at=now,
    )  # fmt: skip
    promise.owner = owner
    checked(promise)
    promise.save_as(by, seen=seen)
    checked(handing)
    handing.save()
    return promise


def _settle(
    promise: Promise, by: User, now: dt.datetime, state: str, made_good: str, seen: int | None
) -> Promise:
    require(promise.membership.program, by, Post.WRITING)
    if promise.state != Promise.State.OPEN:
        raise Refused(_("This promise is settled already."))
    promise.state, promise.settled_at, promise.settled_by, promise.made_good = state, now, by, made_good
    checked(promise)
    promise.save_as(by, seen=seen)
    close_resolved([promise.membership_id], now)
    return promise
