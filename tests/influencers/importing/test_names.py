"""Names: kept as they are, but for what nobody sees."""

import pytest

from influencers.importing.values.names import name_key, read_name, writes_last_names_first
from tests.influencers.importing.making import codes


@pytest.mark.parametrize(
    "name",
    ["NULL", "None", "true", "007", "N/A", "李 明", "مريم الأسمر", "한국", "👩🏽‍🚀 Greta", "-2+3", "=1+1"],
)
def test_a_name_that_looks_like_something_else_is_a_name(name) -> None:
    assert read_name(name).text == name
    assert read_name(name).messages == ()


def test_blanks_around_and_doubled_ones_go() -> None:
    assert read_name("  Dmitri  \n Novák ").text == "Dmitri Novák"


def test_composed_and_decomposed_letters_are_one_name() -> None:
    assert read_name("Zoe\u0308").text == read_name("Zo\u00eb").text
    assert name_key("ZOE\u0308 lin") == name_key("Zoë  Lin")


def test_letters_that_hide_are_taken_out_and_said() -> None:
    name = read_name("\u202eevil\u202c Dmitri\u200b")

    assert name.text == "evil Dmitri"
    assert codes(name.messages) == ["invisible_removed"]


def test_nul_is_taken_out_and_said() -> None:
    assert read_name("x\x00y").text == "xy"
    assert codes(read_name("x\x00y").messages) == ["nul_removed"]


@pytest.mark.parametrize("text", ["#NAME?", "#NOMBRE?", "#VALOR!", "#REF!", "#N/A"])
def test_a_spreadsheet_error_is_no_name(text) -> None:
    assert read_name(text).text == ""
    assert codes(read_name(text).messages) == ["name_is_an_error"]


def test_a_name_too_long_for_a_page_is_cut_and_kept_whole() -> None:
    name = read_name("a" * 300)

    assert name.text == "a" * 200
    assert name.whole == "a" * 300
    assert codes(name.messages) == ["name_shortened"]


def test_a_name_of_marks_nobody_sees_is_none() -> None:
    assert read_name("\ufe0f\ufe0f").text == ""


@pytest.mark.parametrize(
    ("written", "name"),
    [("Lin, Priya", "Priya Lin"), ("O'Brien, Mei", "Mei O'Brien"), ("Lin, PMP", "Lin, PMP"),
     ("Priya Lin, Jr.", "Priya Lin, Jr."),
     ("Tyler, The Creator", "Tyler, The Creator"), ("smith, adam", "smith, adam"), ("Acme, Inc", "Acme, Inc")],
)  # fmt: skip
def test_last_name_first_is_turned_where_the_column_does_so(written, name) -> None:
    assert read_name(written, last_first=True).text == name
    assert read_name(written).text == written


def test_a_column_has_the_habit_of_last_names_first_or_has_not() -> None:
    assert writes_last_names_first(["Lin, Priya", "Greta Ivanov", "Wójcik, Tomás"])
    assert not writes_last_names_first(["Lin, Priya", *["Greta Ivanov"] * 50])


@pytest.mark.parametrize("written", ["?ukasz Lin", "Zoë Tr?n", "Zo\ufffd"])
def test_letters_lost_before_are_said(written) -> None:
    assert read_name(written).text == written
    assert codes(read_name(written).messages) == ["name_lost_letters"]
