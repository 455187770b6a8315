"""Deciding what follows a term, and seeing that it is told."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from influencers.access import require
from influencers.actions.saving import checked, refusing
from influencers.models import Membership, Post, RotationDecision, RotationReview, User
from influencers.models.memberships import SERVING
from influencers.refusals import Refused

TELL_WITHIN = dt.timedelta(days=14)


@transaction.atomic
def decide(
    *, membership: Membership, by: User, now: dt.datetime, outcome: str, reason: str, tell_by: dt.date | None = None,
    review: RotationReview | None = None,
) -> RotationDecision:  # fmt: skip
    """Return what was decided about a member: what, why, who, and by when they are told (two weeks unless said).

    It is whole or absent: an open decision of a review is filled in; one that has not been told is in the way.
    """
    program = membership.program
    require(program, by, Post.MANAGING)
    if membership.status not in SERVING:
        raise Refused(_("Only about somebody in the program there is something to decide."))
    decision = membership.rotation_decisions.filter(told_on__isnull=True).first()
    if decision is not None and decision.decided_at is not None:
        raise Refused(
            _("%(name)s has decided this already. Tell them, or take the decision back first.")
            % {"name": decision.decided_by},
            field="outcome",
        )
    decision = decision or RotationDecision(membership=membership, review=review)
    decision.outcome, decision.reason = outcome, reason.strip()
    decision.decided_by, decision.decided_at = by, now
    decision.tell_by = tell_by or program.week().on_or_after(program.today(now) + TELL_WITHIN)
    if not decision.outcome:
        raise Refused(_("Say what was decided."), field="outcome")
    checked(decision)
    with refusing(
        "decision_one_open_per_membership|rotationdecision.membership_id",
        str(_("Somebody has just decided this.")),
        field="outcome",
    ):
        decision.save_as(by)
    return decision


@transaction.atomic
def tell(
    *, decision: RotationDecision, by: User, told_on: dt.date, how: str, now: dt.datetime, told_by: User | None = None,
    seen: int | None = None,
) -> RotationDecision:  # fmt: skip
    """Note that a member was told what was decided: by whom (`by` unless said), when and how."""
    program = decision.membership.program
    require(program, by, Post.WRITING)
    if decision.decided_at is None:
        raise Refused(_("There is nothing to tell yet: decide first."), field="told_on")
    if decision.told_on is not None:
        raise Refused(_("They have been told."), field="told_on")
    if told_on > program.today(now):
        raise Refused(_("This day has not come yet."), field="told_on")
    decision.told_on, decision.told_by, decision.told_how = told_on, told_by or by, how.strip()
    checked(decision)
    decision.save_as(by, seen=seen)
    return decision


@transaction.atomic
def take_back(*, decision: RotationDecision, by: User, seen: int | None = None) -> RotationDecision:
    """Open a decision again that nobody has been told."""
    require(decision.membership.program, by, Post.MANAGING)
    if decision.told_on is not None:
        raise Refused(_("They have been told. Decide anew instead."))
    decision.outcome = decision.reason = ""
    decision.decided_by = decision.decided_at = decision.tell_by = None
    decision.save_as(by, seen=seen, reason="taken back")
    return decision
