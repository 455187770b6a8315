"""Scheduled runs, on record: each period is worked once, by whoever claims it first."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from engagement.insights.jobs import ABANDONED
from engagement.models import Digest, JobRun

KEPT = dt.timedelta(days=60)
Figures = dict[str, Any]


def claim(*, job: str, period: str, now: dt.datetime) -> JobRun | None:
    """Return the run to do, or None: another has done it, or is doing it.

    The unique pair of job and period decides between two schedulers. A run that failed, or that has not finished
    after ten minutes, is taken up again, by one taker: the old start is in the WHERE clause.
    """
    run, made = JobRun.objects.get_or_create(job=job, period=period, defaults={"started_at": now})
    if made:
        return run
    if run.finished_at is not None or (not run.error and run.started_at > now - ABANDONED):
        return None
    free = JobRun.objects.filter(
        pk=run.pk, started_at=run.started_at, error=run.error, finished_at__isnull=True
    )
    if not free.update(started_at=now, error=""):
        return None
    run.started_at, run.error = now, ""
    return run


def finish(*, run: JobRun, figures: Figures, now: dt.datetime) -> None:
    """Note that a run is done, and what it changed."""
    JobRun.objects.filter(pk=run.pk).update(finished_at=now, figures=figures, error="")


def fail(*, run: JobRun, error: BaseException) -> None:
    """Note why a run has stopped. It will be taken up again."""
    JobRun.objects.filter(pk=run.pk).update(error=f"{type(error).__name__}: {error}"[:2000])


def work_once(
    *, job: str, period: str, work: Callable[[dt.datetime], Figures], clock: Callable[[], dt.datetime]
) -> Figures | None:
    """Do `work` for this period unless it is done or being done; return its figures, or None where it was not ours.

    What `work` raises is noted and raised again. `clock` is asked twice: a run has a start and an end.
    """
    now = clock()
    run = claim(job=job, period=period, now=now)
    if run is None:
        return None
    try:
        figures = work(now)
    except Exception as error:
        fail(run=run, error=error)
        raise
    finish(run=run, figures=figures, now=clock())
    return figures


def tidy(*, now: dt.datetime) -> Figures:
    """Delete records of runs and of digests that nobody looks at any more."""
    runs, _by_model = JobRun.objects.filter(started_at__lt=now - KEPT).delete()
    digests, _by_model = Digest.objects.filter(owed_at__lt=now - KEPT).delete()
    return {"runs": runs, "digests": digests}
