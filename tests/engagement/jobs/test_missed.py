"""Runs that did not come, and catching up."""

import datetime as dt

import pytest

from engagement import tasks
from engagement.insights.due import period
from engagement.insights.jobs import all_jobs, overdue_jobs
from engagement.models import JobRun
from influencers import clock
from tests.engagement.jobs.scheduling import NOW, scheduled

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)
DUE = dt.datetime(2026, 6, 1, 9, 5, tzinfo=dt.UTC)


def ran(job, due, **fields):
    """Record a run for the period that began at `due`."""
    return JobRun.objects.create(
        job=job.name, period=period(due), started_at=due, **{"finished_at": due, **fields}
    )


@pytest.fixture
def rung(monkeypatch):
    """Return the list of tasks that were sent, as (name, kwargs)."""
    sent = []
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(
        tasks.current_app, "send_task", lambda name, kwargs: sent.append((name, kwargs)), raising=False
    )
    return sent


def test_a_job_that_ran_is_not_missed():
    ran(scheduled(), DUE)

    assert overdue_jobs(NOW) == []


def test_it_has_ten_minutes_to_come():
    ran(scheduled(), DUE - HOUR)

    assert overdue_jobs(DUE + dt.timedelta(minutes=9)) == []
    assert [job.missed for job in overdue_jobs(DUE + dt.timedelta(minutes=10))] == [DUE]


def test_a_run_that_died_is_missed():
    ran(scheduled(), DUE, finished_at=None)

    assert len(overdue_jobs(NOW)) == 1


def test_a_job_just_installed_has_missed_nothing():
    scheduled(runs=0)

    assert overdue_jobs(NOW) == []


def test_a_job_that_was_sent_and_never_ran_is_missed():
    scheduled(runs=3)

    assert len(overdue_jobs(NOW)) == 1


def test_a_job_that_is_switched_off_is_not_missed():
    job = scheduled()
    job.enabled = False
    job.save()

    assert overdue_jobs(NOW) == []
    assert [one.state for one in all_jobs(NOW)] == ["off"]


def test_an_operator_s_schedule_is_the_one_that_counts():
    ran(scheduled(minute="0", hour="6"), dt.datetime(2026, 6, 1, 6, 0, tzinfo=dt.UTC))

    assert overdue_jobs(NOW) == []


def test_after_six_hours_without_a_scheduler_each_job_is_rung_once(rung):
    ran(scheduled(), DUE - 6 * HOUR)

    tasks.catch_up()

    assert rung == [("engagement.watch", {"kind": "stale"})]


def test_and_not_again_once_it_has_run(rung):
    ran(scheduled("watch-stale"), DUE - 6 * HOUR)
    tasks.catch_up()

    tasks.watch(kind="stale")
    tasks.watch(kind="stale")

    assert overdue_jobs(NOW) == []
    assert JobRun.objects.filter(job="rapport.watch-stale", period=period(DUE)).count() == 1
    assert JobRun.objects.filter(job="rapport.watch-stale").count() == 2


def test_catching_up_does_not_ring_itself(rung):
    scheduled("catch-up", task="engagement.catch_up", kwargs="{}", minute="*/10")

    tasks.catch_up()

    assert rung == []
