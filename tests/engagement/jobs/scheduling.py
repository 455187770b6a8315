"""Schedules for tests."""

import datetime as dt

from django_celery_beat.models import CrontabSchedule, PeriodicTask

from engagement.insights.jobs import OURS

NOW = dt.datetime(2026, 6, 1, 9, 30, tzinfo=dt.UTC)


def scheduled(name="test", *, task="engagement.watch", kwargs='{"kind": "stale"}', runs=1, **crontab):
    """Return a scheduled job of ours that has been sent before."""
    times, _made = CrontabSchedule.objects.get_or_create(**{"minute": "5", "timezone": "UTC", **crontab})
    return PeriodicTask.objects.create(
        name=OURS + name, task=task, kwargs=kwargs, crontab=times, total_run_count=runs
    )
