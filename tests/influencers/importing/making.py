"""Files made in the tests, and what the importer makes of them."""

import datetime as dt
import io

import openpyxl

from influencers.importing import Mapping, Reading, guess, people_in, read

TODAY = dt.date(2026, 11, 22)


def csv(*lines: str, end: str = "\r\n") -> bytes:
    """Return a file of these lines."""
    return "".join(line + end for line in lines).encode()


def reading_of(data: bytes, file_name: str = "list.csv") -> Reading:
    """Read a file as the page does before anybody has answered a question."""
    table = read(data, file_name)
    return people_in(table, guess(table), today=TODAY)


def mapping_of(data: bytes, file_name: str = "list.csv") -> Mapping:
    """Return the guess at the columns of a file."""
    return guess(read(data, file_name))


def targets_of(data: bytes, file_name: str = "list.csv") -> list[str]:
    """Return what each column is taken for."""
    return [str(column.target) for column in mapping_of(data, file_name).columns]


def codes(messages) -> list[str]:
    """Return the codes of some messages."""
    return [message.code.value for message in messages]


def workbook(*rows, formats=None) -> bytes:
    """Return an XLSX file of these rows; `formats` are number formats by cell name."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for cell, shape in (formats or {}).items():
        book.active[cell].number_format = shape
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
