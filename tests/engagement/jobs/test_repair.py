"""The nightly repair."""

import datetime as dt

import pytest

from engagement import tasks
from engagement.actions import repairs
from engagement.models import JobRun
from influencers import clock
from influencers.models import Holiday
from tests.engagement.watch.seeing import change
from tests.factories import MembershipFactory, ProgramFactory, PromiseFactory, TouchpointFactory

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 6, 2, 3, 0, tzinfo=dt.UTC)
CALLED = dt.datetime(2026, 5, 20, 12, 0, tzinfo=dt.UTC)


def test_what_went_around_the_actions_is_mended():
    member = MembershipFactory(active=True)
    TouchpointFactory(member, happened_at=CALLED)
    change(member, last_touch_at=None, ideal_due_on=dt.date(2020, 1, 1))

    figures = repairs.repair(member.program, NOW)

    member.refresh_from_db()
    assert figures["touches"] == 1
    assert (member.last_touch_at, member.ideal_due_on) == (CALLED, dt.date(2026, 6, 19))


def test_a_new_holiday_gives_promises_a_day_more():
    promise = PromiseFactory(due_on=dt.date(2026, 6, 12), overdue_from=dt.date(2026, 6, 13))
    Holiday.objects.create(program=promise.membership.program, day=dt.date(2026, 6, 12))

    figures = repairs.repair(promise.membership.program, NOW)

    promise.refresh_from_db()
    assert figures["promises"] == 1
    assert promise.overdue_from == dt.date(2026, 6, 16)


def test_a_sound_program_is_left_as_it_is():
    member = MembershipFactory(active=True)

    assert set(repairs.repair(member.program, NOW).values()) == {0}


def test_each_program_is_mended_once_in_its_own_night(monkeypatch):
    here, there = ProgramFactory(), ProgramFactory(time_zone="America/New_York")
    for hour in (1, 3, 4, 7, 8):
        monkeypatch.setattr(clock, "now", lambda hour=hour: NOW.replace(hour=hour))
        tasks.repair()

    nights = JobRun.objects.filter(job="repair-program").order_by("started_at")
    assert [(run.period, run.started_at.hour) for run in nights] == [
        (f"2026-06-01 {there.pk}", 1),
        (f"2026-06-02 {here.pk}", 3),
        (f"2026-06-02 {there.pk}", 7),
    ]


def test_a_program_that_fails_does_not_keep_the_others_waiting(monkeypatch):
    broken, sound = ProgramFactory(), ProgramFactory()

    def repair(program, now):
        if program == broken:
            raise ZeroDivisionError
        return {"touches": 2}

    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(repairs, "repair", repair)
    tasks.repair()

    run = JobRun.objects.get(job="rapport.repair")
    assert run.figures == {"programs": 1, "mended": 2, "failed": 1}
    assert JobRun.objects.get(period__endswith=f" {broken.pk}").error == "ZeroDivisionError: "
    assert JobRun.objects.get(period__endswith=f" {sound.pk}").finished_at == NOW
