"""Asking, and what becomes of it."""

import datetime as dt

import pytest

from engagement.actions import asks
from engagement.models import Ask
from influencers.models import Post
from influencers.refusals import Conflict, NotAllowed, Refused
from tests.factories import AskFactory, MembershipFactory, PostFactory, TouchpointFactory
from tests.factories.memberships import NOW

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
DAY = dt.timedelta(days=1)


@pytest.fixture
def member():
    return MembershipFactory(active=True)


def asked(member, **changes):
    given = {"kind": "quote", "words": "Two sentences", "wanted_by": TODAY + 10 * DAY, **changes}
    return asks.ask(membership=member, by=member.owner, now=NOW, **given)


def test_an_ask_has_an_owner_and_a_day(member):
    row = asked(member)

    assert (row.owner, row.asked_by, row.asked_on, row.state) == (member.owner, member.owner, TODAY, "asked")
    assert row.history.get().history_user == member.owner


def test_a_viewer_asks_for_nothing(member):
    viewer = PostFactory(program=member.program, role=Post.Role.VIEWER).user

    with pytest.raises(NotAllowed):
        asks.ask(membership=member, by=viewer, now=NOW, kind="quote", words="x", wanted_by=TODAY)

    assert not Ask.objects.exists()


@pytest.mark.parametrize("status", ["alumni", "ended", "not_joined"])
def test_nothing_is_asked_of_who_is_not_in_the_program(member, status):
    member.status = status

    with pytest.raises(Refused):
        asked(member)

    assert not Ask.objects.exists()


def test_a_day_that_is_over_is_refused(member):
    with pytest.raises(Refused) as refusal:
        asked(member, wanted_by=TODAY - DAY)

    assert refusal.value.field == "wanted_by"


def test_one_more_than_agreed_in_a_quarter_needs_a_reason(member):
    for place in range(2):
        AskFactory(membership=member, wanted_by=dt.date(2026, 7, 1) + place * 30 * DAY)
    late = dt.date(2026, 9, 29)

    with pytest.raises(Refused) as refusal:
        asked(member, wanted_by=late, collides_because="Agreed with Lena")

    assert refusal.value.field == "over_cap_because"
    assert "2 things" in str(refusal.value)
    assert Ask.objects.count() == 2
    row = asked(
        member, wanted_by=late, collides_because="Agreed with Lena", over_cap_because="She offered it."
    )
    assert row.over_cap_because == "She offered it."


def test_the_next_quarter_counts_anew(member):
    for place in range(2):
        AskFactory(membership=member, wanted_by=dt.date(2026, 7, 1) + place * 30 * DAY, state="declined",
                   their_words="No", answered_on=TODAY)  # fmt: skip

    assert asked(member, wanted_by=dt.date(2026, 10, 1)).over_cap_because == ""


def test_what_was_taken_back_does_not_count(member):
    for place in range(2):
        AskFactory(
            membership=member, wanted_by=TODAY + place * DAY, state="withdrawn", withdrawn_because="No fair"
        )

    assert asked(member, wanted_by=TODAY + 2 * DAY).pk


def test_another_open_ask_is_shown_with_who_and_what(member):
    other = AskFactory(membership=member, kind="talk", department="sales", wanted_by=TODAY + 90 * DAY)

    with pytest.raises(Refused) as refusal:
        asked(member)

    assert refusal.value.field == "collides_because"
    assert all(part in str(refusal.value) for part in ("A talk", other.owner.name, "Sales"))
    assert Ask.objects.count() == 1
    assert asked(member, collides_because="Lena knows; it is one trip.").collides_because


@pytest.mark.parametrize(("days", "collides"), [(20, True), (21, False)])
def test_what_is_settled_collides_within_the_programs_days(member, days, collides):
    touch = TouchpointFactory(member, happened_at=NOW)
    AskFactory(membership=member, wanted_by=TODAY + 40 * DAY, state="thanked", answered_on=TODAY,
               delivered_on=TODAY, thanked_in=touch)  # fmt: skip

    if collides:
        with pytest.raises(Refused):
            asked(member, wanted_by=TODAY + 40 * DAY + days * DAY)
    else:
        assert asked(member, wanted_by=TODAY + 40 * DAY + days * DAY).collides_because == ""


