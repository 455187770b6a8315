"""A file on its way in: looked through, looked through again with other answers, imported or thrown away."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from influencers.access import require
from influencers.actions.imports.answers import Answers, about
from influencers.actions.imports.apply import keep_rows, lock, write
from influencers.actions.imports.plan import Plan, plan_of
from influencers.actions.imports.words import refused
from influencers.importing import FileRefused, Table, read
from influencers.importing.reading.header import Header
from influencers.models import ImportBatch, ImportRow, Post, Program, User
from influencers.refusals import Conflict, Refused

State = ImportBatch.State
LEFT_LYING = dt.timedelta(days=14)
CHANGED = _("The people in this program changed since you looked. Look again, then import.")


@transaction.atomic
def look_through(
    *,
    program: Program,
    by: User,
    file_name: str,
    content: bytes,
    now: dt.datetime,
    answers: Answers | None = None,
) -> ImportBatch:
    """Return a batch that says what importing the file would do. Raises `Refused` for a file that is no list."""
    require(program, by, Post.MANAGING)
    batch = ImportBatch(program=program, file_name=file_name[:255], content=content, by=by)
    plan_anew(batch, answers or Answers(), now)
    return batch


@transaction.atomic
def answer(*, batch: ImportBatch, by: User, answers: Answers, now: dt.datetime) -> ImportBatch:
    """Look through the file again, as somebody says it is to be read."""
    require(batch.program, by, Post.MANAGING)
    still(batch, State.PLANNED)
    plan_anew(batch, answers, now)
    return batch


def apply(*, batch: ImportBatch, by: User, seen: str, now: dt.datetime) -> ImportBatch:
    """Import the file in one piece. `seen` is the fingerprint of what was shown.

    Raises `Conflict` where people changed since, so that it would do something else; the batch then shows that.
    """
    changed = _apply(batch, by, seen, now)
    if changed:
        raise Conflict(CHANGED)
    return batch


@transaction.atomic
def _apply(batch: ImportBatch, by: User, seen: str, now: dt.datetime) -> bool:
    lock(batch.program, by)
    still(batch, State.PLANNED)
    return bring_in(batch, by, seen, now)


def bring_in(batch: ImportBatch, by: User, seen: str, now: dt.datetime) -> bool:
    """Import, or return True with the plan kept anew where it is not what was seen. With program and batch held."""
    program = batch.program
    answers = Answers.from_json(batch.answers)
    made = plan_of(_table(batch, answers), answers, program, now)
    if not made.reading.mapping.confirmed:
        raise Refused(_("This file has no header. Say what its columns are first."), field="columns")
    if made.fingerprint != seen:
        _keep(batch, made, answers)
        return True
    finish(batch=batch, plan=made, by=by, now=now)
    return False


def finish(*, batch: ImportBatch, plan: Plan, by: User | None, now: dt.datetime) -> None:
    """Write the plan and close the batch; the file itself is not kept. In a transaction that holds the program."""
    batch.state, batch.applied_at, batch.content, batch.counts = State.APPLIED, now, None, plan.counts
    batch.save()
    write(batch=batch, plan=plan, by=by, now=now)


@transaction.atomic
def discard(*, batch: ImportBatch, by: User) -> None:
    """Throw a file away that was not imported; one that a job is at just now is waited for."""
    require(batch.program, by, Post.MANAGING)
    still(batch, State.PLANNED, State.READING, State.IMPORTING)
    batch.state, batch.content, batch.owed_at, batch.owed_to = State.DISCARDED, None, None, None
    batch.save(update_fields=["state", "content", "owed_at", "owed_to"])
    batch.rows.all().delete()


@transaction.atomic
def throw_away_old(*, now: dt.datetime) -> int:
    """Throw away files that were looked through and left lying; return how many. They hold people's data."""
    old = ImportBatch.objects.filter(state=State.PLANNED, created_at__lt=now - LEFT_LYING)
    ids = list(old.select_for_update().values_list("pk", flat=True))
    ImportRow.objects.filter(batch__in=ids).delete()
    return ImportBatch.objects.filter(pk__in=ids).update(state=State.DISCARDED, content=None)


def plan_anew(batch: ImportBatch, answers: Answers, now: dt.datetime) -> None:
    """Look through the file of a batch, and keep what importing it would do."""
    try:
        made = plan_of(_table(batch, answers), answers, batch.program, now)
    except FileRefused as problem:
        raise refused(problem) from problem
    _keep(batch, made, answers)


def _table(batch: ImportBatch, answers: Answers) -> Table:
    return read(
        bytes(batch.content or b""), batch.file_name, encoding=answers.encoding, header=Header(answers.header)
    )


def _keep(batch: ImportBatch, made: Plan, answers: Answers) -> None:
    batch.answers, batch.found = answers.as_json(), about(made.reading)
    batch.counts, batch.fingerprint = made.counts, made.fingerprint
    batch.save()
    keep_rows(batch, made)


def still(batch: ImportBatch, *states: str) -> None:
    """Raise `Conflict` unless the batch is in one of these states now, and hold it there until the transaction ends."""
    now = ImportBatch.objects.select_for_update().only("state").get(pk=batch.pk)
    if now.state not in states:
        raise Conflict(_("Somebody has dealt with this import already."))
