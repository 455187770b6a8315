"""Dates: the file's own order decides, or people do; nothing is guessed for one cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from influencers.importing.values.dates import Order, order_of, read_birthday, read_date
from tests.influencers.importing.making import TODAY


def iso(text: str, order: Order | None = None) -> str:
    """Return how a cell is read."""
    return read_date(text, order=order, today=TODAY).iso


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-22", "22/11/2026", "11/22/2026", "22.11.2026", "22 Nov 2026", "Nov 22, 2026", "20261122",
        "2026/11/22", "22-11-2026", "22 November 2026", "22. November 2026", "2026-11-22T23:30:00-08:00",
        "2026-11-22 14:31", "22 novembre 2026", "22 de noviembre de 2026", "Sunday, 22 November 2026", "22-Nov-26",
    ],
)  # fmt: skip
def test_a_date_is_read_in_the_shape_people_write_it(text) -> None:
    assert iso(text) == "2026-11-22"


def test_a_date_that_may_be_two_days_is_neither() -> None:
    day = read_date("03/04/2026", order=None, today=TODAY)

    assert day.iso == ""
    assert day.message.code == "date_ambiguous"
    assert iso("03/04/2026", Order.DAY_FIRST) == "2026-04-03"
    assert iso("03/04/2026", Order.MONTH_FIRST) == "2026-03-04"


@pytest.mark.parametrize("text", ["2026-02-30", "29/02/2027", "00/00/0000", "yesterday", "32.01.2026", "n/a"])
def test_a_date_that_cannot_be_is_said(text) -> None:
    day = read_date(text, order=None, today=TODAY)

    assert day.iso == ""
    assert day.message.code == "date_impossible"


@pytest.mark.parametrize("text", ["1900-01-01", "2126-01-01"])
def test_a_date_nobody_means_is_said(text) -> None:
    assert read_date(text, order=None, today=TODAY).message.code == "date_implausible"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("46348", "2026-11-22"),
        ("1795305600", "2026-11-22"),
        ("1795305600000", "2026-11-22"),
        ("31-Dec-99", "1999-12-31"),
    ],
)
def test_a_figure_read_as_a_date_says_so(text, day) -> None:
    read = read_date(text, order=None, today=TODAY)

    assert read.iso == day
    assert read.message.code == "date_guessed"


@pytest.mark.parametrize(
    ("text", "day"), [("--03-15", "--03-15"), (" --0412", "--04-12"), ("--02-29", "--02-29")]
)
def test_a_birthday_without_a_year_keeps_day_and_month(text, day) -> None:
    assert iso(text) == day


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [("15/03", None, "--03-15"), ("03/15", None, "--03-15"), ("4.3.", None, "--03-04"), ("03/04", None, ""),
     ("03/04", Order.MONTH_FIRST, "--03-04"), ("03/04/1990", Order.DAY_FIRST, "1990-04-03"), ("2026-12-24", None, ""),
     ("31/02", None, ""), ("--0412", None, "--04-12")],
)  # fmt: skip
def test_a_birthday_is_in_the_past_or_has_no_year(text, order, day) -> None:
    assert read_birthday(text, order=order, today=TODAY).iso == day


def test_one_cell_above_twelve_decides_the_order_of_its_file() -> None:
    assert order_of(["03/04/2026", "22/11/2026"]) == (Order.DAY_FIRST, True)
    assert order_of(["03/04/2026", "11/22/2026"]) == (Order.MONTH_FIRST, True)


def test_cells_that_prove_both_orders_decide_nothing() -> None:
    assert order_of(["22/11/2026", "11/22/2026", "03/04/2026"]) == (None, True)
    assert order_of(["03/04/2026"]) == (None, True)
    assert order_of(["05/05/2026", "2026-01-02", ""]) == (None, False)


@given(st.dates(min_value=TODAY.replace(year=1930), max_value=TODAY))
def test_every_day_survives_being_written(day) -> None:
    assert iso(day.isoformat()) == day.isoformat()
    assert iso(f"{day:%d.%m.%Y}") == day.isoformat()
    assert iso(f"{day:%d/%m/%Y}", Order.DAY_FIRST) == day.isoformat()


@given(st.text(), st.sampled_from([None, *Order]))
def test_no_text_whatever_breaks_it(text, order) -> None:
    read_date(text, order=order, today=TODAY)
