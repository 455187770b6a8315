"""Unanswered; promises and requests that are late."""

import pytest

from tests.engagement.watch.seeing import DAY, ONE, change, seen, settled
from tests.factories import MembershipFactory, PromiseFactory, RequestFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_the_last_day_to_answer_is_in_time():
    assert seen("unanswered", settled(answer_due_on=DAY)) == []


def test_after_it_they_wait():
    assert seen("unanswered", settled(answer_due_on=DAY - ONE)) == [(0, 0, DAY)]


def test_a_prospect_who_wrote_waits_like_a_member():
    member = change(MembershipFactory(), answer_due_on=DAY - ONE)

    assert seen("unanswered", member) == [(0, 0, DAY)]


def test_each_late_promise_has_a_flag():
    member = settled()
    first = PromiseFactory(membership=member, overdue_from=DAY)
    second = PromiseFactory(membership=member, overdue_from=DAY - ONE)
    PromiseFactory(membership=member, overdue_from=DAY + ONE)

    assert sorted(seen("promise_overdue", member)) == [(first.pk, 0, DAY), (second.pk, 0, DAY - ONE)]


def test_a_kept_promise_has_none():
    member = settled()
    by = UserFactory()
    PromiseFactory(
        membership=member, overdue_from=DAY, state="kept", settled_by=by, settled_at="2026-05-01T00:00Z"
    )

    assert seen("promise_overdue", member) == []


def test_an_undecided_request_is_late_on_the_first_day_after():
    member = settled()
    wish = RequestFactory(membership=member, overdue_from=DAY)
    RequestFactory(membership=member, overdue_from=DAY + ONE)

    assert seen("request_overdue", member) == [(wish.pk, 1, DAY)]


def test_a_decided_request_that_nobody_answered_is_late_at_the_second_threshold():
    member = settled()
    wish = RequestFactory(
        membership=member,
        overdue_from=DAY,
        assessed=True,
        decision="grant",
        reason="She needs it for the fair",
    )

    assert seen("request_overdue", member) == [(wish.pk, 2, DAY)]
