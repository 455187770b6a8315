"""Encodings: a mark, else UTF-8, else Windows-1252, and people are told."""

import codecs

import pytest

from influencers.importing import FileRefused, read
from tests.influencers.importing.making import codes, reading_of

TEXT = "Name,Handle\r\nZoë Trần,zoe\r\nŁukasz,lukasz\r\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
     (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (b"", "utf-8")],
)  # fmt: skip
def test_unicode_is_read_with_and_without_a_mark(mark, encoding) -> None:
    table = read(mark + TEXT.encode(encoding), "list.csv")

    assert table.encoding == encoding
    assert [row.cells[0] for row in table.rows] == ["Zoë Trần", "Łukasz"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_a_mark_is_known_by_its_zeros(encoding) -> None:
    assert read("Name,Handle\r\nMaya,maya\r\n".encode(encoding), "list.csv").headers == ("Name", "Handle")


def test_windows_text_is_read_and_said() -> None:
    reading = reading_of("Name,Notes\r\nMuñoz,“Great” – €500\r\n".encode("cp1252"))

    assert reading.people[0].name == "Muñoz"
    assert reading.people[0].facts["notes"] == "“Great” – €500"
    assert codes(reading.messages) == ["read_as_encoding"]


def test_a_row_in_another_encoding_is_read_and_said() -> None:
    reading = reading_of("Name,Handle\r\nZoë,zoe\r\n".encode() + "Café,cafe\r\n".encode("cp1252"))

    assert [person.name for person in reading.people] == ["Zoë", "Café"]
    assert codes(reading.people[1].messages) == ["row_read_as_encoding"]


def test_a_row_of_broken_bytes_is_unreadable_and_named() -> None:
    reading = reading_of("Name,Handle\r\nZoë,zoe\r\n".encode() + b"Lone \xed\xa0\x80,lone\r\n")

    assert [person.name for person in reading.people] == ["Zoë"]
    assert [(row.line, row.reason.code) for row in reading.unreadable] == [(3, "bad_bytes")]


def test_somebody_may_say_the_encoding() -> None:
    data = "Name,Handle\r\nŁukasz,l\r\n".encode("cp1250")

    assert read(data, "list.csv", encoding="cp1250").rows[0].cells[0] == "Łukasz"
    with pytest.raises(FileRefused):
        read(b"\xff\x00\xff", "list.csv", encoding="no-such-encoding")
