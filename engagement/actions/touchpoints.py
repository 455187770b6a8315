"""Logging what happened with an advocate; correcting and removing what was logged."""

import datetime as dt
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from engagement.actions import handovers, message_index, planned, touch_state
from engagement.actions.flags import close_resolved
from engagement.actions.messages import NotPersonal, check, in_the_past
from engagement.models import Participation, Touchpoint
from engagement.models.fingerprints import index_words
from engagement.models.messages import GONE_OUT, OUTGOING, Standing
from engagement.models.touchpoints import LIVE, WRITTEN, Direction, Origin
from engagement.personalization.engine import VERSION
from engagement.personalization.findings import Outcome
from engagement.personalization.message import Form
from influencers.access import require, role_in
from influencers.actions.saving import refusing
from influencers.models import Membership, Post, Program, User
from influencers.refusals import Conflict, NotAllowed, Refused

UNDO_WITHIN = dt.timedelta(minutes=10)


@transaction.atomic
def log(
    *, program: Program, by: User, kind: str, members: Sequence[Membership], happened_at: dt.datetime,
    now: dt.datetime, words: str = "", direction: str = Direction.BOTH, channel: str = "", link: str = "",
    needs_answer: bool = False, origin: str = Origin.LOGGED, client_token: str = "",
) -> Touchpoint:  # fmt: skip
    """Return the touchpoint of a call, lunch, meeting, event, gift, like, repost, or of something they wrote.

    The cadence of everybody who took part starts again. A note of a call or a lunch passes the personal check:
    one that could stand under anybody's name raises `NotPersonal` and asks for one thing they said. What *we*
    wrote to somebody goes through `messages.write` or `messages.log_elsewhere`.
    """
    require(program, by, Post.WRITING)
    if client_token:
        again = Touchpoint.objects.filter(logged_by=by, client_token=client_token).first()
        if again is not None:
            return again
    members = list({member.pk: member for member in members}.values())
    _sensible(program, kind, direction, members, happened_at, now)
    touch = Touchpoint(
        program=program, kind=kind, direction=direction, words=words.strip(), channel=channel, link=link,
        happened_at=happened_at, needs_answer=needs_answer and direction == Direction.IN, origin=origin,
        logged_by=by, author=None if direction == Direction.IN else by, client_token=client_token,
    )  # fmt: skip
    _stand(touch, members, by, now)
    with _once(client_token):
        touch.save_as(by)
    Participation.objects.bulk_create(
        Participation(touchpoint=touch, membership=member, happened_at=happened_at) for member in members
    )
    ids = [member.pk for member in members]
    touch.member_ids = ids[::-1]
    touch_state.note_touch(touch, ids, program.today(now))
    handovers.met(touch, ids, now)
    planned.met(touch, ids, by)
    close_resolved(ids, now)
    return touch


def _once(client_token: str) -> AbstractContextManager[None]:
    """Refuse what a second click sent at the same moment; without a token nothing can be sent twice unseen."""
    if not client_token:
        return nullcontext()
    return refusing("touchpoint_logged_once|touchpoint.client_token", str(_("This has just been logged.")))


def _sensible(
    program: Program,
    kind: str,
    direction: str,
    members: Sequence[Membership],
    at: dt.datetime,
    now: dt.datetime,
) -> None:
    if not members:
        raise Refused(_("Say who it was with."), field="members")
    if any(member.program_id != program.pk for member in members):
        raise Refused(_("Somebody here does not belong to this program."), field="members")
    if kind in WRITTEN and direction != Direction.IN:
        raise Refused(_("What we write passes the personal check: use the message form."), field="kind")
    in_the_past(at, now)


def _stand(touch: Touchpoint, members: Sequence[Membership], by: User, now: dt.datetime) -> None:
    """Give the words their standing; have a note of ours judged against each person it is about."""
    if touch.direction == Direction.IN:
        touch.standing = Standing.RECEIVED if touch.words else Standing.NONE
        return
    touch.standing = Standing.NOTE if touch.words or touch.kind in LIVE else Standing.NONE
    if touch.standing != Standing.NOTE or touch.kind not in LIVE:
        return
    verdict = check(membership=members[0], by=by, words=touch.words, now=now, form=Form.NOTE)
    if verdict.outcome == Outcome.BLOCK:
        raise NotPersonal(verdict)
    touch.verdict, touch.findings = verdict.outcome.value, verdict.to_dict()["findings"]
    touch.checked_words, touch.check_version, touch.checked_at = touch.words, VERSION, now


CORRECTABLE = ("kind", "direction", "channel", "link", "happened_at", "words", "needs_answer")
RESTS_ON_IT = {
    "answers": _("A request was answered with this."),
    "farewell_words": _("A farewell rests on this."),
    "tellings": _("They were told with this what follows their term."),
    "thanks": _("They were thanked with this for what they did."),
}


