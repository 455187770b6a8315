"""Terms that end, decisions that are late, decisions nobody was told of."""

import datetime as dt

import pytest

from engagement.models import Telling
from influencers.models import Membership, RotationDecision
from tests.engagement.watch.seeing import DAY, ONE, at, seen, settled
from tests.factories import TouchpointFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("days", "threshold"),
    [(90, 90), (61, 90), (60, 60), (31, 60), (30, 30), (8, 30), (7, 7), (0, 7), (-3, 7)],
)
def test_a_rotation_is_due_at_the_nearest_step(days, threshold):
    ends = DAY + days * ONE
    member = settled(term_ends_on=ends)

    assert seen("rotation_due", member) == [(0, threshold, ends - threshold * ONE)]


def test_ninety_one_days_are_time_enough():
    assert seen("rotation_due", settled(term_ends_on=DAY + 91 * ONE)) == []


def test_over_the_year_s_end_days_are_counted_as_days():
    member = settled(term_ends_on=dt.date(2027, 1, 3))

    assert seen("rotation_due", member, dt.date(2026, 12, 27)) == [(0, 7, dt.date(2026, 12, 27))]


def test_an_alumnus_has_no_rotation():
    member = settled(term_ends_on=DAY)
    Membership.objects.filter(pk=member.pk).update(status=Membership.Status.WELCOMING)
    Membership.objects.filter(pk=member.pk).update(status=Membership.Status.PROSPECT)

    assert seen("rotation_due", member) == []


def decided(member, day, *, tell_by=None, told_on=None):
    """Return a decision to renew, released on that day; told in a call on another, if that is given."""
    who = {name: UserFactory() for name in ("proposed_by", "seconded_by", "released_by", "teller")}
    when = dict.fromkeys(("proposed_at", "seconded_at", "released_at"), at(day))
    decision = RotationDecision.objects.create(
        membership=member,
        outcome="renew",
        reason="She grows with it",
        tell_by=tell_by or day + 14 * ONE,
        **who,
        **when,
    )
    if told_on is not None:
        touch = TouchpointFactory(member, happened_at=at(told_on))
        Telling.objects.create(decision=decision, membership=member, touchpoint=touch)
        told = {"told_on": told_on, "told_by": who["teller"], "told_how": "Call"}
        RotationDecision.objects.filter(pk=decision.pk).update(**told)
    return decision


def test_the_last_day_to_decide_is_in_time():
    assert seen("decide_by", settled(decide_by=DAY)) == []


def test_after_it_a_decision_is_overdue():
    assert seen("decide_by", settled(decide_by=DAY - ONE)) == [(0, 0, DAY)]


def test_an_open_decision_without_an_outcome_is_none():
    member = settled(decide_by=DAY - ONE)
    RotationDecision.objects.create(membership=member)

    assert len(seen("decide_by", member)) == 1


def test_a_decision_nobody_was_told_of_yet_is_one():
    member = settled(decide_by=DAY - ONE)
    decided(member, DAY - 5 * ONE)

    assert seen("decide_by", member) == []


def test_the_decision_about_the_term_before_does_not_count():
    member = settled(decide_by=DAY - ONE)
    decided(member, DAY - 330 * ONE, told_on=DAY - 320 * ONE)

    assert len(seen("decide_by", member)) == 1


def test_who_is_leaving_needs_no_decision():
    assert seen("decide_by", settled(decide_by=DAY - ONE, status=Membership.Status.LEAVING)) == []


def test_a_decision_waits_to_be_told_until_its_day():
    member = settled()
    decided(member, DAY - 10 * ONE, tell_by=DAY)

    assert seen("not_told", member) == []


def test_after_its_day_somebody_is_left_hanging():
    member = settled()
    decision = decided(member, DAY - 10 * ONE, tell_by=DAY - ONE)

    assert seen("not_told", member) == [(decision.pk, 0, DAY)]


def test_once_told_nobody_is():
    member = settled()
    decided(member, DAY - 10 * ONE, tell_by=DAY - ONE, told_on=DAY - 2 * ONE)

    assert seen("not_told", member) == []
