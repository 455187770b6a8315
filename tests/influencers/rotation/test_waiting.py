"""Who waits, in which order, and why in this one."""

import datetime as dt

import pytest

from influencers.actions import memberships, waiting
from influencers.models import WaitingPlace
from influencers.refusals import NotAllowed, Refused
from tests.factories import AdvocateFactory, MembershipFactory
from tests.factories.memberships import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(program, staff):
    """Three prospects on the list: Ana, Ben, Cleo."""
    members = [
        MembershipFactory(program=program, advocate=AdvocateFactory(name=n)) for n in ("Ana", "Ben", "Cleo")
    ]
    return [waiting.add(membership=one, by=staff, now=NOW, because="Asked in spring.") for one in members]


def order(program):
    rows = waiting.open_places(program.pk).order_by("place", "id").select_related("membership__advocate")
    return [row.membership.advocate.name for row in rows]


def test_whoever_asks_comes_last(three, program):
    assert order(program) == ["Ana", "Ben", "Cleo"]
    assert three[0].since == dt.date(2026, 6, 1)


def test_the_order_is_changed_with_a_reason(three, program, manager):
    waiting.move(place=three[2], by=manager, to=1, because="Nobody here prints on cloth.")

    assert order(program) == ["Cleo", "Ana", "Ben"]
    assert WaitingPlace.objects.get(pk=three[2].pk).because == "Nobody here prints on cloth."


def test_anywhere_on_the_list_is_a_place(three, program, manager):
    waiting.move(place=three[0], by=manager, to=2, because="x")
    assert order(program) == ["Ben", "Ana", "Cleo"]

    waiting.move(place=WaitingPlace.objects.get(pk=three[1].pk), by=manager, to=3, because="x")
    assert order(program) == ["Ana", "Cleo", "Ben"]


@pytest.mark.parametrize(("to", "because"), [(1, " "), (0, "x"), (4, "x")])
def test_no_order_without_a_reason_and_no_place_that_is_none(three, program, manager, to, because):
    with pytest.raises(Refused):
        waiting.move(place=three[2], by=manager, to=to, because=because)

    assert order(program) == ["Ana", "Ben", "Cleo"]


def test_staff_adds_and_does_not_reorder(three, program, staff):
    with pytest.raises(NotAllowed):
        waiting.move(place=three[2], by=staff, to=1, because="x")

    assert order(program) == ["Ana", "Ben", "Cleo"]


def test_nobody_stands_on_it_twice(three, staff, program):
    with pytest.raises(Refused, match="on the waiting list already"):
        waiting.add(membership=three[0].membership, by=staff, now=NOW, because="Again.")

    assert len(order(program)) == 3


def test_a_member_does_not_wait(member, staff):
    with pytest.raises(Refused, match="in the program already"):
        waiting.add(membership=member, by=staff, now=NOW, because="x")

    assert not WaitingPlace.objects.exists()


def test_whoever_is_welcomed_leaves_the_list(three, program, manager):
    memberships.welcome(membership=three[0].membership, by=manager, now=NOW)

    assert order(program) == ["Ben", "Cleo"]
    assert WaitingPlace.objects.get(pk=three[0].pk).left_how == "welcomed"


def test_whoever_leaves_it_otherwise_is_told_why(three, program, staff):
    with pytest.raises(Refused, match="Say why they left"):
        waiting.leave(place=three[1], by=staff, now=NOW, how="declined", because="")
    assert len(order(program)) == 3

    waiting.leave(place=three[1], by=staff, now=NOW, how="declined", because="Works for a competitor now.")
    assert order(program) == ["Ana", "Cleo"]
