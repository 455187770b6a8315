"""What a file really is, whatever its name says."""

import io
import re
import zipfile

from influencers.importing.errors import FileRefused
from influencers.importing.messages import Code, Message
from influencers.importing.table import Kind

_BINARY = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"Rar!",
    b"SQLite format 3",
    b"\x7fELF",
    b"MZ\x90",
    b"RIFF",
)
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
# Control characters no text holds; NUL is left out, a stray one happens and UTF-16 is full of them.
_CONTROLS = bytes(set(range(1, 32)) - {9, 10, 11, 12, 13, 26, 27})


def kind_of(data: bytes, file_name: str) -> Kind:
    """Say what the file is; raises FileRefused where it is nothing we read, or not what its name says."""
    suffix = file_name.rpartition(".")[2].casefold() if "." in file_name else ""
    if data.startswith(_ZIP):
        return _zipped(data, suffix)
    if data.startswith(_OLD_WORKBOOK):
        raise FileRefused(Message(Code.OLD_WORKBOOK))
    if data.startswith(_BINARY) or _is_binary(data):
        raise FileRefused(Message(Code.BINARY))
    if suffix in ("xlsx", "xlsm"):
        raise FileRefused(Message(Code.NOT_A_WORKBOOK))
    return _text(data[:4096], suffix)


def _zipped(data: bytes, suffix: str) -> Kind:
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        names = []
    is_workbook = "xl/workbook.xml" in names
    if is_workbook and suffix in ("xlsx", "xlsm"):
        return Kind.XLSX
    if suffix in ("xlsx", "xlsm"):
        raise FileRefused(Message(Code.BROKEN_WORKBOOK))
    raise FileRefused(Message(Code.IS_A_WORKBOOK if is_workbook else Code.IS_A_ZIP, suffix))


def _is_binary(data: bytes) -> bool:
    sample = data[:65536]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > max(3, len(sample) // 200) and not sample.startswith((b"\xff\xfe", b"\xfe\xff"))


def _text(start: bytes, suffix: str) -> Kind:
    letters = start.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe\r\n\t ").upper()
    is_card = re.match(rb"(?:[\w-]+\.)?BEGIN:\s*VCARD", letters) is not None
    if letters.startswith(b"BEGIN:VCALENDAR"):
        raise FileRefused(Message(Code.IS_A_CALENDAR))
    if suffix in ("vcf", "vcard"):
        if letters and not is_card:
            raise FileRefused(Message(Code.NOT_A_VCARD))
        return Kind.VCARD
    if is_card:
        raise FileRefused(Message(Code.IS_A_VCARD))
    return Kind.CSV
