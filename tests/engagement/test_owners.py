"""Whoever sees to something has a part in the program: otherwise they would not even see that it waits for them."""

import pytest

from engagement.actions import asks, farewells, promises, requests
from influencers.actions import handovers
from influencers.actions.farewells import begin
from influencers.actions.handovers import Handing
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


def manager_of(member):
    return PostFactory(program=member.program, role=Post.Role.MANAGER).user


def asked_by_a_stranger(member, stranger):
    asks.ask(
        membership=member, by=member.owner, now=NOW, kind="quote", words="A line", wanted_by=TODAY,
        asked_by=stranger,
    )  # fmt: skip


def told_of_their_owner(member, stranger):
    new = PostFactory(program=member.program).user
    handing = Handing(member, new, "Rings on Mondays.")
    begun = handovers.begin(handing=handing, by=manager_of(member), now=NOW)
    handovers.tell(
        hand_over=begun, by=member.owner, now=NOW, told_on=TODAY, how="A call", told_by=stranger
    )  # fmt: skip


def told_of_their_farewell(member, stranger):
    going = begin(membership=member, by=manager_of(member), now=NOW, cause="rotation", reason="Her term ends")
    farewells.tell(
        farewell=going, by=member.owner, now=NOW, told_by=stranger, told_on=TODAY,
        not_in_person="They asked for a letter.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("say", "field"),
    [
        (asked_by_a_stranger, "asked_by"),
        (told_of_their_owner, "told_by"),
        (told_of_their_farewell, "told_by"),
    ],
)
def test_nobody_of_another_program_asked_or_told_them(member, say, field):
    with pytest.raises(Refused, match="has no part in this program") as refusal:
        say(member, PostFactory().user)

    assert refusal.value.field == field


def test_whoever_only_looks_on_may_have_asked_for_something(member):
    onlooker = PostFactory(program=member.program, role=Post.Role.VIEWER).user

    asked_by_a_stranger(member, onlooker)

    assert member.asks.get().asked_by == onlooker


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
