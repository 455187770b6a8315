"""The smallest job: that it runs shows that scheduler, broker and worker do."""

import datetime as dt

from django.core.cache import cache

KEY = "heartbeat"


def beat(now: dt.datetime) -> None:
    """Remember that a job ran at `now`."""
    cache.set(KEY, now.isoformat(), timeout=None)


def last_heartbeat() -> dt.datetime | None:
    """Return when the last job ran, or None."""
    found = cache.get(KEY)
    return dt.datetime.fromisoformat(found) if found else None
