"""Logging a touch."""

import datetime as dt

import pytest

from engagement.actions import messages, touchpoints
from engagement.models import Touchpoint
from influencers.refusals import NotAllowed, Refused
from tests.factories import MembershipFactory, PostFactory, TouchpointFactory

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)


def test_any_touch_by_any_colleague_restarts_the_cadence():
    member = MembershipFactory(active=True)
    before = member.latest_due_on

    TouchpointFactory(member, happened_at=NOW)

    member.refresh_from_db()
    assert member.last_touch_at == member.last_live_at == NOW
    assert member.latest_due_on > before
    assert member.ideal_due_on == dt.date(2026, 7, 1)


def test_a_back_dated_touch_does_not_turn_the_clock_back():
    member = MembershipFactory(active=True)
    TouchpointFactory(member, happened_at=NOW)

    TouchpointFactory(member, happened_at=NOW - dt.timedelta(days=40))

    member.refresh_from_db()
    assert member.last_touch_at == NOW


def test_a_note_that_could_stand_under_any_name_is_refused():
    member = MembershipFactory(active=True)
    by = PostFactory(program=member.program).user

    with pytest.raises(messages.NotPersonal):
        touchpoints.log(
            program=member.program,
            by=by,
            kind="lunch",
            members=[member],
            happened_at=NOW,
            now=NOW,
            words="good chat",
        )

    assert not Touchpoint.objects.exists()


def test_a_viewer_logs_nothing():
    member = MembershipFactory(active=True)
    viewer = PostFactory(program=member.program, role="viewer").user

    with pytest.raises(NotAllowed):
        TouchpointFactory(member, by=viewer)

    assert not Touchpoint.objects.exists()


def test_a_touch_in_the_future_is_refused():
    member = MembershipFactory(active=True)

    with pytest.raises(Refused) as refusal:
        TouchpointFactory(member, happened_at=NOW, now=NOW - dt.timedelta(days=1))

    assert refusal.value.field == "happened_at"
    assert not Touchpoint.objects.exists()


def test_removing_the_last_touch_brings_the_one_before_back():
    member = MembershipFactory(active=True)
    first = TouchpointFactory(member, happened_at=NOW - dt.timedelta(days=3))
    last = TouchpointFactory(member, happened_at=NOW, by=first.logged_by)

    touchpoints.remove(touchpoint=last, by=first.logged_by, now=NOW)

    member.refresh_from_db()
    assert member.last_touch_at == first.happened_at


def test_a_message_that_waits_for_an_answer_sets_a_working_day():
    member = MembershipFactory(active=True)
    friday = dt.datetime(2026, 5, 29, 15, 0, tzinfo=dt.UTC)

    TouchpointFactory(member, kind="message", direction="in", needs_answer=True, happened_at=friday)

    member.refresh_from_db()
    assert member.answer_due_on == dt.date(2026, 6, 2)


def test_an_answer_ends_the_waiting():
    member = MembershipFactory(active=True)
    TouchpointFactory(member, kind="message", direction="in", needs_answer=True, happened_at=NOW)

    TouchpointFactory(member, kind="call", happened_at=NOW + dt.timedelta(hours=2))

    member.refresh_from_db()
    assert member.answer_due_on is None
