"""Taking a request down, handing it over, taking it up again, taking it back: it always has an owner and a day."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from engagement.actions.flags import close_resolved
from engagement.actions.promises import late_from
from engagement.actions.requests.locking import already, locked
from engagement.models import AdvocateRequest, Touchpoint
from influencers.access import require, require_part, role_in
from influencers.actions.saving import checked
from influencers.models import Membership, Post, User
from influencers.refusals import Refused

State = AdvocateRequest.State


@transaction.atomic
def submit(
    *, membership: Membership, by: User, words: str, now: dt.datetime, need: str = "",
    category: str = AdvocateRequest.Category.OTHER, asked_on: dt.date | None = None, owner: User | None = None,
    due_on: dt.date | None = None, asked_in: Touchpoint | None = None, follows: AdvocateRequest | None = None,
) -> AdvocateRequest:  # fmt: skip
    """Return an open request with an owner (whoever looks after the member, unless said) and a date."""
    program = membership.program
    require(program, by, Post.WRITING)
    if owner is not None:
        require_part(program, owner, field="owner")
    week = program.week()
    asked = asked_on or program.today(now)
    if asked_in is not None and not asked_in.participations.filter(membership=membership).exists():
        raise Refused(_("Choose an exchange with this very person."), field="asked_in")
    due = due_on or week.after(asked, program.request_days)
    wish = AdvocateRequest(
        membership=membership, words=words.strip(), need=need.strip(), category=category, asked_on=asked,
        asked_in=asked_in, owner=owner or membership.owner or by, due_on=due, overdue_from=late_from(due, week),
        follows=follows,
    )  # fmt: skip
    checked(wish)
    wish.save_as(by)
    return wish


@transaction.atomic
def hand_over(
    *, advocate_request: AdvocateRequest, by: User, owner: User, due_on: dt.date, now: dt.datetime,
    why: str = "", seen: int | None = None,
) -> AdvocateRequest:  # fmt: skip
    """Give a waiting request to another colleague, by a day; history keeps why."""
    program = advocate_request.membership.program
    require(program, by, Post.WRITING)
    if advocate_request.state in (State.ANSWERED, State.WITHDRAWN):
        raise Refused(_("This request has been answered."))
    require_part(program, owner, field="owner")
    advocate_request.owner, advocate_request.due_on = owner, due_on
    advocate_request.overdue_from = late_from(due_on, program.week())
    checked(advocate_request)
    advocate_request.save_as(by, seen=seen, reason=why.strip()[:100])
    close_resolved([advocate_request.membership_id], now)
    return advocate_request


@transaction.atomic
def take_up(*, advocate_request: AdvocateRequest, by: User, now: dt.datetime) -> AdvocateRequest:
    """Return a new open request for one that was put off: the same words and need, weighed anew.

    It goes to who saw to it before, unless they have left the program.
    """
    require(advocate_request.membership.program, by, Post.WRITING)
    locked(advocate_request, None)
    if (
        advocate_request.state != State.ANSWERED
        or advocate_request.decision != AdvocateRequest.Decision.DEFER
    ):
        raise Refused(_("Only what was put off, and told so, is taken up again."))
    if AdvocateRequest.objects.filter(follows=advocate_request).exists():
        raise Refused(_("This has been taken up again already."))
    before = advocate_request.owner
    has_left = role_in(advocate_request.membership.program, before) not in Post.WRITING
    wish = submit(
        membership=advocate_request.membership, by=by, words=advocate_request.words, need=advocate_request.need,
        category=advocate_request.category, now=now, owner=None if has_left else before, follows=advocate_request,
    )  # fmt: skip
    close_resolved([advocate_request.membership_id], now)
    return wish


@transaction.atomic
def withdraw(
    *, advocate_request: AdvocateRequest, by: User, now: dt.datetime, because: str, seen: int | None = None
) -> AdvocateRequest:
    """Take an open request back: they no longer ask, or it was noted by mistake. It stays on record."""
    require(advocate_request.membership.program, by, Post.WRITING)
    locked(advocate_request, seen)
    if advocate_request.state != State.OPEN:
        raise Refused(already(advocate_request))
    if not because.strip():
        raise Refused(_("Say why it is taken back."), field="because")
    advocate_request.state, advocate_request.withdrawn_because = State.WITHDRAWN, because.strip()
    advocate_request.withdrawn_by, advocate_request.withdrawn_at = by, now
    checked(advocate_request)
    advocate_request.save_as(by)
    close_resolved([advocate_request.membership_id], now)
    return advocate_request
