"""What has to work. A check returns an empty text when all is well, else a sentence without secrets."""

import datetime as dt
import logging
from collections.abc import Callable
from functools import cache as once

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from config.celery import app
from config.health.heartbeat import last_heartbeat
from config.health.tables import differences
from engagement.insights.jobs import overdue_jobs
from influencers import clock

logger = logging.getLogger(__name__)
Check = Callable[[], str]
LATE = dt.timedelta(minutes=5)


def database() -> str:
    """Ask the database for an answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return ""


def migrations() -> str:
    """Say whether the tables are those of this version."""
    try:
        _all_applied()
    except LookupError as trouble:
        return str(trouble)
    return ""


@once
def _all_applied() -> None:
    """Remember a yes: what is applied stays applied while this process runs. Raises LookupError for a no."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise LookupError("There are migrations to apply: manage.py migrate")
    if differences():
        raise LookupError("The tables were made by another version: docs/operate/upgrade.md")


def shared_cache() -> str:
    """Write to the cache and read it again."""
    cache.set("health", "works", timeout=60)
    return "" if cache.get("health") == "works" else "The cache forgets what it is told."


def broker() -> str:
    """Connect to the broker."""
    with app.connection_for_write(connect_timeout=2) as link:
        link.ensure_connection(max_retries=1, interval_start=0, interval_step=0, timeout=2)
    return ""


def jobs() -> str:
    """Say whether scheduler and worker have lately done the smallest job there is, and left out none of the others."""
    last = last_heartbeat()
    if last is None:
        return "No job has run yet. Are the scheduler and a worker running?"
    if clock.now() - last > LATE:
        return f"The last job ran at {last:%Y-%m-%d %H:%M} UTC. Are the scheduler and a worker running?"
    missed = sorted(job.name for job in overdue_jobs(clock.now()))
    return f"Missed, and not caught up yet: {', '.join(missed)}." if missed else ""


NEEDED_TO_SERVE: dict[str, Check] = {"database": database, "migrations": migrations, "cache": shared_cache}
ALL: dict[str, Check] = {**NEEDED_TO_SERVE, "broker": broker, "jobs": jobs}


def run(checks: dict[str, Check]) -> dict[str, str]:
    """Run `checks`; return for each the trouble, or an empty text."""
    return {name: _outcome(name, check) for name, check in checks.items()}


def _outcome(name: str, check: Check) -> str:
    try:
        return check()
    except Exception as trouble:  # whatever it is, it is what we were asked
        if isinstance(trouble, DatabaseError):
            connection.close()  # the next question is asked over a new connection
        logger.warning("The health check %s failed: %s", name, type(trouble).__name__)
        return f"No answer ({type(trouble).__name__})."
