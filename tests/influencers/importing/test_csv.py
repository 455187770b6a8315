"""CSV in all its dialects: delimiters, line ends, quotes, what a header is."""

import pytest

from influencers.importing import FileRefused, read
from influencers.importing.reading.header import Header
from tests.influencers.importing.making import codes, csv, reading_of

PEOPLE = "Name{0}Handle{0}Email", "Maya Chen{0}maya{0}maya@example.test", "Tom Ray{0}tom{0}tom@example.test"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter) -> None:
    table = read(csv(*(line.format(delimiter) for line in PEOPLE)), "list.csv")

    assert table.headers == ("Name", "Handle", "Email")
    assert table.delimiter == delimiter
    assert [row.line for row in table.rows] == [2, 3]


def test_commas_in_names_do_not_hide_the_semicolon() -> None:
    table = read(csv("Name;Email", "Lin, Priya;p@example.test", "Chen, Maya;m@example.test"), "list.csv")

    assert table.delimiter == ";"


def test_excels_sep_line_is_not_the_header() -> None:
    table = read(csv("sep=;", "Name;Handle", "Maya;maya"), "list.csv")

    assert (table.delimiter, table.header_line, table.rows[0].line) == (";", 2, 3)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_line_ends_of_every_system_are_read(end) -> None:
    assert len(read(csv(*(line.format(",") for line in PEOPLE), end=end), "list.csv").rows) == 2


def test_a_line_break_within_quotes_keeps_the_true_line_numbers() -> None:
    table = read(csv("Name,Bio", 'Maya,"one\ntwo\r\n\r\nfour"', "Tom,x"), "list.csv")

    assert table.rows[0].cells[1] == "one\ntwo\r\n\r\nfour"
    assert [row.line for row in table.rows] == [2, 6]


def test_a_line_break_within_a_header_is_one_header() -> None:
    table = read(csv("Name,Handle", "Maya,maya").replace(b"Handle", b'"Insta\r\nhandle\r\n"'), "list.csv")

    assert table.headers == ("Name", "Insta handle")
    assert table.rows[0].line == 4


def test_a_quote_that_never_ends_refuses_the_file_with_its_line() -> None:
    with pytest.raises(FileRefused) as refused:
        read(b'Name,Handle\rEve,eve\nFay,fay\r\nGus,"gus,\r\nHal,hal\r\n', "list.csv")

    assert refused.value.message.code == "open_quote"
    assert refused.value.message.line == 4


def test_a_quote_that_breaks_its_own_line_loses_only_that_row() -> None:
    reading = reading_of(csv("Name,Handle", 'Gus,"gus"x', "Hal,hal"))

    assert [(row.line, row.reason.code) for row in reading.unreadable] == [(2, "bad_quote")]
    assert [person.name for person in reading.people] == ["Hal"]


def test_a_cell_beyond_pythons_limit_is_read() -> None:
    reading = reading_of(csv("Name,Handle,Notes", f'Maya,maya,"{"x" * 200_000}"'))

    assert len(reading.people[0].facts["notes"]) == 200_000


def test_lines_before_the_header_are_said() -> None:
    table = read(
        csv(
            "Notes:",
            '"When exporting, some things are missing"',
            "",
            "First Name,Last Name,URL",
            "Maya,Chen,",
        ),
        "x.csv",
    )

    assert table.header_line == 4
    assert codes(table.messages) == ["preamble"]


def test_a_file_without_header_loses_nobody_and_says_so() -> None:
    reading = reading_of(
        csv("Maya Chen,maya.chen,maya@example.test,2.0M", "Tom Ray,tom.ray,tom@example.test,1M")
    )

    assert reading.table.header_line is None
    assert "no_header" in codes(reading.messages)
    assert not reading.mapping.confirmed
    assert [person.name for person in reading.people] == ["Maya Chen", "Tom Ray"]
    assert reading.people[0].accounts[0].followers == 2_000_000


def test_a_header_in_an_unknown_language_is_still_one() -> None:
    table = read(csv("名前,メール", "Maya,maya@example.test", "Tom,tom@example.test"), "list.csv")

    assert table.header_line == 1


def test_blank_rows_repeated_headers_and_totals_are_named() -> None:
    lines = (
        "Name,Handle,Followers",
        "Maya,maya,1K",
        ",,",
        "",
        " name ,HANDLE,Followers",
        "Total,,6K",
        "Tom,tom,2K",
        "",
    )
    reading = reading_of(csv(*lines))

    assert [person.name for person in reading.people] == ["Maya", "Tom"]
    assert [(row.line, row.reason.code.value) for row in reading.skipped] == [
        (3, "blank_row"), (4, "blank_row"), (5, "repeated_header"), (6, "totals_row"),
    ]  # fmt: skip


def test_an_artist_called_total_is_a_person() -> None:
    assert len(reading_of(csv("Name,Handle,Followers", "Total,total.band,1K")).people) == 1


def test_a_row_with_nobody_in_it_is_named() -> None:
    reading = reading_of(csv("First Name,Last Name,Email,Connected On", ",,,02 Feb 2022", "Maya,Chen,,"))

    assert [(row.line, row.reason.code) for row in reading.skipped] == [(2, "nobody")]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\r\n\r\n"])
def test_an_empty_file_holds_nobody_and_says_so(data) -> None:
    reading = reading_of(data)

    assert reading.rows == 0
    assert codes(reading.messages) == ["empty_file"]


def test_a_header_alone_holds_nobody_and_says_so() -> None:
    assert codes(reading_of(csv("Name,Handle")).messages) == ["only_a_header"]


def test_somebody_may_say_where_the_header_is() -> None:
    data = csv("Wer,Wo", "Maya,maya", "Tom,tom")

    assert read(data, "list.csv").header_line is None
    assert read(data, "list.csv", header=Header.FIRST).headers == ("Wer", "Wo")
    assert len(read(data, "list.csv", header=Header.NONE).rows) == 3
