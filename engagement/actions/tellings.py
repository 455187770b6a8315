"""Telling somebody what was decided about them: in a call, lunch or meeting, or by a message of ours to them."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from engagement.actions import touchpoints
from engagement.actions.flags import close_resolved
from engagement.insights.telling import could_tell
from engagement.models import Telling, Touchpoint
from engagement.models.touchpoints import LIVE
from influencers.access import require
from influencers.actions.saving import checked, refusing
from influencers.models import Membership, Post, RotationDecision, User
from influencers.refusals import Refused


@transaction.atomic
def tell(
    *, decision: RotationDecision, by: User, touchpoint: Touchpoint, now: dt.datetime, seen: int | None = None
) -> RotationDecision:  # fmt: skip
    """Note that somebody was told what was decided, in this exchange with them: who, when and how follow from it."""
    member = decision.membership
    require(member.program, by, Post.WRITING)
    if decision.released_at is None:
        raise Refused(_("There is nothing to tell yet: the decision is released first."), field="touchpoint")
    if decision.told_on is not None:
        raise Refused(_("They have been told."), field="touchpoint")
    if not could_tell(decision).filter(pk=touchpoint.pk).exists():
        raise Refused(
            _(
                "They are told by a call, a lunch or a meeting with them, or by a message of ours to them, after the "
                "release."
            ),
            field="touchpoint",
        )
    with refusing(
        "telling.decision_id|telling_decision_id", str(_("They have been told.")), field="touchpoint"
    ):
        Telling(decision=decision, membership=member, touchpoint=touchpoint).save_as(by)
    touchpoint.program = member.program
    decision.told_on, decision.told_how = touchpoint.day(), str(touchpoint.get_kind_display())
    decision.told_by = touchpoint.author or touchpoint.logged_by or by
    checked(decision)
    decision.save_as(by, seen=seen, reason="told")
    close_resolved([member.pk], now)
    return decision


@transaction.atomic
def tell_now(
    *, decision: RotationDecision, by: User, now: dt.datetime, kind: str, words: str,
    happened_at: dt.datetime | None = None, seen: int | None = None,
) -> RotationDecision:  # fmt: skip
    """Log the call, lunch or meeting in which they were told, and note that they were."""
    member: Membership = decision.membership
    if decision.released_at is None:
        raise Refused(_("There is nothing to tell yet: the decision is released first."), field="touchpoint")
    if kind not in LIVE:
        raise Refused(_("Tell them in a call, a lunch or a meeting."), field="kind")
    touch = touchpoints.log(
        program=member.program,
        by=by,
        kind=kind,
        members=[member],
        happened_at=happened_at or now,
        now=now,
        words=words,
    )
    return tell(decision=decision, by=by, touchpoint=touch, now=now, seen=seen)
