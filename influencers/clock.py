"""What time it is. The only wrapper round the system's clock; everything below views and tasks is handed its time."""

import datetime as dt
import zoneinfo

from django.utils import timezone


def now() -> dt.datetime:
    """Return this instant, in UTC."""
    return timezone.now()


def day_in(time_zone: str, at: dt.datetime) -> dt.date:
    """Return the date on which the instant `at` falls in the time zone of that name."""
    return at.astimezone(zoneinfo.ZoneInfo(time_zone)).date()


def day_of(written: str, time_zone: str) -> dt.date:
    """Return the date of what a database wrote as text: a date, or an instant, which it keeps in UTC."""
    if len(written) == len("2026-11-22"):
        return dt.date.fromisoformat(written)
    return day_in(time_zone, dt.datetime.fromisoformat(written).replace(tzinfo=dt.UTC))


def hour_in(time_zone: str, at: dt.datetime) -> int:
    """Return the hour, 0 to 23, that clocks show at the instant `at` in the time zone of that name."""
    return at.astimezone(zoneinfo.ZoneInfo(time_zone)).hour


def local(at: dt.datetime, time_zone: str) -> dt.datetime:
    """Return the instant `at` as clocks show it in the time zone of that name."""
    return at.astimezone(zoneinfo.ZoneInfo(time_zone))


def instant(day: dt.date, at: dt.time, time_zone: str) -> dt.datetime:
    """Return the instant at which clocks in the time zone of that name show `at` on `day`, in UTC."""
    return dt.datetime.combine(day, at, tzinfo=zoneinfo.ZoneInfo(time_zone)).astimezone(dt.UTC)


def start_of(day: dt.date, time_zone: str) -> dt.datetime:
    """Return the first instant of `day` in the time zone of that name, in UTC."""
    return instant(day, dt.time.min, time_zone)
