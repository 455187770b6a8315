"""A plan made true: in one transaction, in a few statements per kind of row."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from influencers.access import require
from influencers.actions.imports.plan import Plan, PlannedRow
from influencers.actions.imports.writing import SIZE, Pen
from influencers.actions.imports.writing_accounts import write_accounts
from influencers.actions.imports.writing_people import write_people
from influencers.models import ImportBatch, ImportRow, Post, Program, User

Undo = dict[int, dict[str, Any]]


def lock(program: Program, by: User | None) -> Program:
    """Hold the program, so that two imports into it follow each other. Must run in a transaction.

    `by` is None for the operator at the machine, who runs the command.
    """
    if by is not None:
        require(program, by, Post.MANAGING)
    return Program.objects.select_for_update().get(pk=program.pk)


@transaction.atomic
def write(*, batch: ImportBatch, plan: Plan, by: User | None, now: dt.datetime) -> None:
    """Write what `plan` says, and for each row what undoing it needs. The program must be locked."""
    pen = Pen(by, now, _("Import of %(file)s") % {"file": batch.file_name})
    firsts = [row for row in plan.rows if row.changes]
    undo: Undo = {row.line: {} for row in firsts}
    write_people(batch.program, firsts, undo, pen)
    write_accounts(firsts, undo, pen, plan.wishes.counted_on, batch.file_name)
    keep_rows(batch, plan, undo)


def keep_rows(batch: ImportBatch, plan: Plan, undo: Undo | None = None) -> None:
    """Keep what became, or would become, of every row."""
    batch.rows.all()._raw_delete(batch.rows.db)  # nothing refers to them
    rows = (_kept(batch, row, (undo or {}).get(row.line, {})) for row in plan.rows)
    ImportRow.objects.bulk_create(rows, batch_size=SIZE)


def _kept(batch: ImportBatch, row: PlannedRow, undo: dict[str, Any]) -> ImportRow:
    known = row.somebody.known if row.somebody else None
    return ImportRow(
        batch=batch,
        line=row.line,
        outcome=row.outcome,
        name=row.name[:200],
        reasons=[reason.as_dict() for reason in row.reasons],
        changes=row.shown,
        undo=undo,
        advocate_id=known.advocate.pk if known else None,
    )
