"""Which row is the header. Some files have none, some have lines before it, some are in no language we know."""

import enum
from collections import Counter
from collections.abc import Sequence

from influencers.importing.mapping.words import target_of_header
from influencers.importing.table import Row
from influencers.importing.values.counts import read_count
from influencers.importing.values.dates import looks_like_a_date
from influencers.importing.values.emails import is_email
from influencers.importing.values.profiles import is_address
from influencers.importing.values.text import one_line


class Header(enum.StrEnum):
    """Where the header is: found out, or as somebody said."""

    FOUND = ""
    FIRST = "first"
    NONE = "none"


_LOOKED_AT = 30
_SAMPLE = 100


def find_header(rows: Sequence[Row]) -> int | None:
    """Return the position of the header among `rows`, or None where the file has none."""
    start = [row for row in rows[:_LOOKED_AT] if row.trouble is None]
    width = _usual_width(rows[:_SAMPLE])
    best, most = None, 0
    for row in start:
        known = _known_cells(row)
        wide = _filled(row) >= min(2, width) and (known >= 2 or len(row.cells) >= width)
        if known > most and wide and not _holds_data(row):
            best, most = row, known
        if best is not None and row is not best and len(row.cells) >= width:
            break
    if best is None:
        best = _header_in_another_language(rows, width)
    return None if best is None else next(n for n, row in enumerate(rows) if row is best)


def first_row(rows: Sequence[Row]) -> int | None:
    """Return the position of the first row that holds anything."""
    return next((n for n, row in enumerate(rows) if not row.is_blank and row.trouble is None), None)


def is_known_header(row: Row) -> bool:
    """Whether a row in the middle is a header: two cells or more, every one of them a header we know."""
    cells = [cell for cell in row.cells if cell.strip()]
    if len(cells) < 2 or any("@" in cell or len(cell) > 80 for cell in cells):
        return False  # nearly every row, and cheap
    return all(target_of_header(one_line(cell)) is not None for cell in cells)


def _known_cells(row: Row) -> int:
    return sum(
        1 for cell in row.cells if cell and len(cell) < 80 and target_of_header(one_line(cell)) is not None
    )


def _filled(row: Row) -> int:
    return sum(1 for cell in row.cells if cell.strip())


def _usual_width(rows: Sequence[Row]) -> int:
    widths = Counter(len(row.cells) for row in rows if not row.is_blank)
    return max(widths, key=lambda width: (widths[width], width), default=0)


def _is_data(cell: str) -> bool:
    """Whether a cell holds what no header holds: an address, a handle with @, a date."""
    text = one_line(cell)
    return bool(text) and (
        is_email(text) or is_address(text) or looks_like_a_date(text) or text.startswith("@")
    )


def _is_figure(cell: str) -> bool:
    return any(letter.isdigit() for letter in cell) and read_count(cell).number is not None


def _holds_data(row: Row) -> bool:
    """Whether the row is one of values. A year alone may be a header."""
    figures = sum(map(_is_figure, row.cells))
    return any(map(_is_data, row.cells)) or 3 * figures > _filled(row)


def _header_in_another_language(rows: Sequence[Row], width: int) -> Row | None:
    """Take the first full row for a header where data stands below its words, or distinct short words alone."""
    full = [
        row for row in rows[:_SAMPLE] if row.trouble is None and len(row.cells) >= width and not row.is_blank
    ]
    if len(full) < 2 or _holds_data(full[0]) or width < 2:
        return None
    below = full[1:]
    for index in range(width):
        column = [row.cells[index] for row in below if row.cells[index].strip()]
        if column and sum(_is_data(cell) or _is_figure(cell) for cell in column) > 0.6 * len(column):
            return full[0]
    return None
