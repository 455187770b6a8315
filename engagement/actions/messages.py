"""Words to an advocate: read by the personal check, accepted, held or vouched for. The one door for everybody."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from engagement.actions import handovers, touch_state
from engagement.actions.flags import close_resolved
from engagement.insights.evidence import draft_for
from engagement.models import DatabaseIndex, Draft, Participation, PreparedContent, Touchpoint
from engagement.models.fingerprints import index_words, take_turns
from engagement.models.messages import Standing
from engagement.models.touchpoints import Direction, Kind, Origin
from engagement.personalization.engine import VERSION, review
from engagement.personalization.findings import Outcome, Verdict
from engagement.personalization.fingerprints import digest
from engagement.personalization.message import Form
from influencers.access import program_ids, require
from influencers.actions.saving import refusing
from influencers.models import Membership, Post, User
from influencers.refusals import Refused

A_LITTLE_AHEAD = dt.timedelta(minutes=10)  # clocks differ


class NotPersonal(Refused):
    """The personal check does not let these words pass. `verdict` says why, finding by finding."""

    def __init__(self, verdict: Verdict) -> None:
        first = verdict.findings[0]
        super().__init__(
            _(first.template) % first.params if first.params else _(first.template), field="words"
        )
        self.verdict = verdict
        self.problem = {"verdict": verdict.to_dict()}  # what the API adds to its answer


def check(
    *, membership: Membership, by: User, words: str, now: dt.datetime, form: Form = Form.MESSAGE,
    prepared: PreparedContent | None = None, leave_out: int | None = None,
) -> Verdict:  # fmt: skip
    """Return what the personal check says to these words, without keeping anything."""
    index = DatabaseIndex(visible=lambda: program_ids(by), leave_out=leave_out)
    day, begun = membership.program.today(now), prepared.words if prepared else None
    return review(draft_for(membership, words, day=day, form=form, writer=by, prepared=begun), index)


@transaction.atomic
def write(
    *, membership: Membership, by: User, words: str, now: dt.datetime, kind: str = Kind.MESSAGE, channel: str = "",
    link: str = "", origin: str = Origin.HERE, prepared: PreparedContent | None = None,
    client_token: str = "",
) -> Touchpoint:  # fmt: skip
    """Return the touchpoint of a message that was accepted and counts as sent. `prepared` is what it was started from.

    Raises `NotPersonal` where the check blocks it: rewrite it, or `hold` it for a colleague's vouching.
    """
    require(membership.program, by, Post.WRITING)
    _of_this_program(prepared, membership)
    take_turns()
    again = already(by, client_token)
    if again is not None:
        return again
    verdict = check(membership=membership, by=by, words=words, now=now, prepared=prepared)
    if verdict.outcome == Outcome.BLOCK:
        raise NotPersonal(verdict)
    touch = _message(membership, by, words, now, kind=kind, channel=channel, link=link, origin=origin)
    touch.client_token, touch.prepared = client_token, prepared
    _judged(touch, verdict, Standing.SENT, now)
    _out(touch, by, now)
    Draft.objects.filter(author=by, membership=membership).delete()
    return touch


@transaction.atomic
def log_elsewhere(
    *, membership: Membership, by: User, words: str, happened_at: dt.datetime, now: dt.datetime,
    kind: str = Kind.MESSAGE, channel: str = "", link: str = "", sentence: str = "", origin: str = Origin.LOGGED,
    client_token: str = "",
) -> Touchpoint:  # fmt: skip
    """Return the touchpoint of a message that had already gone out by other ways, with the verdict it gets.

    A blocked one needs its writer's `sentence` and counts as canned in every figure.
    """
    require(membership.program, by, Post.WRITING)
    take_turns()
    again = already(by, client_token)
    if again is not None:
        return again
    in_the_past(happened_at, now)
    verdict = check(membership=membership, by=by, words=words, now=now)
    if verdict.outcome == Outcome.BLOCK and not sentence.strip():
        raise NotPersonal(verdict)
    touch = _message(membership, by, words, happened_at, kind=kind, channel=channel, link=link, origin=origin)
    touch.client_token, touch.writers_sentence = client_token, sentence.strip()
    _judged(touch, verdict, Standing.ELSEWHERE, now)
    _out(touch, by, now)
    return touch


@transaction.atomic
def hold(
    *,
    membership: Membership,
    by: User,
    words: str,
    now: dt.datetime,
    kind: str = Kind.MESSAGE,
    channel: str = "",
    prepared: PreparedContent | None = None,
) -> Touchpoint:
    """Return a message that waits for a colleague's vouching. It has not been sent and counts as nothing yet."""
    require(membership.program, by, Post.WRITING)
    _of_this_program(prepared, membership)
    verdict = check(membership=membership, by=by, words=words, now=now, prepared=prepared)
    if verdict.outcome != Outcome.BLOCK:
        raise Refused(_("This message passes: send it, nobody needs to vouch for it."), field="words")
    if not words.strip():
        raise NotPersonal(verdict)
    touch = _message(membership, by, words, now, kind=kind, channel=channel, origin=Origin.HERE)
    touch.prepared = prepared
    _judged(touch, verdict, Standing.HELD, now)
    touch.save_as(by)
    Draft.objects.filter(author=by, membership=membership).delete()
    return touch


