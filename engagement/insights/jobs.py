"""Whether the scheduled jobs ran: what they did, which are late, which died."""

import datetime as dt
import json
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Max, QuerySet
from django.utils.translation import gettext_lazy as _
from django_celery_beat.models import PeriodicTask

from engagement.insights.due import latest_due, period
from engagement.insights.job_words import figures_in_words, times_in_words
from engagement.models import Flag, JobRun

OURS = "rapport."  # how the names of our schedules begin; everything else belongs to the operator
GRACE = dt.timedelta(minutes=10)  # the time a run has, to come and to finish, before it counts as missed
ABANDONED = dt.timedelta(minutes=10)  # twice the hard time limit of a task: an older unfinished run has died
LABELS = {
    "catch-up": _("Catching up"),
    "dates": _("Due dates after a change of settings"),
    "digests": _("Morning mail"),
    "imports": _("Large imports"),
    "index": _("Index of messages"),
    "repair": _("Nightly repair"),
    "tidy": _("Tidying up"),
}


@dataclass(frozen=True, slots=True)
class Job:
    """A scheduled job and how it is doing. `missed` is the start of the period that nobody has worked, or None."""

    name: str
    task: str
    kwargs: dict[str, Any]
    why: str
    schedule: str
    enabled: bool
    last: JobRun | None = None
    missed: dt.datetime | None = None
    died: int = 0
    recent: tuple[JobRun, ...] = field(default=(), repr=False)

    @property
    def state(self) -> str:
        """How it is doing, in one word: off, missed, died, new or well."""
        if not self.enabled:
            return "off"
        if self.missed:
            return "missed"
        if self.last is None:
            return "new"
        return "died" if self.last.error else "well"

    @property
    def figures(self) -> list[tuple[str, Any]]:
        """What the last run changed; what it did not change is left out."""
        return figures_in_words(self.last.figures if self.last else {})

    @property
    def label(self) -> str:
        """What people call it: the kind of flag, for a watcher."""
        kind, name = self.kwargs.get("kind"), self.name.removeprefix(OURS)
        return str(Flag.Kind(kind).label if kind in Flag.Kind.values else LABELS.get(name, name))


def overdue_jobs(now: dt.datetime) -> list[Job]:
    """Return the enabled jobs whose latest period, due more than ten minutes ago, nobody has finished."""
    finished = _finished()
    missed = [(row, missed_period(row, finished, now)) for row in scheduled().filter(enabled=True)]
    return [_job(row, missed=due) for row, due in missed if due is not None]


def all_jobs(now: dt.datetime) -> list[Job]:
    """Return every job of ours with its last runs, in four statements or fewer."""
    finished, runs = _finished(), _last_runs(now)
    return [
        _job(
            row,
            missed=missed_period(row, finished, now) if row.enabled else None,
            runs=runs.get(row.name, []),
            died=sum(has_died(run, now) for run in runs.get(row.name, [])),
        )
        for row in scheduled()
    ]


def scheduled() -> QuerySet[PeriodicTask]:
    """Return our jobs that leave a record of every run."""
    rows: QuerySet[PeriodicTask] = PeriodicTask.objects.filter(
        name__startswith=OURS, task__startswith="engagement."
    )
    return rows.select_related("crontab", "interval").order_by("name")


def missed_period(row: PeriodicTask, finished: dict[str, str], now: dt.datetime) -> dt.datetime | None:
    """Return the start of the latest period that should have been worked by now and was not.

    A job that was never sent has just been installed; it misses nothing yet.
    """
    due = latest_due(row, now - GRACE)
    done = finished.get(row.name, "")
    if due is None or done >= period(due) or (not done and not row.total_run_count):
        return None
    return due


def period_now(name: str, now: dt.datetime) -> str:
    """Return the period that a run of this job is for: the one that began last. Jobs without a schedule: the minute."""
    row = scheduled().filter(name=name).first()
    due = latest_due(row, now) if row else None
    return period(due or now.replace(second=0, microsecond=0))


def has_died(run: JobRun, now: dt.datetime) -> bool:
    """Tell whether a run has stopped without finishing."""
    return run.finished_at is None and (bool(run.error) or run.started_at < now - ABANDONED)


def _finished() -> dict[str, str]:
    """Return the latest period that was finished, by job."""
    rows = JobRun.objects.filter(job__startswith=OURS, finished_at__isnull=False).order_by()
    return dict(rows.values("job").annotate(last=Max("period")).values_list("job", "last"))


def _last_runs(now: dt.datetime) -> dict[str, list[JobRun]]:
    runs: dict[str, list[JobRun]] = {}
    since = now - dt.timedelta(days=1)
    for run in JobRun.objects.filter(job__startswith=OURS, started_at__gte=since).order_by("-started_at"):
        runs.setdefault(run.job, []).append(run)
    return runs


def _job(
    row: PeriodicTask, *, missed: dt.datetime | None, runs: list[JobRun] | None = None, died: int = 0
) -> Job:
    recent = tuple(runs or ())
    return Job(
        name=row.name, task=row.task, kwargs=json.loads(row.kwargs or "{}"), why=row.description,
        schedule=_in_words(row), enabled=row.enabled,
        last=recent[0] if recent else None, missed=missed, died=died, recent=recent[:5],
    )  # fmt: skip


def _in_words(row: PeriodicTask) -> str:
    """Say when a job runs: “Every 5 minutes”."""
    if row.crontab is not None:
        return times_in_words(row.crontab)
    return str(row.interval or "")
