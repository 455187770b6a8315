"""Where a program has many people, its due dates follow its settings by a job: owed, said, worked off once."""

import datetime as dt

import pytest

from engagement import tasks
from engagement.models import JobRun
from influencers import clock, nudging
from influencers.actions import cadence, programs, tiers
from influencers.models import Membership, Post, Program
from tests.factories import MembershipFactory, PostFactory, ProgramFactory, TierFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def program(monkeypatch):
    monkeypatch.setattr(cadence, "AT_ONCE", 1)
    program = ProgramFactory(name="Press", slug="press")
    for _number in range(3):
        MembershipFactory(program=program, active=True)
    return program


@pytest.fixture
def manager(program):
    return PostFactory(program=program, role=Post.Role.MANAGER).user


@pytest.fixture
def bells(monkeypatch):
    heard = []
    monkeypatch.setattr(nudging.current_app, "send_task", lambda task, **options: heard.append(task))
    return heard


def change(program, by, now=None, **settings):
    return programs.change_settings(
        program=program,
        by=by,
        now=now or clock.now(),
        seen=program.version,
        **{"latest_days": 99, **settings},
    )


def dues(program):
    return list(
        Membership.objects.filter(program=program).order_by("pk").values_list("ideal_due_on", flat=True)
    )


def test_the_change_is_stored_with_what_it_owes_and_the_bell_rings_after(
    program, manager, bells, django_capture_on_commit_callbacks
):
    before = dues(program)

    with django_capture_on_commit_callbacks(execute=True):
        change(program, manager, ideal_days=9)
        assert bells == []

    assert bells == ["engagement.dates"]
    assert Program.objects.get().dates_owed_at is not None
    assert dues(program) == before


def test_the_job_works_it_off_once_and_leaves_its_record(program, manager, bells):
    before = dues(program)
    change(program, manager, ideal_days=9)

    tasks.work_out_dates(rung=True)
    tasks.work_out_dates(rung=True)

    assert Program.objects.get().dates_owed_at is None
    assert all(now < then for now, then in zip(dues(program), before, strict=True))
    run = JobRun.objects.get(job="dates-of-program")
    assert (run.figures, run.error) == ({"dates": 3}, "")


def test_with_the_bell_unheard_the_schedule_finds_it(program, manager, monkeypatch):
    change(program, manager, ideal_days=9)

    tasks.work_out_dates()

    assert Program.objects.get().dates_owed_at is None


def test_what_dies_half_way_is_owed_still_and_done_again(program, manager, monkeypatch, bells):
    change(program, manager, ideal_days=9)
    monkeypatch.setattr(cadence, "CHUNK", 1)
    right, done = cadence._set_portion, []

    def dying(*args):
        if done:
            raise RuntimeError("killed")
        done.append(right(*args))
        return done[0]

    monkeypatch.setattr(cadence, "_set_portion", dying)
    with pytest.raises(RuntimeError):
        tasks.work_out_dates(rung=True)
    assert Program.objects.get().dates_owed_at is not None

    monkeypatch.setattr(cadence, "_set_portion", right)
    tasks.work_out_dates(rung=True)

    assert Program.objects.get().dates_owed_at is None
    assert len(set(dues(program))) == 1


def test_settings_that_change_while_it_works_are_owed_anew(program, manager, monkeypatch, bells):
    change(program, manager, ideal_days=9)
    right = cadence.refresh_program

    def meanwhile(taken, now):
        change(Program.objects.get(), manager, now=now + dt.timedelta(seconds=1), ideal_days=20)
        return right(taken, now)

    monkeypatch.setattr(cadence, "refresh_program", meanwhile)
    tasks.work_out_dates(rung=True)

    assert Program.objects.get().dates_owed_at is not None


def test_what_no_date_hangs_on_owes_nothing(program, manager, bells):
    tier = TierFactory(program=program)
    change(program, manager, latest_days=program.latest_days, name="Press and prints")
    tiers.change(
        tier=tier, by=manager, now=clock.now(), name="Close", rank=2, ideal_days=tier.ideal_days,
        latest_days=tier.latest_days,
    )  # fmt: skip

    assert Program.objects.get().dates_owed_at is None


def test_few_people_are_set_at_once(program, manager, monkeypatch):
    monkeypatch.setattr(cadence, "AT_ONCE", 3)
    before = dues(program)

    change(program, manager, ideal_days=9)

    assert Program.objects.get().dates_owed_at is None
    assert dues(program) != before


def test_the_settings_say_that_dates_are_being_worked_out(program, manager, client, bells):
    client.force_login(manager)
    said = "Due dates are being worked out"
    assert said not in client.get("/press/settings/").content.decode()

    change(program, manager, ideal_days=9)

    assert said in client.get("/press/settings/").content.decode()
    assert said in client.get("/press/today/").content.decode()