@transaction.atomic
def vouch_for(*, touchpoint: Touchpoint, by: User, reason: str, now: dt.datetime) -> Touchpoint:
    """Release a held message on the word of a second named person, with a reason. Vouchings are listed and counted."""
    program = touchpoint.program
    require(program, by, Post.WRITING)
    if touchpoint.author_id == by.pk and not program.own_vouching:
        raise Refused(_("Somebody else vouches for your message: that is the point of it."))
    if not reason.strip():
        raise Refused(_("Say why it is personal all the same."), field="reason")
    take_turns()
    # Two colleagues vouch at once: the state in the WHERE clause decides who was first.
    if not Touchpoint.objects.filter(pk=touchpoint.pk, standing=Standing.HELD).update(
        version=touchpoint.version + 1
    ):
        raise Refused(_("This message is not waiting for anybody's word any more."))
    touchpoint.version += 1
    touchpoint.standing, touchpoint.happened_at = Standing.SENT, now
    touchpoint.vouched_by, touchpoint.vouched_at, touchpoint.vouch_reason = by, now, reason.strip()
    _out(touchpoint, by, now)
    return touchpoint


@transaction.atomic
def take_back(*, touchpoint: Touchpoint, by: User) -> Draft:
    """Turn a held message into its writer's draft again."""
    require(touchpoint.program, by, Post.WRITING)
    # A colleague may vouch for it this very second: the state in the WHERE clause decides who was first.
    if not Touchpoint.objects.held().filter(pk=touchpoint.pk).update(version=F("version") + 1):
        raise Refused(_("Only a message that has not gone out can be taken back."))
    author, membership = touchpoint.author, touchpoint.recipient
    draft, _made = Draft.objects.update_or_create(
        author=author,
        membership=membership,
        defaults={"words": touchpoint.words, "kind": touchpoint.kind, "prepared": touchpoint.prepared},
    )
    touchpoint.delete_as(by, reason="taken back")
    return draft


def in_the_past(happened_at: dt.datetime, now: dt.datetime) -> None:
    """Raise `Refused` if this has not happened yet."""
    if happened_at > now + A_LITTLE_AHEAD:
        raise Refused(_("This lies in the future. Log it when it has happened."), field="happened_at")


def _of_this_program(prepared: PreparedContent | None, membership: Membership) -> None:
    if prepared is not None and prepared.program_id != membership.program_id:
        raise Refused(_("This prepared content is kept by another program."), field="prepared")


def already(by: User, client_token: str) -> Touchpoint | None:
    """Return what this very form was already saved as."""
    if not client_token:
        return None
    return Touchpoint.objects.filter(logged_by=by, client_token=client_token).first()


def _message(membership: Membership, by: User, words: str, at: dt.datetime, **fields: Any) -> Touchpoint:
    return Touchpoint(
        program=membership.program, direction=Direction.OUT, words=words, recipient=membership, author=by,
        logged_by=by, happened_at=at, **fields,
    )  # fmt: skip


def _judged(touch: Touchpoint, verdict: Verdict, standing: str, now: dt.datetime) -> None:
    touch.standing, touch.verdict = standing, verdict.outcome.value
    touch.findings, touch.checked_words = verdict.to_dict()["findings"], touch.words
    touch.check_version, touch.checked_at, touch.words_digest = VERSION, now, digest(touch.words)


def _out(touch: Touchpoint, by: User, now: dt.datetime) -> None:
    """Store a message that has gone out, with everything that follows from it."""
    assert touch.recipient is not None  # noqa: S101 - every message has one
    sentence = str(_("These very words have just gone to somebody else. Write them for this person."))
    with refusing("message_words_go_out_once|touchpoint.words_digest", sentence, field="words"):
        touch.save_as(by)
    Participation.objects.create(touchpoint=touch, membership=touch.recipient, happened_at=touch.happened_at)
    index_words(touch)
    touch_state.note_touch(touch, [touch.recipient.pk], touch.program.today(now))
    handovers.met(touch, [touch.recipient.pk], now)
    close_resolved([touch.recipient.pk], now)
