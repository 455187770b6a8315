"""`/health`, `/health/live` and `/health/ready`."""

import datetime as dt
from typing import Any

import pytest
from django.core.management import call_command
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

from config.health import checks, heartbeat
from config.tasks import heartbeat as heartbeat_task
from engagement.insights.jobs import Job
from influencers import clock

pytestmark = pytest.mark.django_db


def broken() -> str:
    """Fail as a server does that is not there."""
    raise ConnectionRefusedError("at secret-host:5432")


def test_all_is_well_when_everything_works(client: Client) -> None:
    heartbeat.beat(clock.now())

    answer = client.get("/health")

    assert answer.status_code == 200
    assert set(answer.json()["checks"].values()) == {"ok"}


def test_a_live_process_says_so_without_asking_anybody(
    client: Client, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        answer = client.get("/health/live")

    assert answer.json() == {"status": "ok"}


@pytest.mark.parametrize("needed", ["database", "migrations", "cache"])
def test_no_traffic_is_wanted_without_what_pages_need(
    needed: str, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(checks.ALL, needed, broken)

    answer = client.get("/health/ready")

    assert answer.status_code == 503
    assert answer.json()["checks"][needed] == "No answer (ConnectionRefusedError)."


@pytest.mark.parametrize("delayed", ["broker", "jobs"])
def test_late_jobs_are_an_alarm_but_pages_are_served(
    delayed: str, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    heartbeat.beat(clock.now())
    monkeypatch.setitem(checks.ALL, delayed, broken)

    assert client.get("/health").status_code == 503
    assert client.get("/health/ready").status_code == 200


def test_a_scheduler_that_has_stopped_is_noticed(client: Client) -> None:
    heartbeat.beat(clock.now() - checks.LATE - dt.timedelta(seconds=1))

    answer = client.get("/health")

    assert answer.status_code == 503
    assert "The last job ran at" in answer.json()["checks"]["jobs"]


def test_the_heartbeat_is_the_smallest_job_there_is() -> None:
    assert checks.jobs() != ""

    heartbeat_task()

    assert checks.jobs() == ""


def test_tables_of_another_version_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *_: [("engagement", "0099_new")])
    checks._all_applied.cache_clear()

    assert "manage.py migrate" in checks.migrations()


def test_probes_need_no_host_name_and_no_tls(client: Client, settings: Any) -> None:
    settings.SECURE_SSL_REDIRECT = True

    assert client.get("/health/live", headers={"host": "10.1.2.3:8000"}).status_code == 200


def test_a_job_that_was_left_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    heartbeat.beat(clock.now())
    call_command("sync_schedules")
    missed = [Job(name="rapport.stale", task="", kwargs={}, why="", schedule="", enabled=True)]
    monkeypatch.setattr(checks, "overdue_jobs", lambda now: missed)

    assert "rapport.stale" in checks.jobs()
