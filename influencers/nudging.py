"""Ringing for a job that is owed. What it owes is a row; a bell that nobody hears costs a minute, no work."""

from celery import current_app
from django.db import transaction


def nudge(task: str) -> None:
    """Ring for `task`, which takes `rung`, after this transaction. Where no broker hears it, the schedule rings."""
    transaction.on_commit(lambda: current_app.send_task(task, kwargs={"rung": True}), robust=True)
