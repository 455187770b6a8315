"""Large files, read and imported by a job. What it owes stands in the batch, and is done in one piece or not at all."""

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.utils import translation

from influencers import nudging
from influencers.access import require
from influencers.actions.imports import batches
from influencers.actions.imports.answers import Answers
from influencers.actions.imports.apply import lock
from influencers.models import ImportBatch, Post, Program, User
from influencers.refusals import Conflict, Refused

State = ImportBatch.State
AT_ONCE = 90_000  # bytes that a request reads, or imports, itself: measured, 1,000 people in two seconds
JOB = "engagement.imports"


@transaction.atomic
def take_in(*, program: Program, by: User, file_name: str, content: bytes, now: dt.datetime) -> ImportBatch:
    """Return a batch of the file: looked through, or waiting for the job to do so where it is large."""
    if len(content) <= AT_ONCE:
        return batches.look_through(program=program, by=by, file_name=file_name, content=content, now=now)
    require(program, by, Post.MANAGING)
    batch = ImportBatch(
        program=program, file_name=file_name[:255], content=content, by=by, answers=Answers().as_json()
    )
    return _owe(batch, State.READING, by, now)


@transaction.atomic
def read_again(*, batch: ImportBatch, by: User, answers: Answers, now: dt.datetime) -> ImportBatch:
    """Have the file looked through again as somebody says it is to be read."""
    if not _is_large(batch):
        return batches.answer(batch=batch, by=by, answers=answers, now=now)
    require(batch.program, by, Post.MANAGING)
    batches.still(batch, State.PLANNED)
    batch.answers = answers.as_json()
    return _owe(batch, State.READING, by, now)


def go_ahead(*, batch: ImportBatch, by: User, seen: str, now: dt.datetime) -> ImportBatch:
    """Import the file, or have it imported; `seen` is the fingerprint of what was shown."""
    if not _is_large(batch):
        return batches.apply(batch=batch, by=by, seen=seen, now=now)
    with transaction.atomic():
        require(batch.program, by, Post.MANAGING)
        batches.still(batch, State.PLANNED)
        if batch.fingerprint != seen:
            raise Conflict(batches.CHANGED)
        return _owe(batch, State.IMPORTING, by, now)


@transaction.atomic
def work_off(*, batch: ImportBatch, now: dt.datetime) -> str:
    """Do what is owed for a batch, in one transaction, and return its state then. Nothing where nothing is owed.

    What is refused is kept in `trouble` for whoever waits; a file that is no list is thrown away.
    """
    lock(batch.program, None)  # as a request does: first the program, then the batch
    rows = ImportBatch.objects.select_for_update(of=("self",)).select_related("program", "owed_to")
    held = rows.filter(pk=batch.pk, owed_at__isnull=False).first()
    if held is None or held.owed_to is None:
        return ""
    by, doing = held.owed_to, held.state
    held.state, held.owed_at, held.owed_to, held.trouble = State.PLANNED, None, None, ""
    with translation.override(by.language or settings.LANGUAGE_CODE):
        try:
            _do(held, doing, by, now)
        except Refused as refusal:
            held.trouble = str(refusal)[:500]
            if doing == State.READING and not held.counts:
                held.state, held.content = State.DISCARDED, None
            held.save()
    return held.state


def _do(batch: ImportBatch, doing: str, by: User, now: dt.datetime) -> None:
    """Read, or import, in a savepoint: what is refused leaves nothing behind."""
    require(batch.program, by, Post.MANAGING)
    with transaction.atomic():
        if doing == State.READING:
            batches.plan_anew(batch, Answers.from_json(batch.answers), now)
        elif batches.bring_in(batch, by, batch.fingerprint, now):
            batch.trouble = str(batches.CHANGED)
            batch.save(update_fields=["trouble"])


def _owe(batch: ImportBatch, state: str, by: User, now: dt.datetime) -> ImportBatch:
    batch.state, batch.owed_at, batch.owed_to, batch.trouble = state, now, by, ""
    batch.save()
    nudging.nudge(JOB)
    return batch


def _is_large(batch: ImportBatch) -> bool:
    return len(batch.content or b"") > AT_ONCE