def test_a_sentence_nobody_needs_is_not_kept(member):
    row = asked(member, collides_because="Just in case", over_cap_because="Just in case")

    assert (row.collides_because, row.over_cap_because) == ("", "")


def test_yes_delivered_thanked(member):
    row = asked(member)
    asks.agree(ask=row, by=member.owner, now=NOW, their_words="Gladly")
    asks.deliver(ask=row, by=member.owner, now=NOW + 3 * DAY, link="https://example.org/quote")
    touch = TouchpointFactory(member, happened_at=NOW + 4 * DAY)

    asks.thank(ask=row, by=member.owner, now=NOW + 5 * DAY, thanked_in=touch)

    row.refresh_from_db()
    assert (row.state, row.thanked_in, row.delivered_on) == ("thanked", touch, TODAY + 3 * DAY)


def test_a_no_is_kept_in_their_words(member):
    row = asked(member)

    with pytest.raises(Refused) as refusal:
        asks.decline(ask=row, by=member.owner, now=NOW, their_words=" ")

    row.refresh_from_db()
    assert (row.state, refusal.value.field) == ("asked", "their_words")
    asks.decline(ask=row, by=member.owner, now=NOW, their_words="Not before the fair")
    assert (row.state, row.their_words) == ("declined", "Not before the fair")


def test_nobody_delivers_what_they_have_not_agreed_to(member):
    row = asked(member)

    with pytest.raises(Refused):
        asks.deliver(ask=row, by=member.owner, now=NOW)

    row.refresh_from_db()
    assert row.state == "asked"


@pytest.mark.parametrize("whose", ["somebody else's", "theirs", "before"])
def test_they_are_thanked_by_an_exchange_of_ours_with_them_afterwards(member, whose):
    row = AskFactory(membership=member, delivered_on=TODAY)
    person = MembershipFactory(program=member.program, active=True) if whose == "somebody else's" else member
    when = NOW - 2 * DAY if whose == "before" else NOW + DAY
    touch = TouchpointFactory(person, direction="in" if whose == "theirs" else "both", happened_at=when)

    with pytest.raises(Refused) as refusal:
        asks.thank(ask=row, by=member.owner, now=NOW + 2 * DAY, thanked_in=touch)

    row.refresh_from_db()
    assert (row.state, refusal.value.field) == ("delivered", "thanked_in")


def test_we_take_back_what_we_do_not_need_and_say_why(member):
    row = asked(member)

    with pytest.raises(Refused):
        asks.withdraw(ask=row, by=member.owner, because="")
    row.refresh_from_db()
    asks.withdraw(ask=row, by=member.owner, because="The catalog comes in autumn.")

    assert row.state == "withdrawn"


def test_another_day_heeds_the_same_limits(member):
    row = asked(member, wanted_by=dt.date(2026, 6, 20))
    for place in range(2):
        AskFactory(membership=member, wanted_by=dt.date(2026, 8, 1) + place * DAY)

    with pytest.raises(Refused) as refusal:
        asks.move(ask=row, by=member.owner, now=NOW, wanted_by=dt.date(2026, 9, 20))

    row.refresh_from_db()
    assert (row.wanted_by, refusal.value.field) == (dt.date(2026, 6, 20), "over_cap_because")


def test_two_answers_at_once_one_wins(member):
    row = asked(member)
    mine, theirs = Ask.objects.get(pk=row.pk), Ask.objects.get(pk=row.pk)
    asks.agree(ask=theirs, by=member.owner, now=NOW)

    with pytest.raises(Conflict):
        asks.decline(ask=mine, by=member.owner, now=NOW, their_words="No", seen=row.version)

    row.refresh_from_db()
    assert row.state == "agreed"
