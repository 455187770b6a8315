"""An export as CSV, streamed, and as XLSX."""

import csv
import re
import tempfile
from collections.abc import Iterator
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from influencers.actions.exporting.table import Cell, Sheet

MARK = "\ufeff"  # so that spreadsheets know that it is UTF-8
# What XML cannot hold, and what would be read as such.
_ESCAPED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\r\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text


def csv_lines(sheet: Sheet) -> Iterator[bytes]:
    """Yield the file, line by line; every cell is quoted, so that no other delimiter parts it."""
    writer = csv.writer(_Echo(), quoting=csv.QUOTE_ALL)
    yield (MARK + writer.writerow(sheet.header)).encode()
    for row in sheet.rows():
        yield writer.writerow(row).encode("utf-8", "replace")


def workbook(sheet: Sheet) -> IO[bytes]:
    """Return the file, written row by row to a temporary one that is gone when it is closed."""
    book = Workbook(write_only=True)
    page = book.create_sheet("Advocates")
    page.freeze_panes = "C2"
    page.append([_head(page, title) for title in sheet.header])
    for row in sheet.rows():
        page.append([_cell(page, cell) for cell in row])
    stream = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it
    book.save(stream)
    stream.seek(0)
    return stream


def _head(page: Any, title: str) -> Any:
    cell = WriteOnlyCell(page, title)
    cell.font = Font(bold=True)
    return cell


def _cell(page: Any, value: Cell) -> Any:
    """Return a cell that is text where it is text: openpyxl would make a formula of one that begins with `=`."""
    if isinstance(value, int):
        return WriteOnlyCell(page, value)
    cell = WriteOnlyCell(page)
    cell.value = None
    cell._value, cell.data_type = _escaped(value), "s"
    return cell


def _escaped(text: str) -> str:
    """Write letters that XML cannot hold as workbooks do: _x000D_."""
    return _ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
