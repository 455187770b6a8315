"""A file as rows of cells, each with its true line number."""

import enum
from dataclasses import dataclass

from influencers.importing.messages import Message


class Kind(enum.StrEnum):
    """What the file is."""

    CSV = "csv"
    XLSX = "xlsx"
    VCARD = "vcard"


@dataclass(frozen=True, slots=True)
class Row:
    """One record. `line` is where it starts in the file; `trouble` says why it cannot be believed."""

    line: int
    cells: tuple[str, ...]
    trouble: Message | None = None
    messages: tuple[Message, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(cell and not cell.isspace() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is not meant to be a person, and why."""

    line: int
    reason: Message
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """What was read. `header_line` is None where the file has no header; `rows` never holds blank ones."""

    kind: Kind
    file_name: str
    headers: tuple[str, ...]
    header_line: int | None
    rows: tuple[Row, ...]
    skipped: tuple[Skipped, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    messages: tuple[Message, ...] = ()

    def column(self, index: int) -> list[str]:
        """Return the cells of one column of every believable row; a short row counts as empty there."""
        return [
            row.cells[index] if index < len(row.cells) else "" for row in self.rows if row.trouble is None
        ]
