"""Each period is worked exactly once."""

import datetime as dt

import pytest

from engagement.actions import jobs
from engagement.models import JobRun
from tests.engagement.jobs.scheduling import NOW

pytestmark = pytest.mark.django_db
JOB = {"job": "rapport.test", "period": "2026-06-01T09:05:00Z"}


def clock():
    """Return a time that stands still."""
    return NOW


def test_a_run_leaves_its_figures():
    jobs.work_once(**JOB, work=lambda now: {"opened": 3}, clock=clock)

    run = JobRun.objects.get()
    assert (run.figures, run.started_at, run.finished_at) == ({"opened": 3}, NOW, NOW)


def test_the_second_of_two_schedulers_finds_it_done():
    worked = []
    for _number in range(2):
        jobs.work_once(**JOB, work=lambda now: worked.append(now) or {}, clock=clock)

    assert len(worked) == 1
    assert JobRun.objects.count() == 1


def test_what_is_being_done_is_left_to_whoever_does_it():
    jobs.claim(**JOB, now=NOW)

    assert jobs.claim(**JOB, now=NOW + dt.timedelta(minutes=5)) is None


def test_a_run_that_died_half_way_is_taken_up_once():
    jobs.claim(**JOB, now=NOW)
    later = NOW + dt.timedelta(minutes=11)

    taken = [jobs.claim(**JOB, now=later) for _number in range(2)]

    assert [run is not None for run in taken] == [True, False]


def test_a_run_that_failed_says_why_and_is_taken_up_at_once():
    def fails(now):
        raise ZeroDivisionError("nothing to share")

    with pytest.raises(ZeroDivisionError):
        jobs.work_once(**JOB, work=fails, clock=clock)

    assert JobRun.objects.get().error == "ZeroDivisionError: nothing to share"
    assert jobs.work_once(**JOB, work=lambda now: {"opened": 1}, clock=clock) == {"opened": 1}
    assert (JobRun.objects.get().error, JobRun.objects.get().finished_at) == ("", NOW)


def test_another_period_is_another_run():
    jobs.work_once(**JOB, work=lambda now: {}, clock=clock)

    assert jobs.claim(job=JOB["job"], period="2026-06-01T10:05:00Z", now=NOW) is not None


def test_old_records_are_tidied_away():
    old = jobs.claim(**JOB, now=NOW - dt.timedelta(days=61))
    jobs.claim(job="rapport.test", period="now", now=NOW)

    assert jobs.tidy(now=NOW) == {"runs": 1, "digests": 0}
    assert not JobRun.objects.filter(pk=old.pk).exists()
