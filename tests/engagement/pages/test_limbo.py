"""The page of limbo: who is left hanging, with one thing to do."""

import datetime as dt

import pytest

from engagement.actions import handovers
from engagement.actions.flags import raise_flags
from engagement.models import Flag
from influencers import clock
from influencers.actions import farewells
from influencers.actions.handovers import Handing
from influencers.models import Membership, Role
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory
from tests.factories.rotations import released
from tests.influencers.pages.conftest import as_role, manager, program, today, web

__all__ = ["as_role", "manager", "program", "today", "web"]
pytestmark = pytest.mark.django_db
PAGE = "/press/limbo/"
DAY = dt.timedelta(days=1)


def member(program, name, **fields):
    made = MembershipFactory(program=program, advocate=AdvocateFactory(name=name), active=True)
    Membership.objects.filter(pk=made.pk).update(review_on=clock.now().date() + 90 * DAY, **fields)
    made.refresh_from_db()
    return made


def rows(response):
    return {one.member.advocate.name: one for one in response.context["people"]}


def test_who_is_settled_is_not_on_it(web, program):
    member(program, "Ana Ruiz")

    response = web.get(PAGE)

    assert b"Nobody is left hanging" in response.content
    assert rows(response) == {}


@pytest.mark.parametrize(
    ("fields", "says", "leads"),
    [
        ({"status": "paused", "owner": None}, "Nobody looks after", "owner/"),
        ({"status": "paused", "role": None}, "no role was agreed", "role/"),
        (
            {"status": "paused", "review_on": None, "term_ends_on": None},
            "neither an end nor a review",
            "care/",
        ),
    ],
)
def test_without_owner_role_or_date(web, program, fields, says, leads):
    hanging = member(program, "Ana Ruiz")
    Membership.objects.filter(pk=hanging.pk).update(**fields)

    one = rows(web.get(PAGE))["Ana Ruiz"]

    assert says in one.reason
    assert one.url == f"/press/members/{hanging.pk}/{leads}"


def test_a_role_that_nobody_told_them(web, program):
    hanging = member(program, "Ana Ruiz")
    Role.objects.filter(pk=hanging.role_id).update(told_on=None, told_by=None, told_how="")

    one = rows(web.get(PAGE))["Ana Ruiz"]

    assert one.url == f"/press/members/{hanging.pk}/role/{hanging.role_id}/told/"


def test_who_is_settled_while_the_page_is_made_is_left_out(web, program, monkeypatch):
    hanging = member(program, "Ana Ruiz")
    Role.objects.filter(pk=hanging.role_id).update(told_on=None, told_by=None, told_how="")
    monkeypatch.setattr("engagement.views.limbo._flags", lambda *_given: {})

    response = web.get(PAGE)

    assert response.status_code == 200
    assert rows(response) == {}


def test_decided_and_not_told_in_time(web, program, today):
    decision = released(member(program, "Ana Ruiz"))
    type(decision).objects.filter(pk=decision.pk).update(tell_by=today - DAY)

    assert "Decided, not told" in rows(web.get(PAGE))["Ana Ruiz"].labels


def test_a_farewell_that_is_not_finished(web, program, manager):
    hanging = member(program, "Ana Ruiz")
    farewells.begin(membership=hanging, by=manager, now=clock.now(), cause="rotation", reason="Two years.")

    one = rows(web.get(PAGE))["Ana Ruiz"]

    assert one.url == f"/press/members/{hanging.pk}/farewell/steps/"
    assert "is not finished" in one.reason


def test_a_hand_over_that_is_open(web, program, manager):
    hanging, new = member(program, "Ana Ruiz"), PostFactory(program=program, user__name="Jonas Berg").user
    made = handovers.begin(handing=Handing(hanging, new, "Rings."), by=manager, now=clock.now())

    one = rows(web.get(PAGE))["Ana Ruiz"]

    assert one.reason.startswith("Jonas looks after")
    assert one.url == f"/press/hand-overs/{made.pk}/"


def test_an_active_member_who_lost_every_date_is_recorded_and_not_an_error(web, program):
    from engagement.actions import repairs

    hanging = member(program, "Ana Ruiz")
    hanging.terms.all().delete()
    Membership.objects.filter(pk=hanging.pk).update(review_on=None)

    repairs.repair(program, clock.now())

    hanging.refresh_from_db()
    assert (hanging.status, hanging.term_ends_on) == ("welcoming", None)
    assert hanging.history.first().history_change_reason == "neither a term nor a review: to be settled anew"
    assert "No next date" in rows(web.get(PAGE))["Ana Ruiz"].labels


def test_the_rest_of_the_program_is_repaired_all_the_same(program):
    from engagement.actions import repairs

    hanging, sound = member(program, "Ana Ruiz"), member(program, "Ben Cho")
    hanging.terms.all().delete()
    Membership.objects.filter(pk=hanging.pk).update(review_on=None)
    Membership.objects.filter(pk=sound.pk).update(ideal_due_on=dt.date(2020, 1, 1))

    repairs.repair(program, clock.now())

    sound.refresh_from_db()
    assert sound.ideal_due_on != dt.date(2020, 1, 1)


def test_a_count_in_red_stands_on_today(web, program):
    hanging = member(program, "Ana Ruiz")
    Membership.objects.filter(pk=hanging.pk).update(status="paused", role=None, owner=None)
    for kind in (Flag.Kind.NO_ROLE, Flag.Kind.NO_OWNER):
        raise_flags(kind, clock.now())

    page = web.get("/press/today/?whose=everybody")

    assert page.context["day"].limbo == "1"
    assert PAGE.encode() in page.content


def test_without_anybody_hanging_today_says_nothing_of_it(web, program):
    member(program, "Ana Ruiz")

    assert PAGE.encode() not in web.get("/press/today/?whose=everybody").content


def test_many_are_paged_and_take_no_more_statements(web, program, django_assert_max_num_queries):
    for number in range(35):
        hanging = member(program, f"Person {number:02}")
        Membership.objects.filter(pk=hanging.pk).update(status="paused", owner=None)

    with django_assert_max_num_queries(15):
        first = web.get(PAGE)
    second = web.get(f"{PAGE}?after={first.context['page'].next}")

    assert len(first.context["people"]) + len(second.context["people"]) == 35
    assert first.context["count"] == "35"


def test_a_viewer_sees_it_without_the_buttons(as_role, program):
    hanging = member(program, "Ana Ruiz")
    Membership.objects.filter(pk=hanging.pk).update(status="paused", owner=None)

    assert rows(as_role("viewer").get(PAGE))["Ana Ruiz"].url == ""


def test_nobody_of_another_program_is_on_it(web, program):
    stranger = MembershipFactory(active=True)
    Membership.objects.filter(pk=stranger.pk).update(status="paused", owner=None)

    assert rows(web.get(PAGE)) == {}
