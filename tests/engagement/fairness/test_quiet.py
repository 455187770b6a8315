"""Quiet advocates: who gives most, asks least, and was not thanked lately."""

import datetime as dt
from collections import Counter

import pytest

from engagement.insights.fairness.decisions import asked_in
from engagement.insights.fairness.period import period_of
from engagement.insights.fairness.quiet import quiet_advocates
from engagement.models import Promise
from influencers.models import Grant, Perk
from tests.factories import AskFactory, MembershipFactory, PromiseFactory, RequestFactory, TouchpointFactory
from tests.factories.memberships import NOW

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
DAY = dt.timedelta(days=1)


@pytest.fixture
def program():
    return MembershipFactory(active=True).program


@pytest.fixture
def giving(program):
    """Somebody who spoke five times."""
    return spoke(MembershipFactory(program=program, active=True), 5)


def spoke(member, times, direction="in"):
    for place in range(times):
        TouchpointFactory(
            member,
            direction=direction,
            kind="call" if direction == "both" else "message",
            happened_at=NOW - (20 + place) * DAY,
        )
    return member


def found(program):
    period = period_of(program, "year", TODAY)
    return quiet_advocates(program, period, TODAY, Counter(asked_in(program, period).members))


def test_who_gives_more_comes_first(program, giving):
    more = spoke(MembershipFactory(program=program, active=True), 3)
    AskFactory(membership=more, delivered_on=TODAY - 20 * DAY)
    PromiseFactory(
        membership=more, made_by="them", state=Promise.State.KEPT, settled_at=NOW - DAY, settled_by=more.owner
    )

    listed = found(program)

    assert [one.member for one in listed] == [more, giving]
    assert (listed[0].points, listed[0].exchanges, listed[0].kept, listed[0].delivered) == (11, 3, 1, 1)
    assert listed[1].points == 5


def test_asking_takes_points(program, giving):
    RequestFactory(membership=giving, asked_on=TODAY - DAY)

    [one] = found(program)

    assert (one.points, one.requests) == (2, 1)


def test_who_asks_more_than_they_give_is_not_quiet(program, giving):
    for _ in range(2):
        RequestFactory(membership=giving, asked_on=TODAY - DAY)

    assert found(program) == ()


def test_where_only_we_spoke_they_gave_nothing(program):
    spoke(MembershipFactory(program=program, active=True), 5, direction="both")
    member = MembershipFactory(program=program, active=True)
    for place in range(5):
        TouchpointFactory(member, kind="gift", direction="out", happened_at=NOW - (200 + place) * DAY)

    assert [one.points for one in found(program)] == [5]


@pytest.mark.parametrize(("ago", "quiet"), [(89, False), (90, False), (91, True)])
def test_a_perk_is_thanks_for_ninety_days(program, giving, ago, quiet):
    perk = Perk.objects.create(program=program, name="Kit", kind="sample")
    day = TODAY - ago * DAY
    Grant.objects.create(perk=perk, membership=giving, reason="x", given_by=giving.owner, given_on=day)

    listed = found(program)

    assert bool(listed) is quiet
    assert not quiet or listed[0].thanked == day


def test_a_gift_of_ours_is_thanks(program, giving):
    TouchpointFactory(giving, kind="gift", direction="out", happened_at=NOW - 3 * DAY)

    assert found(program) == ()


def test_a_thank_you_for_what_we_asked_is_thanks(program, giving):
    touch = TouchpointFactory(giving, direction="both", happened_at=NOW - 3 * DAY)
    AskFactory(membership=giving, delivered_on=TODAY - 9 * DAY, state="thanked", thanked_in=touch)

    assert found(program) == ()


def test_who_has_left_is_not_listed(program, giving):
    type(giving).objects.filter(pk=giving.pk).update(status="leaving")

    assert found(program) == ()
