"""Days on which calendars are difficult. From the action that logs a touch to the flag."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from engagement.actions.flags import raise_flags
from engagement.models import Flag
from influencers.actions import cadence
from influencers.models import Holiday, Program
from tests.engagement.watch.seeing import change
from tests.factories import MembershipFactory, ProgramFactory, TouchpointFactory

pytestmark = pytest.mark.django_db


def touched(zone, local, *, ideal_days, **program):
    """Return a member of a program in `zone` whom somebody called at that local time."""
    home = ProgramFactory(time_zone=zone, ideal_days=ideal_days, latest_days=90, **program)
    member = change(MembershipFactory(active=True, program=home), joined_on=dt.date(2025, 1, 1))
    at = local.replace(tzinfo=ZoneInfo(zone)).astimezone(dt.UTC)
    TouchpointFactory(member, happened_at=at, now=at)
    member.refresh_from_db()
    return member


def stale_at(zone, local):
    """Tell whether the flag is up after a run at that local time, starting from none."""
    Flag.objects.all().delete()
    raise_flags("stale", local.replace(tzinfo=ZoneInfo(zone)).astimezone(dt.UTC))
    return Flag.objects.exists()


def first_late_day(zone, member, after, *, days=15):
    """Return the first date whose noon finds the flag raised."""
    for number in range(days):
        day = after + dt.timedelta(days=number)
        if stale_at(zone, dt.datetime.combine(day, dt.time(12))):
            return day
    raise AssertionError("never")


def test_the_day_the_clocks_go_forward_is_a_day_like_any_other():
    zone = "America/New_York"  # 2026-03-08 has 23 hours
    member = touched(zone, dt.datetime(2026, 3, 3, 23, 30), ideal_days=7, working_days="1234567")

    assert member.ideal_due_on == dt.date(2026, 3, 10)
    assert not stale_at(zone, dt.datetime(2026, 3, 10, 23, 59))
    assert stale_at(zone, dt.datetime(2026, 3, 11, 0, 0))


def test_an_hour_that_does_not_exist_is_no_reason_to_fail():
    zone = "America/New_York"
    member = touched(zone, dt.datetime(2026, 3, 8, 2, 30), ideal_days=1, working_days="1234567")

    assert member.ideal_due_on == dt.date(2026, 3, 9)
    assert stale_at(zone, dt.datetime(2026, 3, 10, 2, 30))


def test_the_day_the_clocks_go_back_is_one_day_too():
    zone = "Europe/Berlin"  # 2026-10-25 has 25 hours
    member = touched(zone, dt.datetime(2026, 10, 24, 0, 15), ideal_days=1, working_days="1234567")

    assert member.ideal_due_on == dt.date(2026, 10, 25)
    assert not stale_at(zone, dt.datetime(2026, 10, 25, 23, 59))
    assert stale_at(zone, dt.datetime(2026, 10, 26, 0, 1))


def test_over_new_year_nothing_jumps():
    zone = "Asia/Tokyo"
    member = touched(zone, dt.datetime(2025, 12, 30, 9, 0), ideal_days=3, working_days="1234567")

    assert member.ideal_due_on == dt.date(2026, 1, 2)
    assert first_late_day(zone, member, dt.date(2025, 12, 31)) == dt.date(2026, 1, 3)


def test_the_29th_of_february_is_counted():
    zone = "UTC"
    member = touched(zone, dt.datetime(2028, 2, 27, 9, 0), ideal_days=2, working_days="1234567")

    assert member.ideal_due_on == dt.date(2028, 2, 29)
    assert first_late_day(zone, member, dt.date(2028, 2, 28)) == dt.date(2028, 3, 1)


@pytest.mark.parametrize(
    ("zone", "touched_on"),
    [("Pacific/Kiritimati", dt.date(2026, 6, 2)), ("Pacific/Honolulu", dt.date(2026, 6, 1))],
)
def test_one_instant_is_two_dates_on_two_sides_of_the_date_line(zone, touched_on):
    home = ProgramFactory(time_zone=zone, ideal_days=5, latest_days=90, working_days="1234567")
    member = MembershipFactory(active=True, program=home)

    at = dt.datetime(2026, 6, 1, 11, 0, tzinfo=dt.UTC)
    TouchpointFactory(member, happened_at=at, now=at)

    member.refresh_from_db()
    assert member.ideal_due_on == touched_on + dt.timedelta(days=5)


def test_a_day_ends_on_kiritimati_a_day_before_it_ends_in_honolulu():
    flags = {}
    for zone in ("Pacific/Kiritimati", "Pacific/Honolulu"):
        touched(zone, dt.datetime(2026, 6, 1, 12, 0), ideal_days=5, working_days="1234567")
    for hours in range(72):
        now = dt.datetime(2026, 6, 6, 0, 0, tzinfo=dt.UTC) + dt.timedelta(hours=hours)
        raise_flags("stale", now)
        for zone in Flag.objects.values_list("program__time_zone", flat=True):
            flags.setdefault(zone, now)

    assert flags["Pacific/Kiritimati"] == dt.datetime(2026, 6, 6, 10, 0, tzinfo=dt.UTC)
    assert flags["Pacific/Honolulu"] == dt.datetime(2026, 6, 7, 10, 0, tzinfo=dt.UTC)


def test_a_weekend_gives_time_until_the_end_of_monday():
    zone = "Europe/Berlin"
    member = touched(zone, dt.datetime(2026, 5, 30, 12, 0), ideal_days=7)  # due on Saturday, 6 June

    assert member.ideal_due_on == dt.date(2026, 6, 8)
    assert first_late_day(zone, member, dt.date(2026, 6, 5)) == dt.date(2026, 6, 9)


def test_where_sunday_is_worked_it_counts():
    zone = "Asia/Dubai"
    member = touched(zone, dt.datetime(2026, 5, 30, 12, 0), ideal_days=8, working_days="12347")

    assert member.ideal_due_on == dt.date(2026, 6, 7)  # a Sunday


def test_a_holiday_gives_a_day_more():
    home = Program.objects.get(
        pk=touched("Europe/Berlin", dt.datetime(2026, 5, 18, 12, 0), ideal_days=7).program_id
    )
    Holiday.objects.create(program=home, day=dt.date(2026, 5, 25), name="Whit Monday")
    cadence.refresh_program(home, dt.datetime(2026, 5, 19, 12, 0, tzinfo=dt.UTC))

    assert first_late_day("Europe/Berlin", None, dt.date(2026, 5, 24)) == dt.date(2026, 5, 27)
