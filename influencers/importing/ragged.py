"""Rows with more cells than the header: a comma that nobody quoted, or cells that belong nowhere."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from influencers.importing.mapping.mapping import Column, Mapping
from influencers.importing.mapping.targets import Field
from influencers.importing.messages import Code, Message
from influencers.importing.table import Row
from influencers.importing.values.counts import read_count
from influencers.importing.values.dates import looks_like_a_date
from influencers.importing.values.emails import is_email
from influencers.importing.values.handles import looks_like_a_handle
from influencers.importing.values.profiles import is_address

# Cells that can be told to stand in the right column or not.
_FITS: dict[Field, Callable[[str], bool]] = {
    Field.EMAIL: is_email,
    Field.LINK: is_address,
    Field.FOLLOWERS: lambda text: text[0].isdigit() and read_count(text).number is not None,
    Field.DATE: looks_like_a_date,
    Field.HANDLE: looks_like_a_handle,
}


@dataclass(frozen=True, slots=True)
class Fitted:
    """The cells of a row, one a column; `beyond` are those that belong to none."""

    cells: Sequence[str]
    beyond: tuple[str, ...] = ()
    messages: tuple[Message, ...] = ()


def fit(row: Row, mapping: Mapping) -> Fitted:
    """Return the row's cells as many as there are columns, mended where that is beyond doubt, and said."""
    width, cells = len(mapping.columns), row.cells
    if len(cells) <= width:
        return Fitted(cells)
    beyond = tuple(cell for cell in cells[width:] if cell.strip())
    if not beyond:
        return Fitted(cells[:width])
    while not cells[-1].strip():
        cells = cells[:-1]
    return (
        _joined_count(cells, mapping)
        or _joined_text(cells, mapping)
        or Fitted(cells[:width], beyond, (Message(Code.EXTRA_CELLS, ", ".join(beyond)),))
    )


def _joined_count(cells: tuple[str, ...], mapping: Mapping) -> Fitted | None:
    """Mend 10,000 without quotes, which came apart into 10 and 000."""
    more = len(cells) - len(mapping.columns)
    for column in mapping.of(Field.FOLLOWERS):
        parts = cells[column.index : column.index + more + 1]
        if re.fullmatch(r"\d{1,3}", parts[0].strip()) and all(
            re.fullmatch(r"\d{3}", part.strip()) for part in parts[1:]
        ):
            return _join(cells, column, more, ",", Code.JOINED_COUNT)
    return None


def _joined_text(cells: tuple[str, ...], mapping: Mapping) -> Fitted | None:
    """Mend `Lin, Priya` without quotes, where only joining it puts addresses and figures under their headers."""
    if len(cells) != len(mapping.columns) + 1:
        return None
    before = _fitness(cells, mapping)
    best = None
    for column in mapping.columns:
        if column.target.field in _FITS or not cells[column.index].strip():
            continue
        joined = _join(cells, column, 1, ",", Code.JOINED_NAME)
        fitness = _fitness(joined.cells, mapping)
        if fitness > before and (best is None or fitness > best[0] or column.target.field is Field.NAME):
            best = (fitness, joined)
    return best[1] if best else None


def _join(cells: tuple[str, ...], column: Column, more: int, by: str, code: Code) -> Fitted:
    end = column.index + more + 1
    text = by.join(cells[column.index : end])
    joined = (*cells[: column.index], text, *cells[end:])
    return Fitted(joined, messages=(Message(code, text, column.title),))


def _fitness(cells: Sequence[str], mapping: Mapping) -> int:
    """Count the cells that have their column's shape, less those that cannot stand there."""
    score = 0
    for column in mapping.columns:
        test = _FITS.get(column.target.field)
        text = cells[column.index].strip()
        if test and text:
            score += 1 if test(text) else -1
    return score
