"""The first ninety days: planned in working days, ticked off by what is on record."""

import datetime as dt

import pytest

from engagement.actions import touchpoints
from engagement.insights import warm_up
from influencers.actions import memberships, warmups
from influencers.models import Holiday, Post, WarmUpStep
from influencers.refusals import Refused
from tests.factories import MembershipFactory, ProgramFactory, RoleFactory, TouchpointFactory, UserFactory
from tests.factories.memberships import NOW
from tests.factories.rotations import colleague

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def program():
    return ProgramFactory(slug="press")


@pytest.fixture
def manager(program):
    return colleague(program)


@pytest.fixture
def member(program, manager):
    return memberships.welcome(membership=MembershipFactory(program=program), by=manager, now=NOW)


def steps(member, today):
    found = warm_up.plans(member.program, [member], today)
    return {taken.step.step: taken for taken in found[0][1]}


def test_the_plan_is_made_in_working_days(program, manager):
    Holiday.objects.create(program=program, day=dt.date(2026, 6, 3))
    member = memberships.welcome(membership=MembershipFactory(program=program), by=manager, now=NOW)

    assert {step.step: step.due_on for step in member.warm_up.all()} == {
        "welcome": dt.date(2026, 6, 4), "call": dt.date(2026, 6, 9), "role": dt.date(2026, 6, 16),
        "lunch": dt.date(2026, 6, 30), "day_30": dt.date(2026, 7, 1), "day_60": dt.date(2026, 7, 31),
        "day_90": dt.date(2026, 8, 31),
    }  # fmt: skip


def test_their_owner_takes_the_steps(member, manager):
    assert {step.who for step in member.warm_up.all()} == {manager}


def test_who_has_been_here_for_long_gets_no_plan(program, manager):
    member = memberships.welcome(
        membership=MembershipFactory(program=program), by=manager, now=NOW, starts_on=dt.date(2025, 1, 7)
    )

    assert not member.warm_up.exists()


def test_a_call_ticks_off_the_welcome_and_the_first_call(member, manager):
    touch = TouchpointFactory(member, by=manager, happened_at=NOW + DAY)

    done = {step for step, taken in steps(member, dt.date(2026, 6, 5)).items() if taken.done_on}

    assert done == {"welcome", "call"}
    assert steps(member, dt.date(2026, 6, 5))["call"].touchpoint_id == touch.pk


def test_a_touch_taken_off_the_record_takes_the_tick_with_it(member, manager):
    touch = TouchpointFactory(member, by=manager, happened_at=NOW + DAY)
    touchpoints.remove(touchpoint=touch, by=manager, now=NOW + DAY)

    assert steps(member, dt.date(2026, 6, 5))["call"].done_on is None


def test_what_is_not_done_by_its_day_is_late(member):
    assert steps(member, dt.date(2026, 6, 4))["welcome"].late
    assert not steps(member, dt.date(2026, 6, 3))["welcome"].late


def test_a_like_welcomes_nobody(member, manager):
    TouchpointFactory(member, by=manager, kind="like", direction="out", words="", happened_at=NOW + DAY)

    assert not any(taken.done_on for taken in steps(member, dt.date(2026, 6, 5)).values())


def test_telling_the_role_ticks_it_off(member):
    member.role = RoleFactory(membership=member, told_on=dt.date(2026, 6, 8))
    member.save()

    assert steps(member, dt.date(2026, 6, 9))["role"].done_on == dt.date(2026, 6, 8)


def test_an_early_call_is_not_the_conversation_after_ninety_days(member, manager):
    TouchpointFactory(member, by=manager, happened_at=NOW + DAY)
    assert steps(member, dt.date(2026, 9, 2))["day_90"].late

    TouchpointFactory(member, by=manager, happened_at=NOW + 85 * DAY)
    assert steps(member, dt.date(2026, 9, 2))["day_90"].done_on == dt.date(2026, 8, 25)


def test_a_step_goes_to_a_colleague_of_the_program_only(member, manager, program):
    step = member.warm_up.get(step="lunch")
    with pytest.raises(Refused, match="no part in this program"):
        warmups.change(step=step, by=manager, who=UserFactory(), due_on=step.due_on)
    assert WarmUpStep.objects.get(pk=step.pk).who == manager

    staff = colleague(program, Post.Role.STAFF)
    warmups.change(step=step, by=manager, who=staff, due_on=dt.date(2026, 7, 4))
    assert (WarmUpStep.objects.get(pk=step.pk).who, step.due_on) == (staff, dt.date(2026, 7, 6))
