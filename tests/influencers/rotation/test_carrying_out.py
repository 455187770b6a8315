"""What was decided is done: after it was told, and as it was decided."""

import datetime as dt

import pytest

from influencers.actions import carrying_out, decisions, farewells
from influencers.models import Membership, RotationDecision
from influencers.refusals import Refused
from tests.factories.memberships import NOW
from tests.factories.rotations import proposed, released, told

pytestmark = pytest.mark.django_db


def carry_out(decision, by, **details):
    return carrying_out.carry_out(decision=decision, by=by, now=NOW + dt.timedelta(days=2), **details)


def fresh(member):
    return Membership.objects.get(pk=member.pk)


def test_renewing_adds_a_term(member, manager):
    carry_out(told(member), manager)

    assert fresh(member).term_ends_on == dt.date(2028, 1, 5)
    assert RotationDecision.objects.get().carried_out_by == manager


def test_a_proposal_is_not_carried_out(member, manager):
    with pytest.raises(Refused, match="This is a proposal"):
        carry_out(proposed(member), manager)

    assert fresh(member).term_ends_on == dt.date(2027, 1, 5)


def test_nobody_learns_of_a_renewal_from_a_date_in_a_list(member, manager):
    with pytest.raises(Refused, match="They hear it first"):
        carry_out(released(member), manager)

    assert fresh(member).term_ends_on == dt.date(2027, 1, 5)


def test_it_is_done_once(member, manager):
    decision = told(member)
    carry_out(decision, manager)

    with pytest.raises(Refused, match="carried out already"):
        carry_out(RotationDecision.objects.get(), manager)

    assert member.terms.count() == 2


def test_a_new_role_is_a_new_statement_and_another_term(member, manager):
    before = member.role

    carry_out(
        told(member, outcome="new_role"), manager, title="Mentor", statement="Meets newcomers once a month."
    )

    after = fresh(member)
    assert after.role.title == "Mentor"
    assert after.term_ends_on == dt.date(2028, 1, 5)
    assert list(member.roles.order_by("id")) == [before, after.role]


def test_a_new_role_needs_its_statement(member, manager):
    with pytest.raises(Refused, match="its statement"):
        carry_out(told(member, outcome="new_role"), manager, title="Mentor")

    assert fresh(member).role == member.role
    assert member.terms.count() == 1


def test_a_pause_says_when_it_is_looked_at_again(member, manager):
    decision = told(member, outcome="pause")

    with pytest.raises(Refused, match="look at it again"):
        carry_out(decision, manager)
    assert fresh(member).status == "active"

    carry_out(decision, manager, review_on=dt.date(2026, 9, 1))
    assert (fresh(member).status, fresh(member).review_on) == ("paused", dt.date(2026, 9, 1))


@pytest.mark.parametrize("outcome", ["alumni", "end"])
def test_leaving_begins_the_farewell_in_which_they_are_told(member, manager, outcome):
    carry_out(released(member, outcome=outcome), manager)

    assert fresh(member).status == "leaving"
    assert member.farewells.get().reason == "She tells us the truth."


def test_a_farewell_that_has_begun_keeps_its_decision(member, manager):
    decision = carry_out(released(member, outcome="alumni"), manager)

    with pytest.raises(Refused, match="Call it off first"):
        decisions.take_back(decision=decision, by=manager)

    assert RotationDecision.objects.get().outcome == "alumni"


def test_who_was_due_for_review_in_the_middle_of_a_term_gets_another_day(member, manager):
    decision = told(member)
    RotationDecision.objects.filter(pk=decision.pk).update(due_on=dt.date(2026, 6, 3))
    decision.refresh_from_db()

    carry_out(decision, manager, review_on=dt.date(2026, 11, 2))

    assert (fresh(member).review_on, member.terms.count()) == (dt.date(2026, 11, 2), 1)


def test_a_decision_whose_farewell_was_called_off_can_be_taken_back(member, manager):
    decision = released(member, outcome="alumni", by=manager)
    carry_out(decision, manager)
    farewells.call_off(farewell=member.farewells.get(), by=manager, now=NOW)

    again = decisions.take_back(decision=RotationDecision.objects.get(), by=manager)

    assert again.outcome == ""
