"""Deciding what somebody gets: with the reason, in proportion to the need, like cases alike."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from engagement.actions.flags import close_resolved
from engagement.actions.requests.large import may_decide, needs_a_second, refusal
from engagement.actions.requests.locking import already, locked
from engagement.insights.precedents import numbers, precedents, stems
from engagement.insights.weighing import Warning, warnings
from engagement.models import AdvocateRequest, RequestWord
from influencers.access import require
from influencers.actions.saving import checked
from influencers.models import Grant, Post, User
from influencers.refusals import Refused

State = AdvocateRequest.State
GIVING = (AdvocateRequest.Decision.GRANT, AdvocateRequest.Decision.PART)


class Unweighed(Refused):
    """A decision that something speaks against, without a sentence why it is right all the same."""

    def __init__(self, said: Sequence[Warning]) -> None:
        sentences = " ".join(warning.sentence for warning in said)
        ask = _("Say in a sentence why it is right all the same.")
        super().__init__(f"{sentences} {ask}", field="despite")
        self.problem = {"warnings": [asdict(warning) for warning in said]}


@transaction.atomic
def decide(
    *, advocate_request: AdvocateRequest, by: User, now: dt.datetime, decision: str, reason: str, instead: str = "",
    value: Decimal | None = None, look_again_on: dt.date | None = None, grant: Grant | None = None, despite: str = "",
    seen: int | None = None,
) -> AdvocateRequest:  # fmt: skip
    """Decide an assessed request, with the reason and what we can do instead. Two deciding at once: one wins.

    What it is warned of needs a sentence (`despite`), which is stored with it. What is worth more than the program's
    large value is decided by whom the program says: with two people, it is *proposed* until the second confirms it.
    """
    wish = advocate_request
    require(wish.membership.program, by, Post.MANAGING)
    locked(wish, seen)
    program = wish.membership.program
    if wish.state != State.OPEN:
        raise Refused(already(wish), field="decision")
    if not wish.is_assessed:
        raise Refused(_("Assess the need first: impact and urgency."), field="impact")
    if decision == AdvocateRequest.Decision.DEFER and look_again_on and look_again_on <= program.today(now):
        raise Refused(_("Look at it again on a day to come."), field="look_again_on")
    if grant is not None and grant.membership_id != wish.membership_id:
        raise Refused(_("This was given to somebody else."), field="grant")
    worth = _worth(decision, value, grant)
    said = warnings(wish, program, decision, worth, precedents(wish, program))
    if said and not despite.strip():
        raise Unweighed(said)
    if not may_decide(program, by, worth):
        raise Refused(refusal(program), field="value")
    wish.decision, wish.reason, wish.instead, wish.value = decision, reason.strip(), instead.strip(), worth
    wish.look_again_on, wish.grant = look_again_on, grant
    wish.warned_of, wish.despite = ",".join(warning.code for warning in said), despite.strip()
    wish.unlike_id = next((warning.about for warning in said if warning.about), None)
    if needs_a_second(program, worth):
        wish.state, wish.proposed_by, wish.proposed_at = State.PROPOSED, by, now
    else:
        wish.state, wish.decided_by, wish.decided_at = State.DECIDED, by, now
    return _settle(wish, by, now)


@transaction.atomic
def confirm(
    *, advocate_request: AdvocateRequest, by: User, now: dt.datetime, seen: int | None = None
) -> AdvocateRequest:
    """Decide what a colleague proposed: by somebody else."""
    wish = advocate_request
    require(wish.membership.program, by, Post.MANAGING)
    locked(wish, seen)
    if wish.state != State.PROPOSED:
        raise Refused(already(wish) if wish.state != State.OPEN else _("Nobody has proposed a decision yet."))
    if wish.proposed_by == by:
        raise Refused(_("You proposed it: ask a colleague to decide."))
    wish.state, wish.decided_by, wish.decided_at = State.DECIDED, by, now
    return _settle(wish, by, now)


@transaction.atomic
def send_back(
    *, advocate_request: AdvocateRequest, by: User, now: dt.datetime, why: str, seen: int | None = None
) -> AdvocateRequest:
    """Open again what was proposed, or decided and not told yet, with the reason; history keeps what it was."""
    wish = advocate_request
    require(wish.membership.program, by, Post.MANAGING)
    locked(wish, seen)
    if wish.state not in (State.PROPOSED, State.DECIDED):
        raise Refused(_("They have been told already; a new wish is a new request.") if wish.state == State.ANSWERED
                      else _("Nothing was decided yet."))  # fmt: skip
    if not why.strip():
        raise Refused(_("Say why it is looked at again."), field="why")
    wish.state, wish.decision, wish.reason, wish.instead, wish.value = State.OPEN, "", "", "", Decimal(0)
    wish.warned_of = wish.despite = ""
    wish.decided_by = wish.decided_at = wish.proposed_by = wish.proposed_at = None
    wish.look_again_on = wish.grant = wish.unlike = None
    checked(wish)
    wish.save_as(by, reason=why.strip()[:100])
    RequestWord.objects.filter(advocate_request=wish).delete()
    close_resolved([wish.membership_id], now)
    return wish


def _worth(decision: str, value: Decimal | None, grant: Grant | None) -> Decimal:
    if decision not in GIVING:
        if value:
            raise Refused(_("Only what is given has a worth."), field="value")
        return Decimal(0)
    return value if value is not None else grant.value if grant else Decimal(0)


def _settle(wish: AdvocateRequest, by: User, now: dt.datetime) -> AdvocateRequest:
    checked(wish)
    wish.save_as(by)
    if wish.state == State.DECIDED:
        remember(wish)
    close_resolved([wish.membership_id], now)
    return wish


def remember(wish: AdvocateRequest) -> None:
    """Have a decided request found as a precedent."""
    program, words = wish.membership.program_id, numbers(stems(wish.words, wish.need))
    rows = [RequestWord(advocate_request=wish, program_id=program, word=word) for word in words]
    RequestWord.objects.bulk_create(rows, ignore_conflicts=True)
