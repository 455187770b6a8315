"""What an import did, or would do, as data for machines: the same words as on the page."""

from typing import Any

from influencers.actions.imports.plan import Outcome, Plan, PlannedRow
from influencers.actions.imports.words import say
from influencers.importing import Field, FileRefused
from influencers.importing.mapping.mapping import Why


def report_of(plan: Plan) -> dict[str, Any]:
    """Return the report of a plan."""
    table, mapping = plan.reading.table, plan.reading.mapping
    counts = plan.counts
    return {
        "rows": counts["rows"],
        "people": counts["people"],
        "new": counts["new"],
        "changed": counts["changed"],
        "same": counts["same"],
        "conflict": counts["conflict"],
        "conflicts": _told(plan, Outcome.CONFLICT),
        "unreadable": _told(plan, Outcome.UNREADABLE),
        "skipped": _told(plan, Outcome.SKIPPED),
        "messages": [say(message) for message in plan.reading.messages],
        "notes": [note for row in plan.rows for note in _notes(row)],
        "changes": [
            {"line": row.line, "name": row.name, "changes": row.shown} for row in plan.rows if _changed(row)
        ],
        "columns": {column.title: str(column.target) for column in mapping.columns},
        "guessed": [column.title for column in mapping.columns if column.why is Why.CONTENTS],
        "kept_word_for_word": [column.title for column in mapping.of(Field.KEEP)],
        "kind": table.kind.value,
        "encoding": table.encoding,
        "header_line": table.header_line,
        "date_order": mapping.date_order.value if mapping.date_order else None,
        "platform": mapping.default_platform or None,
    }


def refusal_of(problem: FileRefused) -> dict[str, Any]:
    """Return the report of a file that was refused."""
    told: dict[str, Any] = {"error": say(problem.message), "code": problem.message.code.value}
    return {**told, "line": problem.message.line} if problem.message.line else told


def _told(plan: Plan, outcome: str) -> list[dict[str, Any]]:
    rows = (row for row in plan.rows if row.outcome == outcome)
    return [{"line": row.line, "reason": say(row.reasons[0])} for row in rows]


def _notes(row: PlannedRow) -> list[dict[str, Any]]:
    """Return what there is to say about a row that became somebody."""
    if row.somebody is None:
        return []
    return [{"line": row.line, "note": say(reason)} for reason in row.reasons]


def _changed(row: PlannedRow) -> bool:
    return row.outcome == Outcome.CHANGED
