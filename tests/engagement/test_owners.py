"""Whoever sees to something has a part in the program: otherwise they would not even see that it waits for them."""

import pytest

from engagement.actions import asks, promises, requests
from influencers.models import Post
from influencers.refusals import Refused
from tests.factories import AskFactory, MembershipFactory, PostFactory, PromiseFactory, RequestFactory
from tests.factories.memberships import NOW

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture
def member():
    return MembershipFactory(active=True)


def make(member, owner):
    promises.make(membership=member, by=member.owner, text="A sample", due_on=TODAY, owner=owner)


def hand_promise(member, owner):
    promises.hand_over(
        promise=PromiseFactory(membership=member), by=member.owner, owner=owner, why="On leave", now=NOW
    )


def submit(member, owner):
    requests.submit(membership=member, by=member.owner, words="May I try it?", now=NOW, owner=owner)


def hand_request(member, owner):
    wish = RequestFactory(membership=member)
    requests.hand_over(advocate_request=wish, by=member.owner, owner=owner, due_on=TODAY, now=NOW)


def ask(member, owner):
    asks.ask(
        membership=member,
        by=member.owner,
        now=NOW,
        kind="quote",
        words="A line",
        wanted_by=TODAY,
        owner=owner,
    )


def hand_ask(member, owner):
    asks.hand_over(ask=AskFactory(membership=member), by=member.owner, owner=owner)


@pytest.mark.parametrize("give", [make, hand_promise, submit, hand_request, ask, hand_ask])
@pytest.mark.parametrize("role", ["elsewhere", "viewer"])
def test_nobody_gets_what_they_cannot_see_to(member, give, role):
    colleague = (
        PostFactory().user
        if role == "elsewhere"
        else PostFactory(program=member.program, role=Post.Role.VIEWER).user
    )

    with pytest.raises(Refused, match="has no part in this program") as refusal:
        give(member, colleague)

    assert refusal.value.field == "owner"


def test_what_is_over_has_no_new_day_and_no_new_owner(member):
    kept = promises.keep(promise=PromiseFactory(membership=member), by=member.owner, now=NOW)
    ask = asks.withdraw(ask=AskFactory(membership=member), by=member.owner, because="Too late")

    with pytest.raises(Refused, match="settled already"):
        promises.move(promise=kept, by=member.owner, due_on=TODAY, now=NOW)
    with pytest.raises(Refused, match="already"):
        asks.hand_over(ask=ask, by=member.owner, owner=PostFactory(program=member.program).user)


def test_nothing_is_wanted_by_a_day_that_is_over(member):
    row = AskFactory(membership=member)

    with pytest.raises(Refused, match="This day is over") as refusal:
        asks.move(ask=row, by=member.owner, now=NOW, wanted_by=TODAY.replace(year=2025))

    assert refusal.value.field == "wanted_by"
