"""Bringing the schedule into django-celery-beat without taking an operator's edits away."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django_celery_beat.models import CrontabSchedule, PeriodicTask

from engagement.insights.jobs import OURS

RETIRED = "Retired: this version has no such job."
RETIRED_OFF = f"{RETIRED} It had been switched off."


@dataclass(frozen=True, slots=True)
class Entry:
    """One scheduled job: its name, the task it rings, why it is there, minute and hour as in a crontab (UTC)."""

    name: str
    task: str
    why: str
    minute: str
    hour: str = "*"
    kwargs: dict[str, str] = field(default_factory=dict)


@transaction.atomic
def sync(entries: Iterable[Entry]) -> dict[str, int]:
    """Create what is missing, retire what is ours and gone; return how many of each.

    When a job runs, and whether, is set only once: from then on it is the operator's. What it rings, and why, is
    ours. Jobs with other names are not touched. Twice, or by two processes at once, does no harm.
    """
    wanted = {entry.name: entry for entry in entries}
    created = sum(_upsert(entry) for entry in wanted.values())
    retired = 0
    for row in PeriodicTask.objects.filter(name__startswith=OURS).exclude(name__in=wanted):
        if row.description not in (RETIRED, RETIRED_OFF):
            row.description = RETIRED if row.enabled else RETIRED_OFF
            row.enabled = False
            row.save()
            retired += 1
    return {"created": created, "retired": retired, "known": len(wanted)}


def _upsert(entry: Entry) -> bool:
    """Store one entry; return whether it was missing."""
    what = {"task": entry.task, "kwargs": json.dumps(entry.kwargs), "description": entry.why}
    row = PeriodicTask.objects.filter(name=entry.name).first()
    if row is None:
        crontab = _crontab(entry)
        _, made = PeriodicTask.objects.get_or_create(name=entry.name, defaults={**what, "crontab": crontab})
        return bool(made)
    row.enabled = row.enabled or row.description == RETIRED  # it is back
    before = (row.task, row.kwargs, row.description)
    if before != (what["task"], what["kwargs"], what["description"]):
        row.task, row.kwargs, row.description = what["task"], what["kwargs"], what["description"]
        row.save()
    return False


def _crontab(entry: Entry) -> CrontabSchedule:
    times = {"minute": entry.minute, "hour": entry.hour, "timezone": "UTC"}
    found = CrontabSchedule.objects.filter(
        **times, day_of_week="*", day_of_month="*", month_of_year="*"
    ).first()
    return found or CrontabSchedule.objects.create(**times)
