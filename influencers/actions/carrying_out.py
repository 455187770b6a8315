"""Carrying out what was decided: another term, a new role, a pause, or the beginning of a farewell."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from influencers.access import require
from influencers.actions import farewells, memberships, roles, terms
from influencers.models import Farewell, Post, RotationDecision, User
from influencers.models.memberships import Status
from influencers.refusals import Refused

Outcome = RotationDecision.Outcome
LEAVING = (Outcome.ALUMNI, Outcome.END)


@transaction.atomic
def carry_out(
    *, decision: RotationDecision, by: User, now: dt.datetime, ends_on: dt.date | None = None,
    review_on: dt.date | None = None, title: str = "", statement: str = "", seen: int | None = None,
) -> RotationDecision:  # fmt: skip
    """Do what was decided and told. Alumni and end begin the farewell, whose steps tell them.

    `ends_on` is the end of a new term (the program's length unless given), `review_on` when a pause, or a membership
    that was due for review, is looked at again; `title` and `statement` are those of a new role.
    """
    require(decision.membership.program, by, Post.MANAGING)
    if decision.released_at is None:
        raise Refused(_("This is a proposal. It is released first, then told, then carried out."))
    if decision.carried_out_at is not None:
        raise Refused(_("This was carried out already."))
    if decision.told_on is None and decision.outcome not in LEAVING:
        raise Refused(_("They hear it first, personally. Then it is carried out."))
    if decision.outcome in LEAVING:
        _farewell(decision, by, now)
    elif decision.outcome == Outcome.PAUSE:
        _pause(decision, by, now, review_on)
    else:
        if decision.outcome == Outcome.NEW_ROLE:
            _role(decision, by, now, title, statement)
        _go_on(decision, by, now, ends_on, review_on)
    decision.carried_out_at, decision.carried_out_by = now, by
    decision.save_as(by, seen=seen, reason="carried out")
    return decision


def _farewell(decision: RotationDecision, by: User, now: dt.datetime) -> None:
    """Begin the farewell, unless somebody has."""
    if decision.membership.status != Status.LEAVING:
        farewells.begin(
            membership=decision.membership,
            by=by,
            now=now,
            cause=Farewell.Cause.ROTATION,
            reason=decision.reason,
        )


def _pause(decision: RotationDecision, by: User, now: dt.datetime, review_on: dt.date | None) -> None:
    member = decision.membership
    if review_on is None or review_on <= member.program.today(now):
        raise Refused(_("Say on which day to come we look at it again."), field="review_on")
    if member.status == Status.PAUSED:
        memberships.set_care(membership=member, by=by, now=now, review_on=review_on)
    else:
        memberships.pause(membership=member, by=by, now=now, review_on=review_on)


def _role(decision: RotationDecision, by: User, now: dt.datetime, title: str, statement: str) -> None:
    for name, text in (("title", title), ("statement", statement)):
        if not text.strip():
            raise Refused(_("Write what you have agreed on: the role, and its statement."), field=name)
    member = decision.membership
    roles.state(membership=member, by=by, title=title, statement=statement, since=member.program.today(now))


def _go_on(
    decision: RotationDecision, by: User, now: dt.datetime, ends_on: dt.date | None, review_on: dt.date | None
) -> None:
    """Add the next term, where the decision was about the end of one; else say when it is looked at again."""
    member = decision.membership
    if member.term_ends_on is not None and decision.due_on in (None, member.term_ends_on):
        terms.renew(membership=member, by=by, now=now, ends_on=ends_on)
    elif review_on is None or review_on <= member.program.today(now):
        raise Refused(_("Say on which day to come we look at it again."), field="review_on")
    else:
        memberships.set_care(membership=member, by=by, now=now, review_on=review_on)
