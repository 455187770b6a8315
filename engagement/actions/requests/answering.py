"""Telling them what was decided: in a message of ours to them, or in a call or a meeting with them."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from engagement.actions.flags import close_resolved
from engagement.actions.requests.locking import locked
from engagement.models import AdvocateRequest, Touchpoint
from engagement.models.messages import Standing
from engagement.models.touchpoints import LIVE, Kind
from influencers.access import require
from influencers.actions.saving import checked
from influencers.models import Post, User
from influencers.refusals import Refused

State = AdvocateRequest.State
PERSONAL = (*LIVE, Kind.LETTER, Kind.MESSAGE)  # a comment is said to everybody, a like says nothing


@transaction.atomic
def answer(
    *, advocate_request: AdvocateRequest, by: User, now: dt.datetime, answered_in: Touchpoint,
    seen: int | None = None,
) -> AdvocateRequest:  # fmt: skip
    """Note the message or the call in which they were told."""
    wish = advocate_request
    require(wish.membership.program, by, Post.WRITING)
    locked(wish, seen)
    if wish.state != State.DECIDED:
        raise Refused(_("A request is decided once, then answered once."), field="answered_in")
    took_part = answered_in.participations.filter(membership=wish.membership).exists()
    if not took_part or not answered_in.is_ours or answered_in.kind not in PERSONAL:
        raise Refused(_("Choose a message or a call of ours with this very person."), field="answered_in")
    if answered_in.standing == Standing.HELD or answered_in.counts_as_canned:
        raise Refused(
            _("These words did not pass the personal check, so they have not been told by them."),
            field="answered_in",
        )
    program = wish.membership.program
    if wish.decided_at and program.today(answered_in.happened_at) < program.today(wish.decided_at):
        raise Refused(_("This was before the decision. Choose what told them of it."), field="answered_in")
    wish.state, wish.answered_in = State.ANSWERED, answered_in
    checked(wish)
    wish.save_as(by)
    close_resolved([wish.membership_id], now)
    return wish
