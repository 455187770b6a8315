"""Whatever the zone, the year and the clock change: an hour stays an hour, a day a day."""

import datetime as dt
import zoneinfo

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from influencers.insights import ics
from influencers.insights.dates import HOUR, Entry

ZONES = st.sampled_from([
    "UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Auckland",
    "America/St_Johns", "Asia/Tokyo",
])  # fmt: skip
MOMENTS = st.datetimes(min_value=dt.datetime(2024, 1, 1), max_value=dt.datetime(2032, 12, 31))
DAYS = st.dates(min_value=dt.date(2024, 1, 1), max_value=dt.date(2032, 12, 31))


def read(entry):
    [event] = Calendar.from_ical(ics.written("Makers", [entry], "feed-1")).events
    return event


@given(MOMENTS, ZONES)
def test_a_meeting_is_read_back_at_its_instant(moment, zone):
    at = moment.replace(second=0, microsecond=0, tzinfo=dt.UTC).astimezone(zoneinfo.ZoneInfo(zone))

    event = read(Entry("meet-1", "Ana: meets", at, at + HOUR, "https://x.test/"))

    # An hour that the clocks show twice is one of the two: a calendar file cannot say which.
    assert event.start.replace(tzinfo=None) == at.replace(tzinfo=None)
    assert event.start.tzinfo.key == zone if zone != "UTC" else event.start == at


@given(DAYS)
def test_a_day_ends_before_the_next_one(day):
    event = read(Entry("term-1", "Ana: the term ends", day, day + dt.timedelta(days=1), "https://x.test/"))

    assert (event.start, event.end) == (day, day + dt.timedelta(days=1))


@given(DAYS, st.text(max_size=40))
def test_the_tag_changes_with_what_is_said_and_with_nothing_else(day, name):
    one = Entry("term-1", name, day, day + dt.timedelta(days=1), "")

    assert ics.tag_of("Makers", [one]) == ics.tag_of("Makers", [one])
    assert ics.tag_of("Makers", [one]) != ics.tag_of("Makers", [])
    assert ics.tag_of("Makers", [one]) != ics.tag_of("Other", [one])
