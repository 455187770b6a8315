"""When somebody's next birthday is."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from influencers.birthdays import next_birthday


@pytest.mark.parametrize(
    ("written", "today", "expected"),
    [
        ("1990-04-23", "2026-04-23", "2026-04-23"),
        ("--04-23", "2026-04-24", "2027-04-23"),
        ("2000-02-29", "2026-02-01", "2026-02-28"),
        ("--02-29", "2028-02-01", "2028-02-29"),
        ("--12-31", "2026-12-31", "2026-12-31"),
    ],
)
def test_it_is_the_next_one(written, today, expected):
    assert next_birthday(written, dt.date.fromisoformat(today)) == dt.date.fromisoformat(expected)


@pytest.mark.parametrize("written", ["", "May", "--13-01", "--02-31", "1990", "1990-4-23"])
def test_what_is_no_day_has_none(written):
    assert next_birthday(written, dt.date(2026, 6, 1)) is None


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(born=st.dates(), today=st.dates(dt.date(1980, 1, 1), dt.date(2090, 1, 1)))
def test_it_is_within_a_year_and_never_past(born, today):
    found = next_birthday(born.isoformat(), today)

    assert found is not None
    assert 0 <= (found - today).days <= 365
