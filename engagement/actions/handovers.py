"""Hand-overs and what happens between us: open promises go along, and the first word of the new owner ends them."""

import datetime as dt
from collections.abc import Collection, Sequence

from django.db import transaction

from engagement.actions import promises, requests
from engagement.models import AdvocateRequest, FirstWord, Promise, Touchpoint
from engagement.models.touchpoints import LIVE, WRITTEN, Direction
from influencers.actions import handovers
from influencers.actions.handovers import Handing
from influencers.models import HandOver, Membership, User
from influencers.often import OftenAmong

WHY = 300


@transaction.atomic
def begin(
    *, handing: Handing, by: User, now: dt.datetime, with_promises: bool = True, seen: int | None = None
) -> HandOver:
    """Return the hand-over; what the earlier owner was to see to for them goes along, unless it is to stay."""
    before = handing.membership.owner
    hand_over = handovers.begin(handing=handing, by=by, now=now, seen=seen)
    if with_promises and before is not None:
        _take_along(hand_over, before, by, now)
    return hand_over


@transaction.atomic
def begin_all(
    *, handings: Sequence[Handing], by: User, now: dt.datetime, with_promises: bool = True
) -> list[HandOver]:  # fmt: skip
    """Return the hand-overs of several relationships: all of them, or none."""
    return [begin(handing=one, by=by, now=now, with_promises=with_promises) for one in handings]


def _take_along(hand_over: HandOver, before: User, by: User, now: dt.datetime) -> None:
    member, to, why = hand_over.membership, hand_over.to_owner, hand_over.what_to_know[:WHY]
    for promise in Promise.objects.open().filter(membership=member, owner=before):
        promises.hand_over(promise=promise, by=by, owner=to, why=why, now=now)
    for wish in AdvocateRequest.objects.waiting().filter(membership=member, owner=before):
        requests.hand_over(advocate_request=wish, by=by, owner=to, due_on=wish.due_on, now=now, why=why)


_waiting = OftenAmong(
    lambda ids, to_owner: (
        HandOver.objects.open()
        .filter(membership__in=ids, to_owner=to_owner)
        .select_related("membership__program")
    )
)


def met(touch: Touchpoint, member_ids: Collection[int], now: dt.datetime) -> None:
    """End the hand-overs of these members whose new owner has just spoken with them, or written to them."""
    who = touch.author or touch.logged_by
    if who is None or touch.direction == Direction.IN or touch.kind not in (*LIVE, *WRITTEN):
        return
    day = touch.program.today(touch.happened_at)
    for hand_over in _waiting(member_ids, to_owner=who.pk):
        if touch.program.today(hand_over.begun_at) > day:
            continue  # from before it began
        here = handovers.close(
            hand_over=hand_over, by=who, now=now, told_on=day, told_by=who, told_how=str(touch.get_kind_display()),
        )  # fmt: skip
        FirstWord.objects.create(hand_over=hand_over, touchpoint=touch, told_here=here)


def unmet(touch: Touchpoint, by: User) -> None:
    """Open the hand-overs again that ended with a touchpoint which is taken off the record."""
    for word in FirstWord.objects.filter(touchpoint=touch).select_related("hand_over__membership"):
        hand_over = word.hand_over
        member: Membership = hand_over.membership
        passed_on = HandOver.objects.open().filter(membership=member).exists()
        if member.owner_id == hand_over.to_owner_id and not passed_on:
            handovers.reopen(hand_over=hand_over, by=by, untold=word.told_here)
        word.delete()
