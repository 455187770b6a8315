"""Handing somebody over, and what ends it."""

import datetime as dt

import pytest

from engagement.actions import handovers, messages, touchpoints
from engagement.models import FirstWord
from influencers.actions import handovers as handing
from influencers.actions import memberships
from influencers.actions.handovers import Handing
from influencers.models import HandOver, Membership, Post
from influencers.refusals import NotAllowed, Refused
from tests.engagement.handovers.conftest import LATER
from tests.factories import (
    MembershipFactory,
    PostFactory,
    ProgramFactory,
    PromiseFactory,
    RequestFactory,
    TouchpointFactory,
    UserFactory,
)
from tests.factories.memberships import NOW

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def owner(member):
    return Membership.objects.get(pk=member.pk).owner


def met(hand_over):
    hand_over.refresh_from_db()
    return hand_over.closed_how


def test_the_new_owner_looks_after_them_from_now_on(hand_over, member, new):
    assert owner(member) == new
    assert (hand_over.closed_at, hand_over.told_on) == (None, None)


def test_what_is_open_goes_along(member, new, manager):
    theirs, others = PromiseFactory(membership=member, owner=member.owner), PromiseFactory(membership=member)
    wish = RequestFactory(membership=member, owner=member.owner)

    handovers.begin(handing=Handing(member, new, "Rings on Mondays."), by=manager, now=NOW)

    for row, whose in ((theirs, new), (wish, new), (others, others.owner)):
        row.refresh_from_db()
        assert row.owner == whose


def test_a_call_noted_for_the_day_of_the_handing_over_ends_it_on_the_other_side_of_the_date_line():
    program = ProgramFactory(time_zone="Pacific/Auckland")
    member = MembershipFactory(active=True, program=program)
    new = PostFactory(program=program).user
    afternoon = dt.datetime(
        2026, 6, 2, 3, 0, tzinfo=dt.UTC
    )  # 15:00 there; 11:00 is the day before in Greenwich
    manager = PostFactory(program=program, role=Post.Role.MANAGER).user
    begun = handovers.begin(handing=Handing(member, new, "Rings on Mondays."), by=manager, now=afternoon)

    TouchpointFactory(
        member, by=new, happened_at=dt.datetime(2026, 6, 1, 23, 0, tzinfo=dt.UTC), now=afternoon
    )

    assert met(begun) == HandOver.Closed.MET
    assert begun.told_on == dt.date(2026, 6, 2)


@pytest.mark.parametrize("what", ["", "  "])
def test_what_to_know_is_said(member, new, manager, what):
    before = member.owner

    with pytest.raises(Refused, match="has to know"):
        handovers.begin(handing=Handing(member, new, what), by=manager, now=NOW)

    assert owner(member) == before
    assert not HandOver.objects.exists()


def test_a_stranger_to_the_program_takes_nobody_over(member, manager):
    with pytest.raises(Refused, match="no part in this program"):
        handovers.begin(handing=Handing(member, UserFactory(), "Rings."), by=manager, now=NOW)


def test_staff_hand_nobody_over(member, new):
    with pytest.raises(NotAllowed):
        handovers.begin(handing=Handing(member, new, "Rings."), by=new, now=NOW)


def test_an_owner_is_not_simply_replaced(member, new, manager):
    with pytest.raises(Refused, match="Hand them over"):
        memberships.set_owner(membership=member, by=manager, owner=new)

    assert owner(member) != new


def test_a_lunch_with_the_new_owner_ends_it_and_tells(hand_over, member, new):
    TouchpointFactory(member, by=new, kind="lunch", happened_at=LATER)

    assert met(hand_over) == "met"
    assert (hand_over.told_by, hand_over.told_on, hand_over.told_how) == (new, LATER.date(), "Lunch")
    assert FirstWord.objects.get().hand_over == hand_over


def test_a_message_of_theirs_ends_it_too(hand_over, member, new):
    words = "Ana, Ruth says you were right about the print quality of the spring posters: I have the new paper here."

    messages.write(membership=member, by=new, words=words, now=LATER)

    assert met(hand_over) == "met"


@pytest.mark.parametrize(
    "touch",
    [
        {"kind": "like", "direction": "out", "words": ""},
        {"kind": "message", "direction": "in", "words": "Hm."},
    ],
)
def test_a_like_or_a_word_of_theirs_does_not(hand_over, member, new, touch):
    TouchpointFactory(member, by=new, happened_at=LATER, **touch)

    assert met(hand_over) == ""


def test_nor_does_a_lunch_with_somebody_else(hand_over, member, manager):
    TouchpointFactory(member, by=manager, kind="lunch", happened_at=LATER)

    assert met(hand_over) == ""


def test_nor_one_from_before_it_began(hand_over, member, new):
    TouchpointFactory(member, by=new, kind="lunch", happened_at=NOW - 3 * DAY)

    assert met(hand_over) == ""


def test_what_was_told_before_stays_as_it_was(hand_over, member, new, manager):
    handing.tell(hand_over=hand_over, by=manager, now=LATER, told_on=NOW.date(), how="By phone")

    TouchpointFactory(member, by=new, kind="lunch", happened_at=LATER)

    assert met(hand_over) == "met"
    assert hand_over.told_how == "By phone"


def test_a_first_word_that_is_taken_back_opens_it_again(hand_over, member, new):
    touch = TouchpointFactory(member, by=new, kind="lunch", happened_at=LATER)

    touchpoints.remove(touchpoint=touch, by=new, now=LATER)

    assert met(hand_over) == ""
    assert (hand_over.closed_at, hand_over.told_on) == (None, None)


def test_a_second_one_passes_the_first_on(hand_over, member, manager, program):
    third = PostFactory(program=program).user
    member.refresh_from_db()

    second = handovers.begin(handing=Handing(member, third, "As before."), by=manager, now=LATER)

    assert met(hand_over) == "passed_on"
    assert (second.from_owner, owner(member)) == (hand_over.to_owner, third)


def test_all_of_them_or_none(member, new, manager, program):
    other = MembershipFactory(program=program, active=True)
    handings = [Handing(member, new, "Rings."), Handing(other, new, "")]

    with pytest.raises(Refused):
        handovers.begin_all(handings=handings, by=manager, now=NOW)

    assert owner(member) != new
    assert not HandOver.objects.exists()


def test_who_has_handed_everybody_over_may_go(member, new, manager, program):
    leaving = member.owner
    handovers.begin(handing=Handing(member, new, "Rings."), by=manager, now=NOW)

    program.posts.filter(user=leaving).delete()
    type(leaving).objects.filter(pk=leaving.pk).update(is_active=False)

    assert not type(leaving).objects.get(pk=leaving.pk).is_active
