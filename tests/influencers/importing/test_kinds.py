"""What a file really is, whatever its name says."""

import io
import zipfile

import pytest

from influencers.importing import FileRefused, read
from influencers.importing.limits import MAX_BYTES, MAX_ROWS
from tests.influencers.importing.making import csv, workbook


def zipped(name: str, content: bytes) -> bytes:
    """Return a ZIP with one file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x01", "a.csv", "binary"),
        (bytes(range(1, 255)) * 4, "a.csv", "binary"),
        (zipped("a.txt", b"x"), "a.csv", "is_a_zip"),
        (workbook(["Name"]), "a.csv", "is_a_workbook"),
        (zipped("a.txt", b"x"), "a.xlsx", "broken_workbook"),
        (b"Name,Handle\r\n", "a.xlsx", "not_a_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "a.xls", "old_workbook"),
        (b"BEGIN:VCALENDAR\r\n", "a.ics", "is_a_calendar"),
        (b"BEGIN:VCARD\r\n", "a.csv", "is_a_vcard"),
        (b"Name,Handle\r\n", "a.vcf", "not_a_vcard"),
        (b"x" * (MAX_BYTES + 1), "a.csv", "too_large"),
        (csv("Name,Handle", *["Maya,maya"] * (MAX_ROWS + 1)), "a.csv", "too_many_rows"),
        (csv(",".join(f"c{n}" for n in range(600))), "a.csv", "too_many_columns"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_list_of_people_is_refused_with_the_reason(data, name, code) -> None:
    with pytest.raises(FileRefused) as refused:
        read(data, name)

    assert refused.value.message.code == code
