"""XLSX, guarded against workbooks made to fill the memory."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import openpyxl

from influencers.importing.errors import FileRefused
from influencers.importing.limits import MAX_COLUMNS, MAX_PACKING, MAX_ROWS, MAX_UNPACKED
from influencers.importing.messages import Code, Message
from influencers.importing.reading.header import Header
from influencers.importing.reading.layout import table_of
from influencers.importing.table import Kind, Row, Table

_ZEROS = re.compile(r"0+")
_ESCAPED = re.compile(r"_x([0-9A-F]{4})_")  # how a workbook writes letters that XML cannot hold
_BLANK_END = 5_000  # empty rows after which a sheet counts as over; formatting alone makes a million


def read_workbook(data: bytes, file_name: str, header: Header = Header.FOUND) -> Table:
    """Read the first sheet that holds anything; the others are named in a message."""
    _check_packing(data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        rows, messages = _first_filled_sheet(book)
    except FileRefused:
        raise
    except Exception as problem:
        # A broken workbook raises anything from KeyError to expat errors; all of it means the same to people.
        raise FileRefused(Message(Code.BROKEN_WORKBOOK)) from problem
    return table_of(rows, kind=Kind.XLSX, file_name=file_name, messages=messages, header=header)


def _check_packing(data: bytes) -> None:
    """Refuse a workbook that unpacks beyond reason. The sizes are the archive's word; zipfile holds it to them."""
    parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    whole = sum(part.file_size for part in parts)
    bomb = any(
        part.file_size > 1_000_000 and part.file_size > MAX_PACKING * max(part.compress_size, 1)
        for part in parts
    )
    if whole > MAX_UNPACKED or bomb or len(parts) > 10_000:
        raise FileRefused(Message(Code.UNPACKS_TOO_LARGE, read_as=str(MAX_UNPACKED // 1024 // 1024)))


def _first_filled_sheet(book: Any) -> tuple[list[Row], tuple[Message, ...]]:
    rows: list[Row] = []
    others = []
    for sheet in book.worksheets:
        if rows:
            others.append(sheet.title)
        elif sheet.sheet_state == "visible":
            sheet.reset_dimensions()  # what the file says of its size is often wrong
            rows = list(_rows(sheet))
    messages = (Message(Code.OTHER_SHEETS, ", ".join(others)),) if others else ()
    return rows, messages


def _rows(sheet: Any) -> Iterator[Row]:
    count = 0
    blanks: list[Row] = []
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        row = Row(number, tuple(_text(cell) for cell in cells))
        if len(row.cells) > MAX_COLUMNS:
            raise FileRefused(
                Message(Code.TOO_MANY_COLUMNS, str(len(row.cells)), read_as=str(MAX_COLUMNS), line=number)
            )
        if row.is_blank:
            blanks.append(row)
            if len(blanks) > _BLANK_END:
                return
            continue
        count += 1
        if count > MAX_ROWS + 1:
            raise FileRefused(Message(Code.TOO_MANY_ROWS, read_as=f"{MAX_ROWS:,}"))
        yield from blanks
        blanks = []
        yield row


def _text(cell: Any) -> str:
    """Return a cell as one would type it: whole numbers without .0, dates as 2026-11-22, postcodes with zeros."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "seconds")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format or ""))
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))


def _number(value: float, shape: str) -> str:
    if value != value or value in (float("inf"), float("-inf")):
        return ""
    if value == int(value) and abs(value) < 1e15:
        text = str(int(value))
        return text.zfill(len(shape)) if _ZEROS.fullmatch(shape) else text
    return repr(value)
