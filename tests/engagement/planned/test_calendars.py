"""Plans in the calendars: by the program's clocks, the same event when it moves, called off as such."""

import datetime as dt

import pytest
from icalendar import Calendar

from engagement.actions import planned
from influencers import clock
from influencers.actions import feeds
from tests.engagement.planned.conftest import DAY, TODAY
from tests.factories import PostFactory
from tests.factories.memberships import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)


def address(user, **what):
    return f"/feeds/{feeds.issue(user=user, **what)[1]}.ics"


def event(client, url, plan):
    found = {str(one["UID"]).split("@")[0]: one for one in Calendar.from_ical(client.get(url).content).events}
    return found.get(f"plan-{plan.pk}")


def test_a_lunch_has_its_time_place_and_people_and_no_word_of_what_about(client, plan, member, other, staff):
    type(member.program).objects.update(time_zone="Europe/Berlin")
    planned.change(plan=plan, by=staff, now=NOW, members=[member, other])

    url = address(staff, program=member.program)
    one = event(client, url, plan)

    assert str(one["SUMMARY"]) == "Lunch with Ana Ruiz and Tom Berg"
    assert (one.start.replace(tzinfo=None), one.start.tzinfo.key) == (
        dt.datetime(2026, 6, 3, 12, 30),
        "Europe/Berlin",
    )
    assert one.end - one.start == dt.timedelta(hours=1)
    assert (str(one["LOCATION"]), str(one["STATUS"])) == ("Café Kranz", "CONFIRMED")
    assert str(one["URL"]).endswith(f"/{member.program.slug}/planned/{plan.pk}/")
    assert "The blue" not in client.get(url).content.decode()


def test_without_a_time_it_is_the_whole_day(client, plan, staff, member):
    planned.change(plan=plan, by=staff, now=NOW, at=None)

    one = event(client, address(staff, program=member.program), plan)

    assert (one.start, one.end) == (plan.on, plan.on + DAY)
    assert str(one["TRANSP"]) == "TRANSPARENT"


def test_an_hour_that_the_clocks_leave_out_is_the_one_after(client, member, staff):
    type(member.program).objects.update(time_zone="Europe/Berlin")
    plan = planned.plan(
        program=member.program, by=staff, now=NOW, members=[member], kind="call", on=dt.date(2027, 3, 28),
        at=dt.time(2, 30),
    )  # fmt: skip

    one = event(client, address(staff, program=member.program), plan)

    assert one.start.replace(tzinfo=None) == dt.datetime(2027, 3, 28, 3, 30)


def test_moved_and_called_off_it_is_the_same_event_with_a_higher_number(client, plan, staff, member):
    url = address(staff, program=member.program)
    first = event(client, url, plan)

    planned.change(plan=plan, by=staff, now=NOW, on=TODAY + 9 * DAY)
    moved = event(client, url, plan)
    planned.call_off(plan=plan, by=staff, now=NOW, because="Ill")
    off = event(client, url, plan)

    assert first["UID"] == moved["UID"] == off["UID"]
    assert [one["SEQUENCE"] for one in (first, moved, off)] == [0, 1, 2]
    assert (moved.start.date(), str(off["STATUS"]), str(off["TRANSP"])) == (
        TODAY + 9 * DAY,
        "CANCELLED",
        "TRANSPARENT",
    )


def test_the_file_is_read_again_when_a_plan_moves(client, plan, staff, member):
    url = address(staff, program=member.program)
    tag = client.get(url)["ETag"]
    assert client.get(url, headers={"If-None-Match": tag}).status_code == 304

    planned.change(plan=plan, by=staff, now=NOW, where="The market hall")

    assert client.get(url, headers={"If-None-Match": tag}).status_code == 200


def test_my_feed_has_where_i_go_and_my_peoples_plans(client, plan, member, staff):
    stranger = PostFactory(program=member.program).user

    seen = [event(client, address(user), plan) is not None for user in (staff, member.owner, stranger)]

    assert seen == [True, True, False]


def test_another_programs_plan_is_in_no_feed(client, plan):
    post = PostFactory()

    assert event(client, address(post.user, program=post.program), plan) is None
    assert event(client, address(post.user), plan) is None
