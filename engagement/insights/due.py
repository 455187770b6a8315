"""When a scheduled job was last due, from the row that its operator may have edited."""

import datetime as dt
import zoneinfo
from collections.abc import Iterator
from typing import Any

from django_celery_beat.models import CrontabSchedule, PeriodicTask

LONGEST = 4 * 366 + 1  # days; a 29 February comes again within this


def latest_due(job: PeriodicTask, now: dt.datetime) -> dt.datetime | None:
    """Return the latest instant, not after `now`, at which `job` was due; None where its schedule does not say."""
    if job.crontab is not None:
        return _by_crontab(job.crontab, now)
    if job.interval is not None:
        every = job.interval.schedule.run_every.total_seconds()
        return dt.datetime.fromtimestamp(now.timestamp() // every * every, tz=dt.UTC)
    return None


def period(due: dt.datetime) -> str:
    """Return the name of the period that began at `due`. Later periods have later names."""
    return due.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _by_crontab(row: CrontabSchedule, now: dt.datetime) -> dt.datetime | None:
    zone = zoneinfo.ZoneInfo(str(row.timezone))
    schedule = row.schedule
    for day in _days(schedule, now.astimezone(zone).date()):
        for hour in sorted(schedule.hour, reverse=True):
            for minute in sorted(schedule.minute, reverse=True):
                due = dt.datetime.combine(day, dt.time(hour, minute), tzinfo=zone).astimezone(dt.UTC)
                if due <= now:
                    return due
    return None


def _days(schedule: Any, last: dt.date) -> Iterator[dt.date]:
    """Yield the days on which `schedule` runs, the latest first."""
    for back in range(LONGEST):
        day = last - dt.timedelta(days=back)
        fits = day.day in schedule.day_of_month and day.month in schedule.month_of_year
        if fits and day.isoweekday() % 7 in schedule.day_of_week:
            yield day
