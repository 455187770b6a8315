"""What people do about flags."""

import pytest

from engagement.actions.flags import Figures, done, raise_flags, snooze
from engagement.actions.flags.statements import QUIET
from engagement.models import Flag
from influencers.models import Post
from influencers.refusals import Conflict, NotAllowed, Refused
from tests.engagement.watch.seeing import DAY, ONE, at, change, settled
from tests.factories import FlagFactory, PostFactory

pytestmark = pytest.mark.django_db
NOW = at(DAY)


@pytest.fixture
def flag():
    """Return the flag of somebody we are losing touch with."""
    settled(ideal_due_on=DAY - ONE)
    raise_flags("stale", NOW)
    return Flag.objects.get()


@pytest.fixture
def by(flag):
    """Return a colleague who may write in the flag's program."""
    return flag.membership.owner


def test_a_snooze_needs_a_reason(flag, by):
    with pytest.raises(Refused) as refusal:
        snooze(flag=flag, until=DAY + ONE, reason=" ", by=by, now=NOW)

    flag.refresh_from_db()
    assert refusal.value.field == "reason"
    assert flag.snoozed_until is None


@pytest.mark.parametrize("days", [0, -1, 400])
def test_a_snooze_ends_on_a_day_after_today_within_a_year(flag, by, days):
    with pytest.raises(Refused) as refusal:
        snooze(flag=flag, until=DAY + days * ONE, reason="On holiday", by=by, now=NOW)

    flag.refresh_from_db()
    assert refusal.value.field == "until"
    assert flag.snoozed_until is None


def test_a_snooze_keeps_who_and_why(flag, by):
    snooze(flag=flag, until=DAY + ONE, reason="On holiday", by=by, now=NOW)

    flag.refresh_from_db()
    assert (flag.snoozed_by, flag.snooze_reason) == (by, "On holiday")


def test_a_viewer_may_not(flag):
    viewer = PostFactory(program=flag.program, role=Post.Role.VIEWER).user

    with pytest.raises(NotAllowed):
        done(flag=flag, by=viewer, now=NOW)

    assert Flag.objects.open().exists()


def test_done_closes_and_says_by_whom(flag, by):
    done(flag=flag, by=by, now=NOW)

    assert (flag.closed_how, flag.closed_by, flag.closed_at) == ("done", by, NOW)


def test_done_twice_is_a_conflict(flag, by):
    done(flag=flag, by=by, now=NOW)

    with pytest.raises(Conflict):
        done(flag=flag, by=by, now=NOW)


def test_what_is_done_stays_away_for_two_weeks(flag, by):
    done(flag=flag, by=by, now=NOW)

    assert raise_flags("stale", NOW + QUIET - ONE) == Figures()
    assert raise_flags("stale", NOW + QUIET + ONE) == Figures(opened=1)


def test_it_comes_back_at_once_if_it_gets_worse(flag, by):
    done(flag=flag, by=by, now=NOW)
    change(flag.membership, latest_due_on=DAY - ONE)

    assert raise_flags("stale", NOW) == Figures(opened=1)


@pytest.mark.parametrize("kind", ["no_owner", "unanswered", "promise_overdue", "not_told"])
def test_what_somebody_waits_for_is_not_talked_away(kind):
    flag = FlagFactory(membership=settled(), kind=kind)

    with pytest.raises(Refused):
        done(flag=flag, by=flag.membership.owner, now=NOW)

    assert Flag.objects.open().exists()
