"""What people say about a file, and the file read accordingly."""

from collections.abc import Mapping as Dictionary
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from influencers.importing import Code, Mapping, Message, Reading, Table, Target, guess
from influencers.importing.values.dates import Order


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything somebody may say before a file is imported; what they leave out is found out."""

    columns: Dictionary[int, str] = field(default_factory=dict)  # position: target
    encoding: str = ""
    header: str = ""
    date_order: str = ""
    platform: str = ""
    gaps_only: bool = False
    counted_on: str = ""  # ISO
    confirmed: bool = False  # somebody looked at the columns

    def as_json(self) -> dict[str, Any]:
        """Return the answers for storing."""
        return {**asdict(self), "columns": {str(index): target for index, target in self.columns.items()}}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "Answers":
        """Return what `as_json` stored."""
        columns = {int(index): str(target) for index, target in stored.get("columns", {}).items()}
        return cls(**{**stored, "columns": columns})


def mapping_as_answered(table: Table, answers: Answers) -> Mapping:
    """Return the guess at the columns, with what somebody said instead."""
    mapping = guess(table)
    for index, target in answers.columns.items():
        if index < len(mapping.columns) and str(mapping.columns[index].target) != target:
            mapping = mapping.with_target(index, Target.parse(target))
    if answers.date_order:
        quiet = tuple(said for said in mapping.messages if said.code is not Code.DATE_ORDER_UNKNOWN)
        mapping = replace(mapping, date_order=Order(answers.date_order), messages=quiet)
    if answers.platform:
        mapping = replace(mapping, default_platform=answers.platform)
    return replace(mapping, confirmed=mapping.confirmed or answers.confirmed)


def about(reading: Reading) -> dict[str, Any]:
    """Return what was found out about a file, for storing and showing."""
    table, mapping = reading.table, reading.mapping
    return {
        "kind": table.kind.value,
        "encoding": table.encoding,
        "delimiter": table.delimiter,
        "header_line": table.header_line,
        "date_order": mapping.date_order.value if mapping.date_order else "",
        "platform": mapping.default_platform,
        "is_ours": mapping.is_ours,
        "confirmed": mapping.confirmed,
        "messages": [message.as_dict() for message in reading.messages],
        "columns": [
            {
                "index": column.index,
                "header": column.header,
                "target": str(column.target),
                "why": column.why.value,
                "samples": list(column.samples),
            }
            for column in mapping.columns
        ],
    }


def messages_of(found: dict[str, Any]) -> list[Message]:
    """Return what is to be said about a stored file."""
    return [Message.from_dict(said) for said in found.get("messages", [])]
