"""Follower counts: a number, or unknown; never 0 for unknown and never a wrong number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from influencers.importing.values.counts import read_count, writes_decimal_commas


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0), ("12", 12), ("1.2M", 1_200_000), ("1,2M", 1_200_000), ("12k", 12_000), ("12 K", 12_000),
        ("1,234,567", 1_234_567), ("1.234.567", 1_234_567), ("1 234 567", 1_234_567), ("1\u202f234", 1234),
        ("1’234’567", 1_234_567), ("12,34,567", 1_234_567), ("3.400", 3400), ("50700000.00", 50_700_000),
        ("1,234.50K", 1_234_500), ("1.234,5K", 1_234_500), ("0.89k", 890), ("2.5E+6", 2_500_000), ("1e6", 1_000_000),
        ("1.5B", 1_500_000_000), ("4,5 Mio.", 4_500_000), ("3 Tsd.", 3000), ("2 Mrd", 2_000_000_000),
        ("１２３", 123), ("٣٤٥", 345), ("12k followers", 12_000), ("1,5 lakh", 150_000), ("3万", 30_000),
    ],
)  # fmt: skip
def test_a_count_is_read_in_the_shape_people_write_it(text, number) -> None:
    assert read_count(text).number == number


@pytest.mark.parametrize(
    "text",
    [
        "N/A", "n/a", "N/A'", "-", "—", "#VALOR!", "#REF!", "#NAME?", "nan", "NaN", "Infinity", "-5", "1.2.3M",
        "over 9000", "999999999999999999999", "12 apples", "5²", "1,23,4", "12 34", "0x1F", "1k2", "k", "١٢x",
    ],
)  # fmt: skip
def test_a_count_that_cannot_be_read_is_unknown_and_said(text) -> None:
    count = read_count(text)

    assert count.number is None
    assert count.message is not None
    assert count.message.value == text


def test_an_empty_cell_is_unknown_without_a_word() -> None:
    assert read_count("  ") == read_count("")
    assert read_count("").number is None
    assert read_count("").message is None


@pytest.mark.parametrize(("text", "number"), [("≈5k", 5000), ("5k+", 5000), ("~1.2M", 1_200_000)])
def test_an_approximate_count_is_taken_and_said(text, number) -> None:
    count = read_count(text)

    assert count.number == number
    assert count.message.code == "count_approximate"


def test_the_column_says_whether_a_comma_is_a_decimal_one() -> None:
    assert writes_decimal_commas(["1,2 Mio.", "3,4 Mio.", "900"])
    assert not writes_decimal_commas(["1.2M", "1,234", "900"])
    assert read_count("1,234K", decimal_comma=True).number == 1234
    assert read_count("1,234K").number == 1_234_000


@given(st.integers(min_value=0, max_value=10**10))
def test_every_number_survives_being_written_plainly_or_grouped(number) -> None:
    assert read_count(str(number)).number == number
    assert read_count(f"{number:,}").number == number
    assert read_count(f"{number:,}".replace(",", ".")).number == number
    assert read_count(f"{number:,}".replace(",", " ")).number == number


@given(st.text())
def test_no_text_whatever_breaks_it_or_becomes_negative(text) -> None:
    number = read_count(text).number

    assert number is None or 0 <= number <= 20_000_000_000
