"""A review takes in everybody whose time ends in its period, and is closed when nobody is left hanging."""

import datetime as dt

import pytest

from influencers.actions import decisions, releasing, reviews
from influencers.models import Membership, RotationDecision, RotationReview
from influencers.refusals import NotAllowed, Refused
from tests.factories import AdvocateFactory, MembershipFactory
from tests.factories.memberships import NOW
from tests.factories.rotations import proposed, released, seconded

pytestmark = pytest.mark.django_db
JANUARY = {"starts_on": dt.date(2027, 1, 1), "ends_on": dt.date(2027, 2, 1)}


def begun(program, by, **fields):
    return reviews.begin(program=program, by=by, now=NOW, name="Winter", **{**JANUARY, **fields})


def another(program, name="Ben Cho", **columns):
    member = MembershipFactory(program=program, active=True, advocate=AdvocateFactory(name=name))
    Membership.objects.filter(pk=member.pk).update(**columns)
    member.refresh_from_db()
    return member


def names(review):
    rows = review.decisions.order_by("due_on", "id").select_related("membership__advocate")
    return [row.membership.advocate.name for row in rows]


def test_there_is_a_row_for_whom_the_term_ends_or_a_review_is_due(member, program, manager):
    another(program, "Ben Cho", term_ends_on=dt.date(2027, 1, 20))
    another(program, "Cleo Diaz", review_on=dt.date(2027, 1, 2))
    another(program, "Dan Eve", term_ends_on=dt.date(2027, 2, 1))
    another(program, "Fay Gil", term_ends_on=dt.date(2027, 3, 1), status=Membership.Status.PAUSED)

    assert names(begun(program, manager)) == ["Cleo Diaz", "Ana Ruiz", "Ben Cho"]


def test_the_evidence_begins_with_the_term(member, program, manager):
    row = begun(program, manager).decisions.get()

    assert (row.due_on, row.evidence_from) == (dt.date(2027, 1, 5), dt.date(2026, 1, 5))


def test_whose_day_has_passed_undecided_is_taken_in_unless_not_wanted(member, program, manager):
    another(program, "Ben Cho", term_ends_on=dt.date(2026, 12, 1))

    assert names(begun(program, manager)) == ["Ben Cho", "Ana Ruiz"]


def test_a_period_can_be_taken_strictly(member, program, manager):
    another(program, "Ben Cho", term_ends_on=dt.date(2026, 12, 1))

    assert names(begun(program, manager, overdue=False)) == ["Ana Ruiz"]


def test_who_leaves_already_is_not_in_it(member, program, manager):
    another(program, "Ben Cho", status=Membership.Status.LEAVING)

    assert names(begun(program, manager)) == ["Ana Ruiz"]


def test_a_decision_begun_without_a_review_joins_it(member, program, manager):
    decision = proposed(member)

    review = begun(program, manager)

    assert review.decisions.get() == decision


def test_nobody_stands_in_two_open_reviews(member, program, manager):
    begun(program, manager)

    with pytest.raises(Refused, match="No term ends in this period"):
        begun(program, manager)

    assert RotationReview.objects.count() == 1


def test_another_programs_people_are_not_in_it(member, program, manager):
    MembershipFactory(active=True)

    assert names(begun(program, manager)) == ["Ana Ruiz"]


def test_all_rows_are_made_in_a_few_statements(member, program, manager, django_assert_max_num_queries):
    for number in range(40):
        another(program, f"Person {number}")

    with django_assert_max_num_queries(24):
        review = begun(program, manager)

    assert review.decisions.count() == 41
    assert RotationDecision.history.count() == 41


def test_staff_begins_no_review(member, program, staff):
    with pytest.raises(NotAllowed):
        begun(program, staff)


def test_a_review_with_somebody_undecided_is_not_closed(member, program, manager):
    review = begun(program, manager)

    with pytest.raises(Refused, match="Ana Ruiz is still left hanging"):
        reviews.close(review=review, by=manager, now=NOW)

    assert RotationReview.objects.get().closed_at is None


def test_a_proposal_is_no_decision(member, program, manager):
    review = begun(program, manager)
    seconded(member)

    with pytest.raises(Refused, match="still left hanging"):
        reviews.close(review=review, by=manager, now=NOW)

    assert RotationReview.objects.get().closed_at is None


def test_it_is_closed_when_everybody_has_a_decision_and_somebody_who_tells_them(member, program, manager):
    review = begun(program, manager)
    released(member)

    reviews.close(review=review, by=manager, now=NOW)

    assert RotationReview.objects.get().closed_by == manager


def test_in_a_closed_review_nothing_is_taken_back_before_it_is_reopened(member, program, manager):
    review = begun(program, manager)
    decision = released(member)
    review = reviews.close(review=review, by=manager, now=NOW)

    with pytest.raises(Refused, match="Reopen the review first"):
        decisions.take_back(decision=decision, by=manager)
    assert RotationDecision.objects.get().outcome == "renew"

    reviews.reopen(review=review, by=manager)
    decisions.take_back(decision=decision, by=manager)
    assert RotationDecision.objects.get().outcome == ""


def test_all_that_was_read_is_released_at_once(member, program, manager):
    unread = another(program)
    review = begun(program, manager)
    seconded(member)
    proposed(unread)

    assert releasing.release_all(review=review, by=manager, now=NOW) == (1, 0)

    assert review.decisions.get(membership=unread).released_at is None
    row = review.decisions.get(membership=member)
    assert (row.released_by, row.teller, row.tell_by) == (manager, member.owner, dt.date(2026, 6, 15))
    assert row.history.filter(history_change_reason="released", history_user=manager).count() == 1


def test_nothing_read_is_nothing_to_release(member, program, manager):
    review = begun(program, manager)

    with pytest.raises(Refused, match="nothing to release"):
        releasing.release_all(review=review, by=manager, now=NOW)


def test_whose_time_still_ends_in_the_period_is_not_taken_out(member, program, manager):
    decision = begun(program, manager).decisions.get()

    with pytest.raises(Refused, match="decide"):
        reviews.take_out(decision=decision, by=manager)

    assert RotationDecision.objects.count() == 1


def test_who_was_renewed_meanwhile_can_be_taken_out(member, program, manager):
    decision = begun(program, manager).decisions.get()
    Membership.objects.filter(pk=member.pk).update(term_ends_on=dt.date(2028, 1, 5))

    reviews.take_out(decision=decision, by=manager)

    assert not RotationDecision.objects.exists()
