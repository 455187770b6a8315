"""A lunch is planned, moved, called off, and fulfilled by what was logged."""

import datetime as dt

import pytest

from engagement.actions import planned, touchpoints
from engagement.actions.entries import enter
from engagement.actions.undoing import ticket_for, undo
from engagement.models import PlannedTouchpoint, Touchpoint
from engagement.quicklog.entry import Entry, Newcomer
from engagement.quicklog.language import Direction, Kind
from influencers.models import Membership, Post
from influencers.refusals import Conflict, NotAllowed, Refused
from tests.engagement.planned.conftest import DAY, TODAY
from tests.factories import MembershipFactory, PostFactory, ProgramFactory, TouchpointFactory
from tests.factories.memberships import NOW

pytestmark = pytest.mark.django_db
THAT_DAY = NOW + 2 * DAY


def stored():
    return PlannedTouchpoint.objects.get()


def people(plan):
    return set(plan.members.values_list("pk", flat=True))


def make(member, by, **changes):
    given = {"members": [member], "kind": "lunch", "on": TODAY, **changes}
    return planned.plan(program=member.program, by=by, now=NOW, **given)


def test_a_plan_says_who_planned_it_and_who_goes(plan, member, staff):
    assert (plan.planned_by, plan.goes, plan.state, people(plan)) == (staff, staff, "planned", {member.pk})
    assert plan.history.get().history_user == staff
    assert not Touchpoint.objects.exists()


def test_several_can_come_and_each_once(member, other, staff):
    plan = make(member, staff, members=[member, other, member])

    assert people(plan) == {member.pk, other.pk}


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"on": TODAY - DAY}, "on"), ({"members": []}, "members"), ({"kind": "message"}, "kind")],
)
def test_what_cannot_be_planned_is_refused_by_its_field(member, staff, changes, field):
    with pytest.raises(Refused) as refusal:
        make(member, staff, **changes)

    assert refusal.value.field == field
    assert not PlannedTouchpoint.objects.exists()


def test_it_is_today_until_the_day_is_over_there(staff, member):
    type(member.program).objects.update(time_zone="Pacific/Honolulu")
    member.program.refresh_from_db()
    late = dt.datetime(2026, 6, 2, 5, 0, tzinfo=dt.UTC)  # 19:00 on 1 June there

    row = planned.plan(
        program=member.program, by=staff, now=late, members=[member], kind="call", on=dt.date(2026, 6, 1)
    )

    assert row.on == dt.date(2026, 6, 1)


def test_a_viewer_plans_nothing(member):
    viewer = PostFactory(program=member.program, role=Post.Role.VIEWER).user

    with pytest.raises(NotAllowed):
        make(member, viewer)

    assert not PlannedTouchpoint.objects.exists()


def test_nobody_of_another_program_is_invited_or_goes(member, staff):
    with pytest.raises(Refused, match="does not belong") as refusal:
        make(member, staff, members=[member, MembershipFactory()])
    with pytest.raises(Refused, match="has no part") as second:
        make(member, staff, goes=PostFactory().user)

    assert (refusal.value.field, second.value.field) == ("members", "goes")
    assert not PlannedTouchpoint.objects.exists()


def test_moving_it_keeps_the_earlier_day_and_why(plan, staff):
    first = plan.on

    planned.change(plan=plan, by=staff, now=NOW, on=first + DAY, because="Her train")

    newest, earliest = stored().history.all()
    assert (earliest.on, newest.on, newest.history_change_reason) == (first, first + DAY, "Her train")
    assert stored().sequence == 1


def test_what_calendars_do_not_show_is_no_news_to_them(plan, staff):
    planned.change(plan=plan, by=staff, now=NOW, about="The red")

    assert (stored().about, stored().sequence) == ("The red", 0)


def test_others_come_instead(plan, member, other, staff):
    planned.change(plan=plan, by=staff, now=NOW, members=[other])

    assert people(plan) == {other.pk}
    assert stored().sequence == 1


def test_of_two_who_move_it_at_once_one_is_told(plan, staff):
    same = stored()
    planned.change(plan=plan, by=staff, now=NOW, on=TODAY + 5 * DAY)

    with pytest.raises(Conflict):
        planned.change(plan=same, by=staff, now=NOW, on=TODAY + 6 * DAY)

    assert stored().on == TODAY + 5 * DAY


def test_it_is_not_moved_into_the_past(plan, staff):
    with pytest.raises(Refused) as refusal:
        planned.change(plan=plan, by=staff, now=NOW, on=TODAY - DAY)

    assert refusal.value.field == "on"


