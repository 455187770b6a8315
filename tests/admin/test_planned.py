"""Plans in the admin: the actions of the pages, with their refusals in the form."""

import datetime as dt

import pytest

from engagement.actions import planned
from engagement.models import PlannedTouchpoint, Touchpoint
from influencers import clock
from tests.admin.forms import said, send
from tests.factories import MembershipFactory, TouchpointFactory

pytestmark = pytest.mark.django_db
ADD = "/admin/engagement/plannedtouchpoint/add/"
DAY = dt.timedelta(days=1)


@pytest.fixture
def today(ours):
    return ours.program.today(clock.now())


@pytest.fixture
def plan(ours, today):
    return planned.plan(
        program=ours.program, by=ours.manager, now=clock.now(), members=[ours.member], kind="lunch", on=today
    )


def page(plan):
    return f"/admin/engagement/plannedtouchpoint/{plan.pk}/change/"


def stored():
    return PlannedTouchpoint.objects.get()


def test_a_lunch_is_planned(ours, manager, today):
    answer = send(
        manager, ADD, members=[str(ours.member.pk)], kind="lunch", on=today, at="12:30", goes=ours.manager.pk
    )

    assert answer.status_code == 302, said(answer)
    assert (stored().planned_by, stored().at, stored().members.get()) == (
        ours.manager,
        dt.time(12, 30),
        ours.member,
    )
    assert not Touchpoint.objects.exists()


def test_a_day_that_is_over_is_refused_at_its_field(ours, manager, today):
    answer = send(
        manager, ADD, members=[str(ours.member.pk)], kind="lunch", on=today - DAY, goes=ours.manager.pk
    )

    assert answer.context["adminform"].form.errors["on"] == ["This day is over: log what happened instead."]
    assert not PlannedTouchpoint.objects.exists()


def test_somebody_of_another_program_cannot_be_invited(manager, ours, theirs, today):
    answer = send(manager, ADD, members=[str(theirs.member.pk)], kind="lunch", on=today, goes=ours.manager.pk)

    assert answer.context["adminform"].form.errors["members"]
    assert not PlannedTouchpoint.objects.exists()


def test_it_is_moved_and_history_keeps_the_earlier_day(manager, plan, today):
    send(manager, page(plan), on=today + DAY)

    assert [row.on for row in stored().history.all()] == [today + DAY, today]


def test_called_off_it_can_be_read_and_not_changed(ours, manager, plan):
    send(manager, page(plan), called_off_because="She is ill")

    assert (stored().state, stored().called_off_by) == ("called_off", ours.manager)
    assert "called_off_because" not in manager.get(page(plan)).context["adminform"].form.fields


def test_a_touchpoint_with_somebody_else_fulfills_nothing(ours, manager, plan):
    other = TouchpointFactory(
        MembershipFactory(program=ours.program), by=ours.manager, happened_at=clock.now() - DAY
    )

    answer = send(manager, page(plan), touchpoint=other.pk)

    assert "somebody it was planned with" in " ".join(said(answer))
    assert stored().state == "planned"


def test_what_came_of_it_is_named(ours, manager, plan):
    touch = TouchpointFactory(ours.member, by=ours.manager, kind="call", happened_at=clock.now() - DAY)

    send(manager, page(plan), touchpoint=touch.pk)

    assert (stored().state, stored().touchpoint) == ("happened", touch)
