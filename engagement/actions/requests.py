"""What advocates ask of us: taken down, assessed for need, decided with a reason, answered personally."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from engagement.actions.flags import close_resolved
from engagement.actions.promises import late_from
from engagement.models import AdvocateRequest, Touchpoint
from influencers.access import require
from influencers.actions.saving import checked
from influencers.models import Grant, Membership, Post, User
from influencers.refusals import Refused

State = AdvocateRequest.State


@transaction.atomic
def submit(
    *, membership: Membership, by: User, words: str, now: dt.datetime, need: str = "",
    category: str = AdvocateRequest.Category.OTHER, asked_on: dt.date | None = None, owner: User | None = None,
    due_on: dt.date | None = None, asked_in: Touchpoint | None = None,
) -> AdvocateRequest:  # fmt: skip
    """Return an open request with an owner (whoever looks after the member, unless said) and a date."""
    program = membership.program
    require(program, by, Post.WRITING)
    week = program.week()
    asked = asked_on or program.today(now)
    due = due_on or week.after(asked, program.request_days)
    wish = AdvocateRequest(
        membership=membership, words=words.strip(), need=need.strip(), category=category, asked_on=asked,
        asked_in=asked_in, owner=owner or membership.owner or by, due_on=due, overdue_from=late_from(due, week),
    )  # fmt: skip
    checked(wish)
    wish.save_as(by)
    return wish


@transaction.atomic
def assess(
    *,
    advocate_request: AdvocateRequest,
    by: User,
    need: str,
    impact: int,
    urgency: int,
    seen: int | None = None,
) -> AdvocateRequest:
    """Note the need behind a request, its impact and urgency (1 to 3 each). The rank follows from them."""
    require(advocate_request.membership.program, by, Post.WRITING)
    if not need.strip():
        raise Refused(_("Say what need is behind it."), field="need")
    advocate_request.need, advocate_request.impact, advocate_request.urgency = need.strip(), impact, urgency
    checked(advocate_request)
    advocate_request.save_as(by, seen=seen)
    return advocate_request


@transaction.atomic
def decide(
    *, advocate_request: AdvocateRequest, by: User, now: dt.datetime, decision: str, reason: str, instead: str = "",
    look_again_on: dt.date | None = None, grant: Grant | None = None, seen: int | None = None,
) -> AdvocateRequest:  # fmt: skip
    """Decide an open request, with the reason, and what we can do instead. Two deciding at once: one wins."""
    require(advocate_request.membership.program, by, Post.MANAGING)
    if advocate_request.state != State.OPEN:
        raise Refused(
            _("%(name)s has decided this already.") % {"name": advocate_request.decided_by}, field="decision"
        )
    if advocate_request.rank is None:
        raise Refused(_("Assess the need first: impact and urgency."), field="impact")
    advocate_request.state, advocate_request.decision = State.DECIDED, decision
    advocate_request.reason, advocate_request.instead = reason.strip(), instead.strip()
    advocate_request.decided_by, advocate_request.decided_at = by, now
    advocate_request.look_again_on, advocate_request.grant = look_again_on, grant
    checked(advocate_request)
    advocate_request.save_as(by, seen=seen)
    close_resolved([advocate_request.membership_id], now)
    return advocate_request


@transaction.atomic
def answer(
    *,
    advocate_request: AdvocateRequest,
    by: User,
    now: dt.datetime,
    answered_in: Touchpoint,
    seen: int | None = None,
) -> AdvocateRequest:
    """Note the message or the call in which they were told."""
    require(advocate_request.membership.program, by, Post.WRITING)
    if advocate_request.state != State.DECIDED:
        raise Refused(_("A request is decided once, then answered once."), field="answered_in")
    took_part = answered_in.participations.filter(membership=advocate_request.membership).exists()
    if not took_part or not answered_in.is_ours:
        raise Refused(_("Choose a message or a call of ours with this very person."), field="answered_in")
    advocate_request.state, advocate_request.answered_in = State.ANSWERED, answered_in
    checked(advocate_request)
    advocate_request.save_as(by, seen=seen)
    close_resolved([advocate_request.membership_id], now)
    return advocate_request


@transaction.atomic
def hand_over(
    *, advocate_request: AdvocateRequest, by: User, owner: User, due_on: dt.date, now: dt.datetime,
    seen: int | None = None,
) -> AdvocateRequest:  # fmt: skip
    """Give a waiting request to another colleague, by a day."""
    program = advocate_request.membership.program
    require(program, by, Post.WRITING)
    if advocate_request.state == State.ANSWERED:
        raise Refused(_("This request has been answered."))
    advocate_request.owner, advocate_request.due_on = owner, due_on
    advocate_request.overdue_from = late_from(due_on, program.week())
    checked(advocate_request)
    advocate_request.save_as(by, seen=seen)
    close_resolved([advocate_request.membership_id], now)
    return advocate_request