def test_calling_off_needs_a_reason_and_stays(plan, staff):
    with pytest.raises(Refused) as refusal:
        planned.call_off(plan=plan, by=staff, now=NOW, because=" ")
    assert (refusal.value.field, stored().state) == ("because", "planned")

    planned.call_off(plan=plan, by=staff, now=NOW, because="She is ill")

    assert (stored().state, stored().called_off_by, stored().sequence) == ("called_off", staff, 1)
    with pytest.raises(Refused, match="Called off"):
        planned.change(plan=stored(), by=staff, now=NOW, on=TODAY)


@pytest.mark.parametrize("kind", ["lunch", "meeting"])
def test_logging_it_fulfills_the_plan_for_just_that(plan, member, staff, kind):
    touch = TouchpointFactory(member, by=staff, kind=kind, happened_at=THAT_DAY)

    fulfilled = kind == "lunch"
    assert (stored().state == "happened", stored().touchpoint == touch) == (fulfilled, fulfilled)


@pytest.mark.parametrize("days", [-1, 1])
def test_another_day_fulfills_nothing_by_itself(plan, member, staff, days):
    TouchpointFactory(member, by=staff, kind="lunch", happened_at=THAT_DAY + days * DAY)

    assert stored().state == "planned"


def test_of_two_plans_of_a_day_a_person_says_which(plan, member, staff):
    second = make(member, staff, on=plan.on, at=dt.time(19))

    touch = TouchpointFactory(member, by=staff, kind="lunch", happened_at=THAT_DAY)
    assert not PlannedTouchpoint.objects.exclude(state="planned").exists()
    planned.happen(plan=second, by=staff, touchpoint=touch)

    assert PlannedTouchpoint.objects.get(state="happened") == second


def test_it_may_have_happened_otherwise_than_planned(plan, member, staff):
    touch = TouchpointFactory(member, by=staff, kind="call", happened_at=THAT_DAY + 3 * DAY)

    planned.happen(plan=plan, by=staff, touchpoint=touch)

    assert (stored().state, stored().touchpoint) == ("happened", touch)


def test_what_was_with_somebody_else_or_no_conversation_fulfills_nothing(plan, member, other, staff):
    with_other = TouchpointFactory(other, by=staff, happened_at=THAT_DAY)
    like = TouchpointFactory(member, by=staff, kind="like", direction="out", words="", happened_at=THAT_DAY)

    for touch in (with_other, like):
        with pytest.raises(Refused) as refusal:
            planned.happen(plan=stored(), by=staff, touchpoint=touch)
        assert refusal.value.field == "touchpoint"
    assert stored().state == "planned"


def test_one_exchange_fulfills_one_plan(plan, member, staff):
    second = make(member, staff)
    touch = TouchpointFactory(member, by=staff, kind="lunch", happened_at=THAT_DAY)

    with pytest.raises(Refused, match="Another plan"):
        planned.happen(plan=second, by=staff, touchpoint=touch)


def test_taken_off_the_record_it_is_planned_again(plan, member, staff):
    touch = TouchpointFactory(member, by=staff, kind="lunch", happened_at=THAT_DAY)

    touchpoints.remove(touchpoint=touch, by=staff, now=THAT_DAY + DAY)

    assert (stored().state, stored().touchpoint) == ("planned", None)


def test_a_lunch_that_was_a_like_is_planned_again(plan, member, staff):
    touch = TouchpointFactory(member, by=staff, kind="lunch", happened_at=THAT_DAY)

    touchpoints.correct(
        touchpoint=touch,
        by=staff,
        now=THAT_DAY + DAY,
        seen=touch.version,
        kind="like",
        direction="out",
        words="",
    )

    assert stored().state == "planned"


def test_a_lunch_elsewhere_fulfills_no_plan_here(plan, member, staff):
    elsewhere = MembershipFactory(active=True, program=ProgramFactory(), advocate=member.advocate)

    TouchpointFactory(elsewhere, kind="lunch", happened_at=THAT_DAY)

    assert stored().state == "planned"


def test_a_newcomer_somebody_has_planned_to_meet_is_not_undone(member, staff):
    entry = Entry(
        kind=Kind.CALL, direction=Direction.BOTH, happened_at=NOW, newcomers=(Newcomer("Zoe Blum"),),
        words="Zoe prints on slate and asked about the ink.", client_token="once",
    )  # fmt: skip
    entered = enter(program=member.program, by=staff, entry=entry, now=NOW)
    [zoe] = entered.newcomers
    make(Membership.objects.get(pk=zoe), staff)

    undo(program=member.program, by=staff, ticket=ticket_for(entered), now=entered.touchpoint.created_at)

    assert people(stored()) == {zoe}


def test_who_is_too_late_to_invite_somebody_changes_nothing(plan, member, other, staff):
    same = stored()
    planned.change(plan=plan, by=staff, now=NOW, members=[member, other])

    with pytest.raises(Conflict):
        planned.change(plan=same, by=staff, now=NOW, members=[other])

    assert people(stored()) == {member.pk, other.pk}
