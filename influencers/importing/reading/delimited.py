"""CSV in all its dialects."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from influencers.importing.errors import FileRefused
from influencers.importing.limits import MAX_BYTES, MAX_COLUMNS, MAX_ROWS
from influencers.importing.messages import Code, Message
from influencers.importing.reading.delimiters import sniff
from influencers.importing.reading.encodings import Decoded, decode
from influencers.importing.reading.header import Header
from influencers.importing.reading.layout import table_of
from influencers.importing.table import Kind, Row, Table

_SEP_LINE = re.compile(r'"?sep=(.)"?(?:\r\n|\r|\n)', re.IGNORECASE)


def read_delimited(data: bytes, file_name: str, encoding: str = "", header: Header = Header.FOUND) -> Table:
    """Read a CSV file. Raises FileRefused with the line where a quote is never closed."""
    decoded = decode(data, encoding)
    text, first_line, delimiter = decoded.text, 1, ""
    if said := _SEP_LINE.match(text):
        delimiter, first_line, text = said[1], 2, text[said.end() :]
    delimiter = delimiter or sniff(text)
    rows = [_row(record, decoded) for record in _records(text, delimiter, first_line)]
    return table_of(
        rows,
        kind=Kind.CSV,
        file_name=file_name,
        encoding=decoded.encoding,
        delimiter=delimiter,
        messages=decoded.messages,
        header=header,
    )


@dataclass(frozen=True, slots=True)
class _Record:
    first: int
    last: int
    cells: list[str]
    trouble: Message | None = None


def _records(text: str, delimiter: str, first_line: int) -> Iterator[_Record]:
    """Split `text` into records with their lines. A row that breaks on its own line is only itself lost."""
    # Python refuses cells beyond 131,072 letters, and keeps this limit for the whole process.
    if csv.field_size_limit() < MAX_BYTES:
        csv.field_size_limit(MAX_BYTES)
    space_before_quote = re.match(rf'[^\r\n"]*{re.escape(delimiter)} +"', text) is not None
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=space_before_quote
    )
    count = 0
    while True:
        first = reader.line_num + first_line
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            last = reader.line_num + first_line - 1
            if last > first or "end of data" in str(problem):
                raise FileRefused(Message(Code.OPEN_QUOTE, line=first)) from problem
            yield _Record(first, last, [], Message(Code.BAD_QUOTE, _line(text, reader.line_num), line=first))
            continue
        count += 1
        _check_size(count, cells, first)
        yield _Record(first, reader.line_num + first_line - 1, cells)


def _check_size(count: int, cells: list[str], line: int) -> None:
    if count > MAX_ROWS + 100:
        raise FileRefused(Message(Code.TOO_MANY_ROWS, read_as=f"{MAX_ROWS:,}"))
    if len(cells) > MAX_COLUMNS:
        raise FileRefused(
            Message(Code.TOO_MANY_COLUMNS, str(len(cells)), read_as=str(MAX_COLUMNS), line=line)
        )


def _row(record: _Record, decoded: Decoded) -> Row:
    """Give a record what is known about the encoding of its lines."""
    trouble = record.trouble
    messages: tuple[Message, ...] = ()
    if decoded.bad or decoded.odd:
        lines = range(record.first, record.last + 1)
        trouble = trouble or next((decoded.bad[line] for line in lines if line in decoded.bad), None)
        messages = tuple(decoded.odd[line] for line in lines if line in decoded.odd)
    return Row(record.first, tuple(record.cells), trouble, messages)


def _line(text: str, number: int) -> str:
    """Return one line of `text`, for a message."""
    stream = io.StringIO(text, newline="")
    for _ in range(number - 1):
        stream.readline()
    return stream.readline().strip()
