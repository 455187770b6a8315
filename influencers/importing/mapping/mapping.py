"""The answer to 'what is each column?', and how sure it is."""

import enum
from dataclasses import dataclass, replace

from influencers.importing.mapping.targets import REPEATABLE, Field, Target
from influencers.importing.messages import Message
from influencers.importing.values.dates import Order


class Why(enum.StrEnum):
    """What a column's meaning was taken from."""

    HEADER = "header"
    CONTENTS = "contents"
    ASKED = "asked"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header as written, what it is, why we think so, and some of its cells to look at."""

    index: int
    header: str
    target: Target
    why: Why
    samples: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The header, or the number of the column where it has none."""
        return self.header or f"#{self.index + 1}"


@dataclass(frozen=True, slots=True)
class Mapping:
    """All columns, and what of the file as a whole decides how cells are read.

    `default_platform` holds for handles whose column does not say. `is_ours` marks our own export, whose
    formula guards are taken off again. `confirmed` is False while somebody must look: there was no header.
    """

    columns: tuple[Column, ...]
    default_platform: str = ""
    date_order: Order | None = None
    decimal_comma: bool = False
    last_first: bool = False
    is_ours: bool = False
    confirmed: bool = True
    messages: tuple[Message, ...] = ()

    def of(self, field: Field) -> list[Column]:
        """Return the columns that hold `field`."""
        return [column for column in self.columns if column.target.field is field]

    def with_target(self, index: int, target: Target) -> "Mapping":
        """Return the mapping with one column as somebody said it is; another guess at the same gives way."""
        columns = []
        for column in self.columns:
            if column.index == index:
                column = replace(column, target=target, why=Why.ASKED)
            elif column.target == target and target.field not in REPEATABLE and column.why is not Why.ASKED:
                column = replace(column, target=Target(Field.KEEP), why=Why.NOTHING)
            columns.append(column)
        return replace(self, columns=tuple(columns), confirmed=True)

    def position_of(self, name: str) -> int | None:
        """Return the position of the column of that header, or of that number counted from 1."""
        wanted = name.strip().casefold()
        for column in self.columns:
            if wanted in (column.header.casefold(), f"#{column.index + 1}", str(column.index + 1)):
                return column.index
        return None
