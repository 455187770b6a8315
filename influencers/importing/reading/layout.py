"""Which rows of a file are the header, which are nobody, which are people."""

import re
from collections.abc import Sequence

from influencers.importing.errors import FileRefused
from influencers.importing.limits import MAX_ROWS
from influencers.importing.messages import Code, Message
from influencers.importing.reading.header import Header, find_header, first_row, is_known_header
from influencers.importing.table import Kind, Row, Skipped, Table
from influencers.importing.values.text import one_line
from influencers.importing.values.wordlists import words

_TOTALS = words(
    "total totals grand total sum sums summe summen gesamt gesamtsumme insgesamt subtotal average avg "
    "mittelwert count anzahl somme totale suma totaal"
) | {"grand total", "sub total", "sub-total"}


def table_of(
    rows: Sequence[Row],
    *,
    kind: Kind,
    file_name: str,
    encoding: str = "",
    delimiter: str = "",
    messages: tuple[Message, ...] = (),
    header: Header = Header.FOUND,
) -> Table:
    """Find the header and set blank rows, repeated headers and totals aside, each named with its line."""
    rows = _without_trailing_blanks(rows)
    found = (
        find_header(rows) if header is Header.FOUND else first_row(rows) if header is Header.FIRST else None
    )
    said = list(messages)
    if found is None:
        headers: tuple[str, ...] = ("",) * max((len(row.cells) for row in rows), default=0)
        said.append(Message(Code.NO_HEADER if rows else Code.EMPTY_FILE))
        body = rows
    else:
        headers = tuple(one_line(cell) for cell in rows[found].cells)
        if any(not row.is_blank for row in rows[:found]):
            said.append(Message(Code.PREAMBLE, read_as=str(rows[found].line), line=rows[found].line))
        body = rows[found + 1 :]
    people, skipped = _sorted_out(body, headers)
    if found is not None and not people:
        said.append(Message(Code.ONLY_A_HEADER))
    if len(people) > MAX_ROWS:
        raise FileRefused(Message(Code.TOO_MANY_ROWS, read_as=f"{MAX_ROWS:,}"))
    line = None if found is None else rows[found].line
    return Table(
        kind, file_name, headers, line, tuple(people), tuple(skipped), encoding, delimiter, tuple(said)
    )


def _without_trailing_blanks(rows: Sequence[Row]) -> Sequence[Row]:
    """Drop empty lines after the last row: an editor's line break at the end is no row."""
    end = len(rows)
    while end and rows[end - 1].trouble is None and not rows[end - 1].cells:
        end -= 1
    return rows[:end]


def _sorted_out(rows: Sequence[Row], headers: tuple[str, ...]) -> tuple[list[Row], list[Skipped]]:
    people: list[Row] = []
    skipped: list[Skipped] = []
    keys = tuple(_key(header) for header in headers)
    for row in rows:
        code = None if row.trouble else _not_a_person(row, keys)
        if code is None:
            people.append(row)
        else:
            skipped.append(Skipped(row.line, Message(code, ", ".join(filter(None, row.cells))), row.cells))
    return people, skipped


def _not_a_person(row: Row, keys: tuple[str, ...]) -> Code | None:
    if row.is_blank:
        return Code.BLANK_ROW
    if _repeats(row, keys) or is_known_header(row):
        return Code.REPEATED_HEADER
    return Code.TOTALS_ROW if _is_totals(row) else None


def _repeats(row: Row, keys: tuple[str, ...]) -> bool:
    """Whether every cell that holds something holds its own column's header."""
    if not keys or not row.cells[0:1] or not any(keys):
        return False
    pairs = [(_key(cell), key) for cell, key in zip(row.cells, keys, strict=False) if cell]
    wanted = min(2, sum(1 for key in keys if key))
    return len(pairs) >= wanted and all(cell == key for cell, key in pairs)


def _is_totals(row: Row) -> bool:
    """Whether a word for 'total' stands first and only figures follow."""
    cells = [one_line(cell) for cell in row.cells if cell.strip()]
    if len(cells) < 2 or cells[0].rstrip(":").casefold() not in _TOTALS:
        return False
    return all(re.fullmatch(r"[\d.,'’ %]+\s?[A-Za-z]{0,4}\.?", cell) for cell in cells[1:])


def _key(cell: str) -> str:
    return one_line(cell).casefold()
