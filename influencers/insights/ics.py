"""Dates as a calendar file (RFC 5545): all-day entries end on the day after, times carry their time zone."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event
from icalendar.enums import STATUS

from influencers.insights.dates import Entry

VERSION = "2"  # of how entries are written; a new one has calendars read again
MAKER = "-//Rapport//Dates//EN"
_END = b"END:VCALENDAR\r\n"
STAMP = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)  # the same entry is the same bytes, whenever it is read


def tag_of(name: str, entries: Sequence[Entry]) -> str:
    """Return what changes when the file does, without writing it."""
    said = "\n".join([VERSION, name, *map(repr, entries)])
    return f'"{hashlib.sha256(said.encode()).hexdigest()[:32]}"'


def written(name: str, entries: Sequence[Entry], own_uid: str) -> bytes:
    """Return the file."""
    host = urlsplit(settings.PUBLIC_URL).hostname or "rapport"
    calendar = Calendar.new(
        prodid=MAKER,
        name=name,
        method="PUBLISH",
        uid=f"{own_uid}@{host}",
        refresh_interval=dt.timedelta(hours=1),
    )
    timed = [entry for entry in entries if isinstance(entry.starts, dt.datetime)]
    for entry in timed:
        calendar.add_component(_event(entry, host))
    _with_time_zones(calendar, timed)
    file: bytes = calendar.to_ical()
    days = b"".join(_written(entry, host) for entry in entries if not isinstance(entry.starts, dt.datetime))
    return file.removesuffix(_END) + days + _END


@lru_cache(maxsize=20_000)
def _written(entry: Entry, host: str) -> bytes:
    """An entry as it stands in the file. Of thousands of dates a few change between two readings of a feed."""
    written: bytes = _event(entry, host).to_ical()
    return written


def _event(entry: Entry, host: str) -> Event:
    event = Event.new(
        uid=f"{entry.uid}@{host}", summary=entry.summary, start=entry.starts, end=entry.ends, url=entry.url,
        stamp=STAMP, location=entry.where or None, sequence=entry.sequence,
        status=STATUS.CANCELLED if entry.called_off else STATUS.CONFIRMED,
    )  # fmt: skip
    takes_time = isinstance(entry.starts, dt.datetime) and not entry.called_off
    event.add("transp", "OPAQUE" if takes_time else "TRANSPARENT")
    return event


def _with_time_zones(calendar: Calendar, entries: Sequence[Entry]) -> None:
    """Add each time zone that is used, for the years that are."""
    if entries:
        years = [entry.starts.year for entry in entries]
        first, last = min(years) - 1, max(years) + 2
        calendar.add_missing_timezones(first_date=dt.date(first, 1, 1), last_date=dt.date(last, 1, 1))
