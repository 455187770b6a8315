"""Nobody is left hanging: no owner, no role, no next date."""

import pytest

from influencers.models import Membership, Role
from tests.engagement.watch.seeing import DAY, ONE, change, seen, settled
from tests.factories import MembershipFactory, PostFactory, UserFactory
from tests.factories.memberships import handed_over

pytestmark = pytest.mark.django_db
WELCOME = 14
KINDS = ["no_owner", "no_role", "no_date"]


def welcoming(days):
    """Return somebody who joined so many days ago, with nothing settled."""
    return MembershipFactory(status=Membership.Status.WELCOMING, joined_on=DAY - days * ONE)


@pytest.mark.parametrize("kind", KINDS)
def test_a_welcome_has_its_days(kind):
    assert seen(kind, welcoming(WELCOME)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_after_them_somebody_unsettled_is_in_limbo(kind):
    assert seen(kind, welcoming(WELCOME + 1)) == [(0, 0, DAY)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_settled_member_is_not(kind):
    assert seen(kind, settled()) == []


@pytest.mark.parametrize("kind", KINDS)
def test_nor_is_a_prospect(kind):
    assert seen(kind, MembershipFactory()) == []


def test_an_owner_without_a_post_in_the_program_is_none():
    member = settled()
    handed_over(member, UserFactory())

    assert seen("no_owner", member) == [(0, 0, DAY)]


def test_nor_is_one_who_may_not_log_in():
    member = settled()
    handed_over(member, PostFactory(program=member.program, user__is_active=False).user)

    assert seen("no_owner", member) == [(0, 0, DAY)]


def test_who_is_leaving_still_needs_somebody_to_say_farewell():
    member = settled(status=Membership.Status.LEAVING, owner=None)

    assert len(seen("no_owner", member)) == 1


def untold(member, since):
    """Make the member's role one that nobody told them."""
    Role.objects.filter(pk=member.role_id).update(since=since, told_on=None, told_by=None, told_how="")
    return member


def test_a_role_is_told_within_the_days_of_a_welcome():
    assert seen("no_role", untold(settled(), DAY - WELCOME * ONE)) == []


def test_a_role_that_was_never_told_is_unclear():
    assert seen("no_role", untold(settled(), DAY - (WELCOME + 1) * ONE)) == [(0, 0, DAY)]


def test_who_is_leaving_needs_no_role():
    member = settled(status=Membership.Status.LEAVING, role=None)

    assert seen("no_role", member) == []


def test_a_term_that_has_ended_is_no_next_date():
    assert seen("no_date", settled(term_ends_on=DAY)) == [(0, 0, DAY)]


def test_a_review_ahead_is_one():
    assert seen("no_date", settled(term_ends_on=DAY, review_on=DAY)) == []


def test_a_review_that_has_passed_is_none():
    member = settled(term_ends_on=DAY - 9 * ONE, review_on=DAY - 3 * ONE)

    assert seen("no_date", member) == [(0, 0, DAY - 2 * ONE)]


def test_somebody_paused_without_any_date_is_in_limbo_as_of_today():
    member = settled()
    member.terms.all().delete()
    change(member, status=Membership.Status.PAUSED, term_ends_on=None)

    assert seen("no_date", member) == [(0, 0, DAY)]
