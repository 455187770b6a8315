"""Losing touch, never spoken to, only online."""

import pytest

from engagement.watch import WATCHERS
from influencers.models import Membership
from tests.engagement.watch.seeing import DAY, ONE, at, change, seen, settled
from tests.factories import MembershipFactory

pytestmark = pytest.mark.django_db


def test_the_last_day_in_time_is_in_time():
    member = settled(ideal_due_on=DAY)

    assert seen("stale", member) == []


def test_the_day_after_the_ideal_one_is_late():
    member = settled(ideal_due_on=DAY - ONE)

    assert seen("stale", member) == [(0, 1, DAY)]


def test_past_the_latest_day_it_is_the_second_threshold_since_then():
    member = settled(ideal_due_on=DAY - 31 * ONE, latest_due_on=DAY - 2 * ONE)

    assert seen("stale", member) == [(0, 2, DAY - ONE)]


def test_a_paused_member_is_left_in_peace():
    member = settled(ideal_due_on=DAY - ONE, status=Membership.Status.PAUSED)

    assert seen("stale", member) == []


def test_another_program_is_not_looked_at():
    member = settled(ideal_due_on=DAY - ONE)
    other = MembershipFactory(active=True)

    assert not WATCHERS["stale"](DAY, [other.program_id]).filter(membership_id=member.pk).exists()


def test_somebody_never_spoken_to_has_a_flag_of_their_own():
    member = settled(last_touch_at=None, ideal_due_on=DAY - ONE)

    assert seen("never_spoken", member) == [(0, 0, DAY)]
    assert seen("stale", member) == []


def test_somebody_new_is_given_the_ideal_interval():
    member = settled(last_touch_at=None, ideal_due_on=DAY)

    assert seen("never_spoken", member) == []


def test_likes_do_not_make_up_for_a_call():
    member = settled(live_due_on=DAY - ONE, last_live_at=at(DAY - 200 * ONE))

    assert seen("only_online", member) == [(0, 0, DAY)]


def test_who_was_never_met_live_is_only_online_too():
    member = settled(live_due_on=DAY - ONE, last_live_at=None)

    assert seen("only_online", member) == [(0, 0, DAY)]


def test_whose_last_touch_was_a_call_is_stale_and_not_only_online():
    met = at(DAY - 200 * ONE)
    member = settled(live_due_on=DAY - ONE, last_live_at=met, last_touch_at=met, ideal_due_on=DAY - 170 * ONE)

    assert seen("only_online", member) == []
    assert len(seen("stale", member)) == 1


def test_a_touch_that_moves_the_date_ends_it():
    member = settled(ideal_due_on=DAY - ONE)

    change(member, ideal_due_on=DAY + ONE)

    assert seen("stale", member) == []
