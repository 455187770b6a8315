"""When a job was last due."""

import datetime as dt

import pytest
from django_celery_beat.models import IntervalSchedule, PeriodicTask

from engagement.insights.due import latest_due, period
from tests.engagement.jobs.scheduling import NOW, scheduled

pytestmark = pytest.mark.django_db


def utc(*parts):
    """Return an instant in UTC."""
    return dt.datetime(*parts, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("crontab", "due"),
    [
        ({"minute": "5"}, utc(2026, 6, 1, 9, 5)),
        ({"minute": "40"}, utc(2026, 6, 1, 8, 40)),
        ({"minute": "*/10"}, utc(2026, 6, 1, 9, 30)),
        ({"minute": "50", "hour": "23"}, utc(2026, 5, 31, 23, 50)),
        ({"minute": "0", "hour": "6", "day_of_week": "5"}, utc(2026, 5, 29, 6, 0)),
        ({"minute": "0", "hour": "6", "day_of_week": "0"}, utc(2026, 5, 31, 6, 0)),
        ({"minute": "0", "hour": "6", "day_of_month": "29", "month_of_year": "2"}, utc(2024, 2, 29, 6, 0)),
        ({"minute": "0", "hour": "6", "timezone": "America/New_York"}, utc(2026, 5, 31, 10, 0)),
    ],
)
def test_a_crontab_says_when(crontab, due):
    assert latest_due(scheduled(**crontab), NOW) == due


def test_an_interval_says_so_too():
    every = IntervalSchedule.objects.create(every=2, period=IntervalSchedule.HOURS)
    job = PeriodicTask.objects.create(name="rapport.x", task="engagement.tidy", interval=every)

    assert latest_due(job, NOW) == utc(2026, 6, 1, 8, 0)


def test_later_periods_have_later_names():
    names = [period(NOW + dt.timedelta(hours=hours)) for hours in range(0, 24 * 400, 7)]

    assert names == sorted(set(names))