@transaction.atomic
def correct(*, touchpoint: Touchpoint, by: User, now: dt.datetime, seen: int, **changes: Any) -> Touchpoint:
    """Correct what was logged (its own logger, or a manager). Words that went out are not changed afterwards."""
    _may_change(touchpoint, by)
    before = _what_others_rest_on(touchpoint)
    for name, value in changes.items():
        if name not in CORRECTABLE:
            raise Refused(_("This cannot be changed here."), field=name)
        if (
            name == "words"
            and touchpoint.standing in (*GONE_OUT, Standing.HELD)
            and value != touchpoint.words
        ):
            raise Refused(_("Words that went out are not changed afterwards."), field="words")
        setattr(touchpoint, name, value)
    moved = _what_others_rest_on(touchpoint) != before
    if moved:
        _may_be_otherwise(touchpoint)
        handovers.unmet(touchpoint, by)
        if not touchpoint.is_live:
            planned.unmet(touchpoint, by)
    members = [part.membership for part in touchpoint.participations.select_related("membership__advocate")]
    if touchpoint.standing not in (*GONE_OUT, Standing.HELD):
        _sensible(
            touchpoint.program, touchpoint.kind, touchpoint.direction, members, touchpoint.happened_at, now
        )
        touchpoint.verdict, touchpoint.findings = "", []
        touchpoint.author = None if touchpoint.direction == Direction.IN else touchpoint.author or by
        _stand(touchpoint, members, by, now)
    in_the_past(touchpoint.happened_at, now)
    touchpoint.save_as(by, seen=seen)
    touchpoint.participations.update(happened_at=touchpoint.happened_at)
    ids = [member.pk for member in members]
    touch_state.rebuild(ids, now)
    if moved:
        handovers.met(touchpoint, ids, now)
    close_resolved(ids, now)
    return touchpoint


def _what_others_rest_on(touchpoint: Touchpoint) -> tuple[str, str, dt.date]:
    return touchpoint.kind, touchpoint.direction, touchpoint.day()


def _may_be_otherwise(touchpoint: Touchpoint) -> None:
    """Refuse another kind, side or day for what went out, or for what told, answered or thanked somebody."""
    went_out = touchpoint.standing in OUTGOING
    if went_out and (touchpoint.direction != Direction.OUT or touchpoint.kind not in WRITTEN):
        raise Refused(
            _("Words of ours that went out stay a message, a letter or a comment of ours."), field="kind"
        )
    if said := _rests_on(touchpoint):
        stays = _("What it was, its day and who spoke stay as they are.")
        raise Refused(f"{said} {stays}", field="kind")


def _rests_on(touchpoint: Touchpoint) -> str:
    """Say what else on record rests on a touchpoint; "" if nothing does."""
    return next((str(said) for name, said in RESTS_ON_IT.items() if getattr(touchpoint, name).exists()), "")


@transaction.atomic
def remove(*, touchpoint: Touchpoint, by: User, now: dt.datetime, seen: int | None = None) -> None:
    """Take a touchpoint off the record, by its logger or a manager; history keeps what it was."""
    _may_change(touchpoint, by)
    if said := _rests_on(touchpoint):
        stays = _("It stays on record.")
        raise Refused(f"{said} {stays}")
    if seen is not None and seen != touchpoint.version:
        raise Conflict
    members = list(touchpoint.participations.values_list("membership", flat=True))
    indexed = {touchpoint.pk: touchpoint.words} if touchpoint.standing in GONE_OUT else {}
    handovers.unmet(touchpoint, by)
    planned.unmet(touchpoint, by)
    touchpoint.delete_as(by, reason="removed")
    message_index.forget(indexed)
    touch_state.rebuild(members, now)


@transaction.atomic
def bring_in(
    *, program: Program, by: User, kind: str, direction: str, member: Membership, happened_at: dt.datetime,
    words: str = "", channel: str = "",
) -> Touchpoint:  # fmt: skip
    """Return a touchpoint of imported history: marked as such, found again by later checks, not judged itself.

    The caller rebuilds the members' columns once at the end (`touch_state.rebuild`).
    """
    require(program, by, Post.MANAGING)
    touch = Touchpoint(
        program=program, kind=kind, direction=direction, words=words, channel=channel, happened_at=happened_at,
        origin=Origin.IMPORT, logged_by=by, standing=Standing.IMPORTED if words or kind in WRITTEN else Standing.NONE,
        recipient=member if direction == Direction.OUT else None,
    )  # fmt: skip
    touch.save_as(by)
    Participation.objects.create(touchpoint=touch, membership=member, happened_at=happened_at)
    if direction == Direction.OUT and words:
        index_words(touch)
    return touch


def _may_change(touchpoint: Touchpoint, by: User) -> None:
    role = role_in(touchpoint.program, by)
    if role not in Post.MANAGING and not (role in Post.WRITING and touchpoint.logged_by_id == by.pk):
        raise NotAllowed(_("Only who logged this, or a manager, changes it."))
