"""Taking back an entry that was just logged, with all that came with it."""

import datetime as dt

from django.core import signing
from django.db import transaction
from django.utils.translation import gettext as _

from engagement.actions import requests, touchpoints
from engagement.actions.entries import Entered
from engagement.models import AdvocateRequest, Promise, Touchpoint
from influencers.models import Fact, Membership, Program, User
from influencers.models.base import Record
from influencers.models.memberships import Status
from influencers.refusals import Refused

SALT = "engagement.undoing"


def ticket_for(entered: Entered) -> str:
    """Return what `undo` needs to take all of it back; nobody can write one themselves."""
    parts = [entered.touchpoint.pk, entered.promises, entered.wishes, entered.facts, entered.newcomers]
    return signing.dumps(parts, salt=SALT, compress=True)


def undo(*, program: Program, by: User, ticket: str, now: dt.datetime) -> None:
    """Take an entry back: by who logged it, within ten minutes. What was worked on since stays."""
    touch_id, promise_ids, wish_ids, fact_ids, newcomer_ids = _read(ticket)
    touch = Touchpoint.objects.filter(pk=touch_id, program=program, logged_by=by).first()
    if touch is None:
        raise Refused(_("This is not on record any more."))
    if now - touch.created_at > touchpoints.UNDO_WITHIN:
        raise Refused(_("Ten minutes have passed. Open the entry to correct or remove it."))
    rows: list[Record] = [
        *Promise.objects.open().filter(pk__in=promise_ids, made_in=touch),
        *Fact.objects.filter(pk__in=fact_ids, membership__program=program, version=1),
    ]
    wishes = AdvocateRequest.objects.filter(pk__in=wish_ids, asked_in=touch, state=AdvocateRequest.State.OPEN)
    with transaction.atomic():
        for row in rows:
            row.delete_as(by, reason="undone")
        for wish in wishes.select_related("membership__program"):  # a request stays on record, taken back
            requests.withdraw(advocate_request=wish, by=by, now=now, because=_("Logged by mistake."))
        touchpoints.remove(touchpoint=touch, by=by, now=now)
        for member in _strangers(program, newcomer_ids):
            advocate = member.advocate
            member.delete_as(by, reason="undone")
            advocate.delete_as(by, reason="undone")


def _read(ticket: str) -> tuple[int, list[int], list[int], list[int], list[int]]:
    try:
        touch_id, promise_ids, wish_ids, fact_ids, newcomer_ids = signing.loads(ticket, salt=SALT)
    except (signing.BadSignature, ValueError) as error:
        raise Refused(_("This cannot be taken back here any more.")) from error
    return touch_id, promise_ids, wish_ids, fact_ids, newcomer_ids


def _strangers(program: Program, ids: list[int]) -> list[Membership]:
    """Of the people met in an entry those with whom nothing else has happened since."""
    fresh = Membership.objects.filter(
        pk__in=ids, program=program, status=Status.PROSPECT, version=1, participations=None, facts=None,
        promises=None, requests=None, messages=None, drafts=None, asks=None, put_forward=None, invited=None,
    )  # fmt: skip
    return [member for member in fresh.select_related("advocate") if member.advocate.memberships.count() == 1]
