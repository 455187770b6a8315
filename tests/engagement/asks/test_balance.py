"""What somebody got and what we asked of them, on their page."""

import datetime as dt
from decimal import Decimal

import pytest

from engagement.insights.profile.balance import balance
from influencers.models import Grant, Perk
from tests.factories import AskFactory, MembershipFactory, RequestFactory, TouchpointFactory
from tests.factories.memberships import NOW

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture
def member():
    return MembershipFactory(active=True)


def given(member, value, day=TODAY):
    perk = Perk.objects.create(
        program=member.program, name=f"Kit {Perk.objects.count()}", kind="sample", value=value
    )
    return Grant.objects.create(
        perk=perk, membership=member, reason="x", given_by=member.owner, given_on=day, value=value
    )


def test_it_counts_what_they_got_and_what_we_asked_in_one_statement(member, django_assert_num_queries):
    given(member, Decimal("40.50"))
    given(member, 60)
    given(member, 9, day=TODAY - dt.timedelta(days=800))
    RequestFactory(membership=member)
    AskFactory(membership=member, wanted_by=dt.date(2026, 4, 1))
    AskFactory(membership=member, wanted_by=dt.date(2026, 7, 1), delivered_on=TODAY)
    AskFactory(membership=member, state="withdrawn", withdrawn_because="No fair")
    TouchpointFactory(member)

    with django_assert_num_queries(1):
        found = balance(member, TODAY)

    gave = found.gave
    assert (gave.grants, gave.worth, gave.requested, gave.granted) == (2, Decimal("100.5"), 1, 0)
    assert (gave.asked, gave.delivered, gave.thanked, gave.still_open) == (2, 1, 0, 1)
    assert (found.theirs, found.ours) == (1, 1)


def test_of_somebody_else_nothing_counts(member):
    AskFactory(membership=MembershipFactory(program=member.program, active=True))

    assert not balance(member, TODAY).gave.is_anything
