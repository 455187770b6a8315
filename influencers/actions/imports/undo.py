"""An import taken back as a whole, unless people have been changed or touched since."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from influencers.actions.bulk import Pen, chunks
from influencers.actions.imports.apply import lock
from influencers.actions.imports.touched import touched_since
from influencers.actions.imports.undoing import forget_new, restore_changed
from influencers.models import Advocate, ImportBatch, ImportRow, User
from influencers.refusals import Conflict, Refused

NAMED = 10


@dataclass(frozen=True, slots=True)
class Undone:
    """How many people were taken back, and who was left as they are."""

    people: int
    left: tuple[str, ...] = ()


@transaction.atomic
def undo(*, batch: ImportBatch, by: User, now: dt.datetime, leave_touched: bool = False) -> Undone:
    """Take an import back. Refuses, naming them, where somebody changed or touched a person since.

    `leave_touched` takes back everybody else and leaves these as they are.
    """
    lock(batch.program, by)
    if batch.applied_at is None:
        raise Refused(_("This file was never imported."))
    claimed = ImportBatch.objects.filter(pk=batch.pk, state=ImportBatch.State.APPLIED)
    if not claimed.update(state=ImportBatch.State.UNDONE, undone_at=now):
        raise Conflict(_("This import has been taken back already."))
    rows = _rows(batch)
    touched = touched_since(batch, rows, batch.applied_at)
    if touched and not leave_touched:
        raise Refused(_told(names_of(touched)))
    back = [row for row in rows if row.advocate_id not in touched]
    pen = Pen(by, now, _("Import of %(file)s taken back") % {"file": batch.file_name})
    restore_changed([row for row in back if not row.undo.get("new")], pen)
    forget_new([row for row in back if row.undo.get("new")], pen)
    batch.refresh_from_db()
    return Undone(len(back), tuple(names_of(touched)))


def _rows(batch: ImportBatch) -> list[ImportRow]:
    outcomes = (ImportRow.Outcome.NEW, ImportRow.Outcome.CHANGED)
    return list(batch.rows.filter(outcome__in=outcomes, advocate__isnull=False).order_by("pk"))


def names_of(ids: Iterable[Any]) -> list[str]:
    """Return the names of these people in their order."""
    names: list[str] = []
    for chunk in chunks(ids):
        names += Advocate.objects.filter(pk__in=chunk).values_list("name", flat=True)
    return sorted(names)


def _told(names: list[str]) -> str:
    shown = ", ".join(names[:NAMED])
    if len(names) > NAMED:
        shown = _("%(names)s and %(count)s more") % {"names": shown, "count": len(names) - NAMED}
    return _("Changed or touched since, so that taking the import back would lose something: %(names)s.") % {
        "names": shown
    }
