"""Promises go from hand to hand on record."""

import pytest
from django.db import IntegrityError, transaction

from engagement.actions import promises
from engagement.models import Promise, PromiseHandOver
from influencers.refusals import Refused
from tests.engagement.requests.conftest import DAY, NOW
from tests.factories import MembershipFactory, PromiseFactory, TouchpointFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def promise(member, manager):
    return PromiseFactory(membership=member, owner=manager)


def hand(promise, by, to, why="Knows the printer"):
    return promises.hand_over(promise=promise, by=by, owner=to, why=why, now=NOW)


def test_it_is_kept_from_whom_to_whom_and_why(promise, manager, admin):
    hand(promise, manager, admin)
    hand(promise, admin, manager, "Back from leave")

    kept = [(one.before, one.after, one.by, one.why) for one in promise.hand_overs.all()]
    assert kept == [
        (manager, admin, manager, "Knows the printer"),
        (admin, manager, admin, "Back from leave"),
    ]
    assert Promise.objects.get().owner == manager


@pytest.mark.parametrize("why", ["", "  "])
def test_handing_over_says_why(promise, manager, admin, why):
    with pytest.raises(Refused) as refusal:
        hand(promise, manager, admin, why)

    assert refusal.value.field == "why"
    assert Promise.objects.get().owner == manager


def test_nobody_hands_it_to_who_has_it(promise, manager):
    with pytest.raises(Refused):
        hand(promise, manager, manager)
    with pytest.raises(IntegrityError), transaction.atomic():
        PromiseHandOver.objects.create(
            promise=promise,
            membership=promise.membership,
            before=manager,
            after=manager,
            by=manager,
            why="x",
            at=NOW,
        )

    assert not PromiseHandOver.objects.exists()


def test_what_is_settled_is_not_handed_over(promise, manager, admin):
    promises.keep(promise=promise, by=manager, now=NOW)

    with pytest.raises(Refused):
        hand(promise, manager, admin)

    assert not PromiseHandOver.objects.exists()


@pytest.mark.parametrize("side", ["us", "them"])
def test_either_side_promises_in_an_exchange(member, manager, side):
    touch = TouchpointFactory(member, by=manager)

    made = promises.make(
        membership=member, by=manager, text="Film it", due_on=DAY, made_by=side, made_in=touch
    )

    assert (made.made_by, made.made_in) == (side, touch)


def test_an_exchange_with_somebody_else_is_refused(member, manager):
    touch = TouchpointFactory(MembershipFactory(program=member.program), by=manager)

    with pytest.raises(Refused) as refusal:
        promises.make(membership=member, by=manager, text="Film it", due_on=DAY, made_in=touch)

    assert refusal.value.field == "made_in"
    assert not Promise.objects.exists()
