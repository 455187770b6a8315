"""What was given, by tier, channel, reach and tenure."""

import datetime as dt

import pytest

from engagement.insights.fairness.period import period_of
from engagement.insights.fairness.value import value_by
from influencers.models import Grant, Perk
from tests.engagement.fairness.deciding import decided
from tests.factories import AccountFactory, MembershipFactory, TierFactory
from tests.factories.memberships import NOW

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
DAY = dt.timedelta(days=1)


@pytest.fixture
def member():
    return MembershipFactory(active=True)


def give(member, value, day=TODAY, **fields):
    perk = Perk.objects.create(
        program=member.program, name=f"Kit {Perk.objects.count()}", kind="sample", value=value
    )
    return Grant.objects.create(
        perk=perk, membership=member, reason="x", given_by=member.owner, given_on=day, value=value, **fields
    )


def groups(member, place):
    comparison = value_by(member.program, period_of(member.program, "year", TODAY))[place]
    return [(group.label, group.people, group.got, group.value) for group in comparison.groups]


def test_perks_and_what_requests_were_granted_beside_them_count_once(member):
    grant = give(member, 100)
    decided(member, 9, 3, NOW, grant=grant)
    decided(member, 9, 3, NOW)
    give(member, 7, day=TODAY - 400 * DAY)
    give(member, 50, withdrawn_on=TODAY, withdrawn_by=member.owner, withdrawn_because="Came back")

    assert groups(member, 0) == [("No tier", 1, 1, 1000)]


def test_members_are_told_apart_by_tier_channel_reach_and_tenure(member):
    other = MembershipFactory(program=member.program, active=True)
    gold = TierFactory(program=member.program, name="Gold")
    type(member).objects.filter(pk=member.pk).update(tier=gold, joined_on=TODAY - 800 * DAY)
    AccountFactory(advocate=member.advocate, platform="youtube", followers=30_000)
    AccountFactory(advocate=member.advocate, platform="x", followers=25_000)
    AccountFactory(advocate=other.advocate, platform="x", followers=None)
    give(member, 40)

    assert groups(member, 0) == [("Gold", 1, 1, 40), ("No tier", 1, 0, 0)]
    assert groups(member, 1) == [("X", 1, 0, 0), ("YouTube", 1, 1, 40)]
    assert groups(member, 2) == [("under 1,000 followers", 1, 0, 0), ("50,000 to 250,000", 1, 1, 40)]
    assert groups(member, 3) == [("in the first year", 1, 0, 0), ("2 to 4 years", 1, 1, 40)]


def test_who_was_not_in_the_program_then_is_left_out(member):
    MembershipFactory(program=member.program)

    assert groups(member, 0) == [("No tier", 1, 0, 0)]
