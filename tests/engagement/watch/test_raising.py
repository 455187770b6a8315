"""What a watcher sees becomes flags."""

import datetime as dt

import pytest

from engagement.actions import flags, promises
from engagement.actions.flags import Figures, close_resolved, raise_flags
from engagement.models import Flag
from engagement.watch import WATCHERS
from tests.engagement.watch.seeing import DAY, ONE, at, change, settled
from tests.factories import MembershipFactory, PromiseFactory, TouchpointFactory, UserFactory
from tests.factories.memberships import handed_over

pytestmark = pytest.mark.django_db
NOW = at(DAY)


def only_flag():
    """Return the one flag there is."""
    return Flag.objects.get()


def test_a_sighting_becomes_a_flag():
    member = settled(ideal_due_on=DAY - ONE)

    figures = raise_flags("stale", NOW)

    flag = only_flag()
    assert figures == Figures(opened=1)
    assert (flag.membership, flag.program, flag.kind) == (member, member.program, "stale")
    assert (flag.threshold, flag.since, flag.raised_at, flag.closed_at) == (1, DAY, NOW, None)


def test_a_second_run_changes_nothing():
    settled(ideal_due_on=DAY - ONE)
    raise_flags("stale", NOW)

    assert raise_flags("stale", NOW) == Figures()
    assert Flag.objects.count() == 1


@pytest.mark.parametrize("kind", WATCHERS)
def test_every_watcher_finds_nothing_where_there_is_nobody(kind):
    assert raise_flags(kind, NOW) == Figures()


def test_it_takes_one_statement_where_nothing_has_changed(django_assert_max_num_queries):
    for _number in range(3):
        settled(ideal_due_on=DAY - ONE)
    raise_flags("stale", NOW)

    with django_assert_max_num_queries(6):  # programs, savepoint, two settings on PostgreSQL, the comparison
        raise_flags("stale", NOW)


def test_a_flag_moves_when_the_next_threshold_is_reached():
    member = settled(ideal_due_on=DAY - ONE)
    raise_flags("stale", NOW)
    change(member, latest_due_on=DAY - ONE)

    assert raise_flags("stale", NOW + ONE) == Figures(moved=1)
    assert (only_flag().threshold, only_flag().since) == (2, DAY)


def test_a_flag_goes_when_its_reason_is_gone():
    member = settled(ideal_due_on=DAY - ONE)
    raise_flags("stale", NOW)
    change(member, ideal_due_on=DAY + ONE)

    assert raise_flags("stale", NOW) == Figures(closed=1)
    assert (only_flag().closed_at, only_flag().closed_how) == (NOW, "gone")


def test_a_condition_that_returns_is_a_new_flag():
    member = settled(ideal_due_on=DAY - ONE)
    raise_flags("stale", NOW)
    change(member, ideal_due_on=DAY + ONE)
    raise_flags("stale", NOW)

    assert raise_flags("stale", NOW + 2 * ONE) == Figures(opened=1)
    assert Flag.objects.count() == 2


def test_what_has_no_known_beginning_does_not_move_every_day():
    member = settled()
    handed_over(member, UserFactory())
    raise_flags("no_owner", NOW)

    assert raise_flags("no_owner", NOW + 3 * ONE) == Figures()
    assert only_flag().since == DAY


def test_other_kinds_and_snoozed_flags_are_left_alone():
    member = settled(ideal_due_on=DAY - ONE)
    raise_flags("stale", NOW)
    flags.snooze(flag=only_flag(), until=DAY + 7 * ONE, reason="On holiday", by=member.owner, now=NOW)

    raise_flags("unanswered", NOW)
    raise_flags("stale", NOW)

    assert only_flag().snoozed_until == DAY + 7 * ONE
    assert not Flag.objects.awake_on(DAY).exists()
    assert Flag.objects.awake_on(DAY + 7 * ONE).exists()


def test_logging_a_touch_closes_the_flag_at_once():
    member = settled(ideal_due_on=DAY - ONE, latest_due_on=DAY - ONE, live_due_on=DAY - ONE)
    for kind in ("stale", "only_online"):
        raise_flags(kind, NOW)

    TouchpointFactory(member, happened_at=NOW, now=NOW)

    assert not Flag.objects.open().exists()
    assert set(Flag.objects.values_list("closed_how", flat=True)) == {"gone"}


def test_keeping_a_promise_closes_its_flag_and_no_other():
    member = settled()
    first = PromiseFactory(membership=member, overdue_from=DAY, owner=member.owner)
    other = PromiseFactory(membership=member, overdue_from=DAY, owner=member.owner)
    raise_flags("promise_overdue", NOW)

    promises.keep(promise=first, by=member.owner, now=NOW)

    assert [flag.subject_id for flag in Flag.objects.open()] == [other.pk]


def test_closing_at_once_leaves_everybody_else_s_flags(django_assert_max_num_queries):
    member, other = settled(ideal_due_on=DAY - ONE), settled(ideal_due_on=DAY - ONE)
    raise_flags("stale", NOW)
    for one in (member, other):
        change(one, ideal_due_on=DAY + ONE)

    with django_assert_max_num_queries(2):
        closed = close_resolved([member.pk], NOW)

    assert closed == 1
    assert Flag.objects.open().get().membership == other


def test_closing_at_once_asks_one_question_where_there_is_no_flag(django_assert_num_queries):
    member = MembershipFactory()

    with django_assert_num_queries(1):
        assert close_resolved([member.pk], NOW) == 0


def test_members_of_programs_on_two_sides_of_the_date_line_are_asked_about_their_own_day():
    there, here = settled(ideal_due_on=DAY), settled(ideal_due_on=DAY)
    for member, zone in ((there, "Pacific/Kiritimati"), (here, "Pacific/Honolulu")):
        type(member.program).objects.filter(pk=member.program_id).update(time_zone=zone)
    now = dt.datetime(2026, 6, 1, 11, 0, tzinfo=dt.UTC)  # 2 June on Kiritimati, 1 June in Honolulu

    assert raise_flags("stale", now) == Figures(opened=1)
    assert only_flag().membership == there
    assert close_resolved([there.pk, here.pk], now) == 0
