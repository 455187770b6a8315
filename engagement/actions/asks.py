"""What we ask of advocates: put on the calendar, agreed or declined in their words, delivered, thanked."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from engagement.actions.ask_limits import heed
from engagement.actions.flags import close_resolved
from engagement.models import Ask, Touchpoint
from influencers.access import require, require_part
from influencers.actions.saving import checked, refusing
from influencers.models import Membership, Post, User
from influencers.models.memberships import OVER, Status
from influencers.refusals import Refused

State = Ask.State
_OVER_CAP = "more than we ask of one person in a quarter"


@transaction.atomic
def ask(
    *, membership: Membership, by: User, now: dt.datetime, kind: str, words: str, wanted_by: dt.date,
    department: str = Ask.Department.MARKETING, asked_by: User | None = None, owner: User | None = None,
    asked_in: Touchpoint | None = None, over_cap_because: str = "", collides_because: str = "",
) -> Ask:  # fmt: skip
    """Return the record that we want something of somebody; the words to them are written or spoken elsewhere.

    More than the program's number in the quarter of `wanted_by`, or beside another ask to the same person: refused
    without a sentence that says why.
    """
    require(membership.program, by, Post.WRITING)
    if membership.status in (*OVER, Status.NOT_JOINED):
        raise Refused(
            _("They are not in the program (any more). A friend is asked in person, not by the calendar.")
        )
    if owner is not None:
        require_part(membership.program, owner, field="owner")
    if asked_by is not None:
        require_part(membership.program, asked_by, field="asked_by", roles=Post.Role.values)
    today = membership.program.today(now)
    _still_to_come(wanted_by, today)
    row = Ask(
        membership=membership, kind=kind, words=words.strip(), department=department, asked_by=asked_by or by,
        owner=owner or membership.owner or by, asked_on=today, asked_in=asked_in, wanted_by=wanted_by,
        over_cap_because=over_cap_because.strip(), collides_because=collides_because.strip(),
    )  # fmt: skip
    heed(row)
    _require_theirs(row, asked_in, "asked_in")
    checked(row)
    with refusing(_OVER_CAP, str(_("That is more than we ask of one person in a quarter. Say why."))):
        row.save_as(by)
    return row


@transaction.atomic
def move(
    *, ask: Ask, by: User, wanted_by: dt.date, now: dt.datetime, over_cap_because: str = "",
    collides_because: str = "", seen: int | None = None,
) -> Ask:  # fmt: skip
    """Want it by another day. The same limits hold there."""
    require(ask.membership.program, by, Post.WRITING)
    if wanted_by != ask.wanted_by:
        _still_to_come(wanted_by, ask.membership.program.today(now))
    _require_state(ask, State.ASKED, State.AGREED)
    ask.wanted_by = wanted_by
    ask.over_cap_because = over_cap_because.strip() or ask.over_cap_because
    ask.collides_because = collides_because.strip() or ask.collides_because
    heed(ask)
    return _save(ask, by, seen)


@transaction.atomic
def hand_over(*, ask: Ask, by: User, owner: User, seen: int | None = None) -> Ask:
    """Have another colleague see to it."""
    require(ask.membership.program, by, Post.WRITING)
    _require_state(ask, State.ASKED, State.AGREED, State.DELIVERED)
    require_part(ask.membership.program, owner, field="owner")
    ask.owner = owner
    return _save(ask, by, seen)


@transaction.atomic
def say_where(*, ask: Ask, by: User, asked_in: Touchpoint, seen: int | None = None) -> Ask:
    """Name the message or the call in which they were asked."""
    require(ask.membership.program, by, Post.WRITING)
    _require_theirs(ask, asked_in, "asked_in")
    ask.asked_in = asked_in
    return _save(ask, by, seen)


@transaction.atomic
def agree(
    *, ask: Ask, by: User, now: dt.datetime, their_words: str = "", asked_in: Touchpoint | None = None,
    seen: int | None = None,
) -> Ask:  # fmt: skip
    """Note that they said yes."""
    return _answer(ask, by, now, State.AGREED, their_words, asked_in, seen)


@transaction.atomic
def decline(
    *, ask: Ask, by: User, now: dt.datetime, their_words: str, asked_in: Touchpoint | None = None,
    seen: int | None = None,
) -> Ask:  # fmt: skip
    """Note that they said no, in their words."""
    if not their_words.strip():
        raise Refused(_("A no is kept in their words."), field="their_words")
    return _answer(ask, by, now, State.DECLINED, their_words, asked_in, seen)


@transaction.atomic
def deliver(
    *, ask: Ask, by: User, now: dt.datetime, delivered_on: dt.date | None = None, link: str = "",
    seen: int | None = None,
) -> Ask:  # fmt: skip
    """Note that they did it. From now on a thank-you is owed."""
    require(ask.membership.program, by, Post.WRITING)
    _require_state(ask, State.AGREED)
    today = ask.membership.program.today(now)
    day = delivered_on or today
    if not ask.asked_on <= day <= today:
        raise Refused(_("That day lies ahead, or before it was asked."), field="delivered_on")
    ask.state, ask.delivered_on, ask.link = State.DELIVERED, day, link.strip()
    return _save(ask, by, seen)


@transaction.atomic
def thank(*, ask: Ask, by: User, now: dt.datetime, thanked_in: Touchpoint, seen: int | None = None) -> Ask:
    """Name the message, call, letter or gift of ours that thanked them."""
    require(ask.membership.program, by, Post.WRITING)
    _require_state(ask, State.DELIVERED)
    _require_theirs(ask, thanked_in, "thanked_in")
    if ask.delivered_on and ask.membership.program.today(thanked_in.happened_at) < ask.delivered_on:
        raise Refused(_("That was before they delivered."), field="thanked_in")
    ask.state, ask.thanked_in = State.THANKED, thanked_in
    saved = _save(ask, by, seen)
    close_resolved([ask.membership_id], now)
    return saved


@transaction.atomic
def withdraw(*, ask: Ask, by: User, because: str, seen: int | None = None) -> Ask:
    """Take it back: we do not need it any more, and say why."""
    require(ask.membership.program, by, Post.WRITING)
    _require_state(ask, State.ASKED, State.AGREED)
    ask.state, ask.withdrawn_because = State.WITHDRAWN, because.strip()
    if not ask.withdrawn_because:
        raise Refused(_("Say why we do not need it any more."), field="because")
    return _save(ask, by, seen)


def _still_to_come(wanted_by: dt.date, today: dt.date) -> None:
    if wanted_by < today:
        raise Refused(_("This day is over. By when do we want it?"), field="wanted_by")


def _answer(
    ask: Ask, by: User, now: dt.datetime, state: str, their_words: str, asked_in: Touchpoint | None,
    seen: int | None,
) -> Ask:  # fmt: skip
    require(ask.membership.program, by, Post.WRITING)
    if not ask.may_become(state):
        raise Refused(_("This is “%(state)s” already.") % {"state": ask.get_state_display()})
    if asked_in is not None:
        _require_theirs(ask, asked_in, "asked_in")
        ask.asked_in = asked_in
    ask.state, ask.their_words = state, their_words.strip() or ask.their_words
    ask.answered_on = ask.membership.program.today(now)
    return _save(ask, by, seen)


def _require_state(ask: Ask, *states: str) -> None:
    if ask.state not in states:
        raise Refused(_("This is “%(state)s” already.") % {"state": ask.get_state_display()})


def _require_theirs(ask: Ask, touch: Touchpoint | None, field: str) -> None:
    """Refuse an exchange that was not ours with this very person, or that is still held back."""
    if touch is None:
        return
    took_part = touch.participations.filter(membership=ask.membership_id).exists()
    if not took_part or not touch.is_ours or touch.standing == Touchpoint.Standing.HELD:
        raise Refused(_("Choose a message or a call of ours with this very person."), field=field)


def _save(ask: Ask, by: User, seen: int | None) -> Ask:
    checked(ask)
    ask.save_as(by, seen=seen)
    return ask
