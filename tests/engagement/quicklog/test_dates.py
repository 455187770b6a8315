from datetime import date, time

import pytest

from tests.engagement.quicklog.lines import read

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", date(2026, 11, 22)),
        ("this morning", date(2026, 11, 22)),
        ("yesterday", date(2026, 11, 21)),
        ("gestern Abend", date(2026, 11, 21)),
        ("vorgestern", date(2026, 11, 20)),
        ("day before yesterday", date(2026, 11, 20)),
        ("3 days ago", date(2026, 11, 19)),
        ("two weeks ago", date(2026, 11, 8)),
        ("a week ago", date(2026, 11, 15)),
        ("vor einer Woche", date(2026, 11, 15)),
        ("last week", date(2026, 11, 15)),
        ("Friday", FRIDAY),
        ("on Fri", FRIDAY),
        ("last Friday", FRIDAY),
        ("am Freitag", FRIDAY),
        ("am Fr", FRIDAY),
        ("Friday, Nov 20", FRIDAY),
        ("Nov 3", date(2026, 11, 3)),
        ("on November 3rd", date(2026, 11, 3)),
        ("3 Nov", date(2026, 11, 3)),
        ("3rd of November", date(2026, 11, 3)),
        ("3. November", date(2026, 11, 3)),
        ("Nov 3, 2025", date(2025, 11, 3)),
        ("3.11.", date(2026, 11, 3)),
        ("am 3.11.2025", date(2025, 11, 3)),
        ("3.11.25", date(2025, 11, 3)),
        ("2026-11-03", date(2026, 11, 3)),
        ("Dec 3", date(2025, 12, 3)),
        ("29.2.", date(2024, 2, 29)),
        ("13/11", date(2026, 11, 13)),
        ("11/13", date(2026, 11, 13)),
    ],
)
def test_a_day_gone_by_is_read(words, day):
    parsed = read(f"call @maya {words}: hi")

    assert parsed.date.day == day
    assert parsed.date.span.of(parsed.line) == words
    assert parsed.note == "hi"


def test_a_day_and_month_that_can_be_read_both_ways_ask():
    parsed = read("call @maya 3/11: hi")

    assert parsed.date.asks
    assert parsed.date.day is None
    assert parsed.date.options == (date(2026, 11, 3), date(2026, 3, 11))


@pytest.mark.parametrize("words", ["3/3", "5/5/2026"])
def test_a_day_and_month_alike_do_not_ask(words):
    assert not read(f"call @maya {words}: hi").date.asks


def test_last_friday_said_in_the_same_week_offers_the_one_before_too():
    assert read("call @maya last Friday: hi").date.options == (FRIDAY, date(2026, 11, 13))


def test_a_weekday_named_on_that_day_is_today():
    assert read("call @maya Sunday: hi").date.options == (date(2026, 11, 22), date(2026, 11, 15))


@pytest.mark.parametrize("words", ["tomorrow", "2026-12-03", "next Friday", "morgen", "in 3 days"])
def test_a_day_ahead_has_to_be_said(words):
    parsed = read(f"call @maya {words}: hi")

    assert parsed.date.ahead
    assert parsed.date.day > date(2026, 11, 22)


@pytest.mark.parametrize("words", ["31.2.", "30 Feb", "2026-13-40", "45/45"])
def test_a_day_that_does_not_exist_stays_in_the_note(words):
    parsed = read(f"call @maya {words}: hi")

    assert parsed.date is None
    assert words.rstrip(".") in parsed.note


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("at 15:30", time(15, 30)),
        ("15:30", time(15, 30)),
        ("3pm", time(15)),
        ("at 3:30 pm", time(15, 30)),
        ("12am", time(0)),
        ("um 15 Uhr", time(15)),
        ("at noon", time(12)),
    ],
)
def test_a_time_of_day_is_read(words, at):
    parsed = read(f"call @maya yesterday {words}: hi")

    assert parsed.time.at == at
    assert parsed.note == "hi"


def test_a_day_set_apart_at_the_end_is_taken_off_the_note():
    parsed = read("lunch @maya loves the press, yesterday")

    assert parsed.date.day == date(2026, 11, 21)
    assert parsed.note == "loves the press"


def test_a_day_in_the_middle_of_what_was_said_stays_there():
    parsed = read("lunch @maya loves the press we sent yesterday")

    assert parsed.date.day == date(2026, 11, 21)
    assert not parsed.date.sure
    assert parsed.note == "loves the press we sent yesterday"


def test_a_day_after_the_colon_is_none_of_the_touch():
    assert read("call @maya: the launch was yesterday").date is None


def test_figures_that_are_no_date_are_left_alone():
    parsed = read("call @maya about the 2.5 stars: hi")

    assert parsed.date is None


def test_a_person_one_sat_with_is_no_saturday():
    assert read("sat with @maya: hi").date is None
