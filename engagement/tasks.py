"""Doorbells: what the schedule rings. Each fetches, calls an action, and leaves a record; twice does no harm.

None of them can write to an advocate: nothing here reaches the actions that make a message or a touchpoint, and the
database wants an author for each.
"""

import datetime as dt
import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from celery import current_app, shared_task

from engagement.actions import digest_mail, digests, flags, habits, jobs, message_index, repairs
from engagement.insights.jobs import OURS, overdue_jobs, period_now
from influencers import clock
from influencers.actions import cadence
from influencers.actions.imports import batches, owed
from influencers.models import ImportBatch, Program

logger = logging.getLogger(__name__)
Figures = dict[str, Any]
MOST_MAILS = 500  # in one run; the next comes in five minutes


@shared_task(name="engagement.watch")
def watch(*, kind: str) -> None:
    """Raise and close the flags of one kind."""
    _once(f"watch-{kind}", lambda now: flags.raise_flags(kind, now).to_dict())


@shared_task(name="engagement.digests")
def send_digests() -> None:
    """Note which morning mails are due, and send what is owed."""
    _once("digests", lambda now: {"owed": digests.owe(now=now), **_send_owed()})


@shared_task(name="engagement.repair")
def repair() -> None:
    """Mend each program once in its night."""
    _once("repair", _repair_programs)


@shared_task(name="engagement.dates")
def work_out_dates(*, rung: bool = False) -> None:
    """Work out the due dates of programs whose settings have changed: `rung` for it just now, or on schedule."""
    _work_out(clock.now()) if rung else _once("dates", _work_out)


@shared_task(
    name="engagement.imports", soft_time_limit=780, time_limit=800
)  # twenty megabytes take ten minutes
def work_off_imports(*, rung: bool = False) -> None:
    """Read and import large files that wait for it: `rung` for one just now, or on schedule."""
    _imports(clock.now()) if rung else _once("imports", _imports)


@shared_task(name="engagement.catch_up")
def catch_up() -> None:
    """Ring the jobs again whose last period nobody has finished. However many were missed, each rings once."""
    _once("catch-up", _ring_missed)


@shared_task(name="engagement.tidy")
def tidy() -> None:
    """Delete old records."""
    _once("tidy", lambda now: {**jobs.tidy(now=now), "lists": batches.throw_away_old(now=now)})


@shared_task(name="engagement.tidy_index")
def tidy_index() -> None:
    """Pack the index of earlier messages. It is right without this, only larger."""
    _once("index", lambda now: {**message_index.tidy(), "writers": habits.learn_all()})


def _once(name: str, work: Callable[[dt.datetime], Figures]) -> None:
    job = OURS + name
    jobs.work_once(job=job, period=period_now(job, clock.now()), work=work, clock=clock.now)


def _send_owed() -> Figures:
    figures = {"sent": 0, "empty": 0, "failed": 0}
    for _number in range(MOST_MAILS):
        now = clock.now()
        digest = digests.claim(now=now)
        if digest is None:
            break
        try:
            mail = digest_mail.compose(digest=digest, now=now)
            if mail is None:
                digests.settle_empty(digest=digest)
                figures["empty"] += 1
                continue
            mail.send()
        except Exception as error:  # one colleague's mailbox must not keep the others waiting
            logger.exception("Digest %s could not be sent", digest.pk)
            digests.failed(digest=digest, error=error)
            figures["failed"] += 1
        else:
            digests.settle(digest=digest, now=clock.now())
            figures["sent"] += 1
    return figures


def _repair_programs(now: dt.datetime) -> Figures:
    figures: Figures = {"programs": 0, "mended": 0, "failed": 0}
    for program in Program.objects.prefetch_related("holidays"):
        if not repairs.is_due(program, now):
            continue
        period = f"{program.today(now)} {program.pk}"
        work = partial(repairs.repair, program)
        try:
            mended = jobs.work_once(job="repair-program", period=period, work=work, clock=clock.now)
        except Exception:  # noted with its run, which the next hour takes up again; the other programs go on
            logger.exception("The repair of %s failed", program.slug)
            figures["failed"] += 1
        else:
            figures["programs"] += mended is not None
            figures["mended"] += sum((mended or {}).values())
    return figures


def _work_out(now: dt.datetime) -> Figures:
    figures: Figures = {"programs": 0, "mended": 0}
    for program in Program.objects.filter(dates_owed_at__isnull=False):
        period = f"{program.pk} {program.dates_owed_at:%Y-%m-%dT%H:%M:%S.%f}"
        work = partial(_dates_of, program)
        mended = jobs.work_once(job="dates-of-program", period=period, work=work, clock=clock.now)
        figures["programs"] += mended is not None
        figures["mended"] += sum((mended or {}).values())
    return figures


def _dates_of(program: Program, now: dt.datetime) -> Figures:
    return {"dates": cadence.work_off(program, now)}


def _imports(now: dt.datetime) -> Figures:
    figures: Figures = {"files": 0}
    for batch in ImportBatch.objects.filter(owed_at__isnull=False).select_related("program").defer("content"):
        period = f"{batch.pk} {batch.state} {batch.owed_at:%y%m%dT%H%M%S%f}"
        work = partial(_import, batch)
        figures["files"] += (
            jobs.work_once(job="import", period=period, work=work, clock=clock.now) is not None
        )
    return figures


def _import(batch: ImportBatch, now: dt.datetime) -> Figures:
    return {"state": owed.work_off(batch=batch, now=now)}


def _ring_missed(now: dt.datetime) -> Figures:
    missed = [job for job in overdue_jobs(now) if job.task != catch_up.name]
    for job in missed:
        current_app.send_task(job.task, kwargs=job.kwargs)
    return {"rung": [job.name for job in missed]}
