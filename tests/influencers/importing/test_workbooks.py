"""XLSX."""

import datetime as dt
import io
import zipfile

import openpyxl
import pytest

from influencers.importing import FileRefused, read
from tests.influencers.importing.making import codes, reading_of, workbook


def test_cells_come_as_one_would_type_them() -> None:
    data = workbook(
        ["Name", "Instagram", "Followers", "Postcode", "Joined", "Active"],
        ["Maya", "maya", 1234567.0, 801, dt.datetime(2026, 11, 22), True],
        formats={"D2": "00000"},
    )

    table = read(data, "list.xlsx")

    assert table.rows[0].cells == ("Maya", "maya", "1234567", "00801", "2026-11-22", "TRUE")
    assert table.rows[0].line == 2


def test_a_formula_comes_as_its_value_and_never_as_itself() -> None:
    table = read(workbook(["Name", "Handle"], ["Maya", "=1+1"]), "list.xlsx")

    assert table.rows[0].cells[1] == ""  # never computed, so there is no value


def test_the_first_filled_sheet_is_read_and_the_others_are_named() -> None:
    book = openpyxl.Workbook()
    people, other = book.create_sheet("People"), book.create_sheet("Old")
    people.append(["Name", "Handle"])
    people.append(["Maya", "maya"])
    other.append(["Name"])
    stream = io.BytesIO()
    book.save(stream)

    reading = reading_of(stream.getvalue(), "list.xlsx")

    assert [person.name for person in reading.people] == ["Maya"]
    assert "other_sheets" in codes(reading.messages)


def test_blank_rows_between_people_keep_the_line_numbers() -> None:
    reading = reading_of(workbook(["Name", "Handle"], ["Maya", "maya"], [], ["Tom", "tom"]), "list.xlsx")

    assert [person.line for person in reading.people] == [2, 4]
    assert [row.line for row in reading.skipped] == [3]


def test_a_workbook_made_to_fill_the_memory_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 50_000_000)

    with pytest.raises(FileRefused) as refused:
        read(stream.getvalue(), "list.xlsx")

    assert refused.value.message.code == "unpacks_too_large"


def test_a_cut_workbook_is_refused_and_not_half_read() -> None:
    whole = workbook(["Name", "Handle"], *[["Maya", "maya"]] * 50)
    parts = zipfile.ZipFile(io.BytesIO(whole))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in parts.namelist():
            content = parts.read(name)
            archive.writestr(name, content[: len(content) // 2] if "sheet1" in name else content)

    with pytest.raises(FileRefused) as refused:
        read(stream.getvalue(), "list.xlsx")

    assert refused.value.message.code == "broken_workbook"
