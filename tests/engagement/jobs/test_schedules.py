"""The schedule, and what an operator made of it."""

import pytest
from django.core.management import call_command
from django_celery_beat.models import CrontabSchedule, PeriodicTask

from config.celery import app
from engagement.actions.schedules import Entry, sync
from engagement.models import Flag
from engagement.schedules import SCHEDULE

pytestmark = pytest.mark.django_db
ONE = Entry("rapport.one", "engagement.tidy", "For the test.", minute="5")


def test_every_watcher_and_every_task_is_scheduled():
    app.loader.import_default_modules()

    assert {entry.kwargs.get("kind") for entry in SCHEDULE} - {None} == set(Flag.Kind.values)
    assert {entry.task for entry in SCHEDULE} <= set(app.tasks)
    assert {name for name in app.tasks if name.startswith("engagement.")} == {
        entry.task for entry in SCHEDULE
    }


def test_the_first_sync_creates_everything():
    call_command("sync_schedules", verbosity=0)

    assert set(PeriodicTask.objects.values_list("name", flat=True)) == {entry.name for entry in SCHEDULE}
    assert PeriodicTask.objects.filter(enabled=False).count() == 0


def test_the_second_changes_nothing():
    sync(SCHEDULE)

    assert sync(SCHEDULE) == {"created": 0, "retired": 0, "known": len(SCHEDULE)}
    assert CrontabSchedule.objects.count() == len({(entry.minute, entry.hour) for entry in SCHEDULE})


def test_an_operator_s_time_and_switch_are_kept():
    sync([ONE])
    nightly = CrontabSchedule.objects.create(minute="0", hour="4")
    PeriodicTask.objects.filter(name=ONE.name).update(crontab=nightly, enabled=False)

    sync([ONE])

    row = PeriodicTask.objects.get()
    assert (row.crontab, row.enabled) == (nightly, False)


def test_what_it_rings_is_ours():
    sync([ONE])
    PeriodicTask.objects.filter(name=ONE.name).update(task="engagement.gone", kwargs='{"a": 1}')

    sync([ONE])

    row = PeriodicTask.objects.get()
    assert (row.task, row.kwargs, row.description) == (ONE.task, "{}", ONE.why)


def test_a_job_of_ours_that_is_gone_is_switched_off():
    sync([ONE])

    assert sync([]) == {"created": 0, "retired": 1, "known": 0}
    assert sync([])["retired"] == 0
    assert not PeriodicTask.objects.get().enabled


@pytest.mark.parametrize("enabled", [True, False])
def test_it_comes_back_as_it_was(enabled):
    sync([ONE])
    PeriodicTask.objects.update(enabled=enabled)
    sync([])

    sync([ONE])

    assert PeriodicTask.objects.get().enabled is enabled


def test_an_operator_s_own_job_is_left_alone():
    times = CrontabSchedule.objects.create(minute="0")
    own = PeriodicTask.objects.create(name="Backup", task="backup.run", crontab=times)

    sync(SCHEDULE)

    own.refresh_from_db()
    assert (own.enabled, own.description) == (True, "")
