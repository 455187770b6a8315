"""A plan made true: in one transaction, in a few statements per kind of row."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from influencers.access import require
from influencers.actions.bulk import SIZE, Pen, chunks
from influencers.actions.imports.plan import Plan, PlannedRow
from influencers.actions.imports.writing_accounts import write_accounts
from influencers.actions.imports.writing_people import write_people
from influencers.models import ImportBatch, ImportRow, Post, Program, User

AT_ONCE = 2_000
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
    for rows in chunks(firsts, AT_ONCE):
        write_people(batch.program, rows, undo, pen)
        write_accounts(rows, undo, pen, plan.wishes.counted_on, batch.file_name)
        for row in rows:
            if row.somebody:
                row.somebody.be_done()
    keep_rows(batch, plan, undo)


def keep_rows(batch: ImportBatch, plan: Plan, undo: Undo | None = None) -> None:
    """Keep what became, or would become, of every row."""
    batch.rows.all()._raw_delete(batch.rows.db)  # nothing refers to them
    for rows in chunks(plan.rows, AT_ONCE):
        ImportRow.objects.bulk_create(
            [_kept(batch, row, (undo or {}).get(row.line, {})) for row in rows], batch_size=SIZE
        )


def _kept(batch: ImportBatch, row: PlannedRow, undo: dict[str, Any]) -> ImportRow:
    somebody = row.somebody
    known = somebody.known.advocate.pk if somebody and somebody.known else None
    return ImportRow(
        batch=batch,
        line=row.line,
        outcome=row.outcome,
        name=row.name[:200],
        reasons=[reason.as_dict() for reason in row.reasons],
        changes=row.shown,
        undo=undo,
        advocate_id=(somebody.advocate_id if somebody else None) or known,
    )
