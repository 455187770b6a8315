"""The steps of a farewell that rest on what happened between us; and completing it, when nothing is left open."""

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from engagement.actions import asks, promises, requests, tellings
from engagement.actions.flags import close_resolved
from engagement.insights import partings
from engagement.insights.telling import could_tell
from engagement.models import AdvocateRequest, Ask, Carried, FarewellWord, Promise, Touchpoint
from influencers.access import require_part
from influencers.actions import farewells
from influencers.actions.saving import checked
from influencers.models import Farewell, FarewellStep, Membership, Post, RotationDecision, User
from influencers.refusals import Refused

Step = FarewellStep.Step
What = FarewellWord.What


@transaction.atomic
def carry_on(
    *, farewell: Farewell, by: User, now: dt.datetime, thing: Promise | AdvocateRequest | Ask, to: User, why: str
) -> Carried:  # fmt: skip
    """Hand an open promise, request or ask over to a colleague who sees to it afterwards; say why it goes on."""
    held = farewells.hold(farewell, by, None)
    if thing.membership_id != held.membership_id:
        raise Refused(_("This belongs to somebody else."))
    kind = {Promise: "promise", AdvocateRequest: "request", Ask: "ask"}[type(thing)]
    carried = Carried.objects.filter(**{kind: thing}).first() or Carried(**{kind: thing})
    carried.farewell, carried.membership, carried.to, carried.why = held, held.membership, to, why.strip()
    checked(carried)
    carried.save_as(by)
    if thing.owner_id != to.pk:
        if isinstance(thing, Promise):
            promises.hand_over(promise=thing, by=by, owner=to, why=why, now=now)
        elif isinstance(thing, Ask):
            asks.hand_over(ask=thing, by=by, owner=to)
        else:
            requests.hand_over(advocate_request=thing, by=by, owner=to, due_on=thing.due_on, now=now, why=why)
    return carried


@transaction.atomic
def settle(*, farewell: Farewell, by: User, now: dt.datetime, seen: int | None = None) -> Farewell:
    """Take the first step: all that is between us is settled, or handed over to somebody who sees to it.

    That is each open promise and request, and each ask they agreed to, or delivered and were not thanked for.
    """
    _nothing_open(farewell)
    return farewells.take(farewell=farewell, step=Step.SETTLED, by=by, now=now, seen=seen)


@transaction.atomic
def tell(
    *, farewell: Farewell, by: User, now: dt.datetime, touchpoint: Touchpoint | None = None, not_in_person: str = "",
    told_by: User | None = None, told_on: dt.date | None = None, told_how: str = "", seen: int | None = None,
) -> Farewell:  # fmt: skip
    """Take the step of telling: name the call, lunch or meeting in which they heard it.

    Where that could not be, say why (`not_in_person`), who told them, when and how. After a death it is those they
    leave behind whom we told.
    """
    if told_by is not None:
        require_part(farewell.membership.program, told_by, field="told_by", roles=Post.Role.values)
    if touchpoint is not None:
        program = farewell.membership.program
        told_by = touchpoint.logged_by or touchpoint.author or told_by or by
        told_on, told_how = (
            program.today(touchpoint.happened_at),
            told_how or str(touchpoint.get_kind_display()),
        )
    elif not farewell.is_of_a_death and not not_in_person.strip():
        raise Refused(
            _(
                "They hear it personally before anything is written: log the call, the lunch or the meeting, and "
                "name it here. If that could not be, say why."
            ),
            field="touchpoint",
        )
    held = farewells.take(
        farewell=farewell, step=Step.TOLD, by=by, now=now, seen=seen, told_by=told_by, told_on=told_on,
        told_how=told_how, not_in_person=not_in_person,
    )  # fmt: skip
    _name(held, What.TOLD, touchpoint)
    if touchpoint is not None:
        _tell_the_decision(held, touchpoint, by, now)
    return held


def _tell_the_decision(farewell: Farewell, touchpoint: Touchpoint, by: User, now: dt.datetime) -> None:
    """Note that with this they heard, too, what had been decided about them."""
    ends = (RotationDecision.Outcome.ALUMNI, RotationDecision.Outcome.END)
    untold = RotationDecision.objects.not_told().filter(membership=farewell.membership_id, outcome__in=ends)
    for decision in untold.select_related("membership__program"):
        if could_tell(decision).filter(pk=touchpoint.pk).exists():
            tellings.tell(decision=decision, by=by, touchpoint=touchpoint, now=now)


@transaction.atomic
def thank(
    *, farewell: Farewell, by: User, now: dt.datetime, touchpoint: Touchpoint | None = None, condolence: str = "",
    seen: int | None = None,
) -> Farewell:  # fmt: skip
    """Take the step of thanking: name the message to them that passed the personal check.

    After a death: to whom we sent our condolence, and how.
    """
    if touchpoint is None and not farewell.is_of_a_death:
        raise Refused(_("Write them a thank-you first, and name it here."), field="touchpoint")
    held = farewells.take(
        farewell=farewell, step=Step.THANKS, by=by, now=now, seen=seen, condolence=condolence
    )
    _name(held, What.THANKS, touchpoint)
    return held


@transaction.atomic
def complete(*, farewell: Farewell, by: User, now: dt.datetime, seen: int | None = None) -> Membership:
    """Return the ended membership. Refused while a step is missing, or something is open between us again."""
    held = farewells.hold(farewell, by, seen)
    _nothing_open(held)
    membership = farewells.complete(farewell=held, by=by, now=now, seen=seen)
    close_resolved([membership.pk], now)
    return membership


def _name(farewell: Farewell, what: str, touchpoint: Touchpoint | None) -> None:
    """Have the farewell rest on a touchpoint, or on none; the sentence says what is wrong with it."""
    words = FarewellWord.objects.filter(farewell=farewell, what=what)
    if touchpoint is None:
        words.delete()
        return
    amiss = partings.amiss(farewell, what, touchpoint)
    if amiss:
        raise Refused(amiss, field="touchpoint")
    try:
        with transaction.atomic():
            FarewellWord.objects.update_or_create(
                farewell=farewell, what=what, defaults={"touchpoint": touchpoint}
            )
    except IntegrityError as error:  # it was changed a moment ago
        raise Refused(_("This does not fit any more. Look at it again."), field="touchpoint") from error


def _nothing_open(farewell: Farewell) -> None:
    count = partings.left_open(farewell).count
    if count:
        raise Refused(
            ngettext(
                "%(count)d promise, request or ask is still open. Settle it first.",
                "%(count)d promises, requests and asks are still open. Settle them first.",
                count,
            )
            % {"count": count}
        )


def take(
    *, farewell: Farewell, step: str, by: User, now: dt.datetime, seen: int | None = None, **said: Any
) -> Farewell:
    """Take any step by its name, with what it asks for. The one door for pages, the admin and the API."""
    actions: dict[str, Any] = {
        Step.SETTLED: settle, Step.PERKS: farewells.wind_down, Step.TOLD: tell, Step.THANKS: thank,
    }  # fmt: skip
    if step in actions:
        return actions[step](farewell=farewell, by=by, now=now, seen=seen, **said)  # type: ignore[no-any-return]
    return farewells.take(farewell=farewell, step=step, by=by, now=now, seen=seen, **said)
