"""Plans on pages: on the person's, on Today, in the brief, in the list; and the way into the log."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from engagement.actions import planned
from engagement.models import PlannedTouchpoint, Touchpoint
from influencers import clock
from influencers.models import Post
from tests.engagement.planned.conftest import DAY, TODAY
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory, TouchpointFactory
from tests.factories.memberships import NOW

pytestmark = pytest.mark.django_db
SAID = "Ana keeps the blue for the spring posters and worries about the paper."


@pytest.fixture
def now(monkeypatch):
    """Set what time it is."""

    def at(moment):
        monkeypatch.setattr(clock, "now", lambda: moment)

    at(NOW)
    return at


@pytest.fixture
def web(client, staff, now):
    client.force_login(staff)
    return client


@pytest.fixture
def base(member):
    return f"/{member.program.slug}"


def stored():
    return PlannedTouchpoint.objects.get()


def typed(staff, **changes):
    given = {
        "kind": "lunch",
        "on": "2026-06-09",
        "at": "12:30",
        "where": "Café Kranz",
        "goes": staff.pk,
        "also": "",
        "about": "",
    }
    return {**given, **changes}


def sheet(response):
    """Return what the form of the log would send as it stands."""
    shown = response.context["sheet"]
    data = {"token": response.context["token"], "next": ""}
    for form in (shown.form, *shown.people.forms):
        data |= {bound.html_name: bound.value() for bound in form if bound.value() not in (None, False)}
    for formset in (shown.people, shown.promises, shown.wishes):
        data |= {field.html_name: field.value() for field in formset.management_form}
    data["day"] = str(data["day"])
    return data


def test_a_plan_is_made_on_somebodys_page(web, base, member, staff, other):
    answer = web.post(f"{base}/advocates/{member.advocate_id}/plan/", typed(staff, also="Tom Berg"))

    assert answer.status_code == 302
    assert (stored().on, stored().at, stored().where) == (dt.date(2026, 6, 9), dt.time(12, 30), "Café Kranz")
    assert set(stored().members.all()) == {member, other}
    assert not Touchpoint.objects.exists()


@pytest.mark.parametrize(
    ("also", "says"), [("Nobody Atall", "Nobody here goes by"), ("Tom", "Several go by")]
)
def test_who_is_meant_is_asked(web, base, member, staff, other, also, says):
    MembershipFactory(program=member.program, advocate=AdvocateFactory(name="Tom Busch"))

    answer = web.post(f"{base}/advocates/{member.advocate_id}/plan/", typed(staff, also=also))

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not PlannedTouchpoint.objects.exists()


def test_what_comes_next_stands_on_their_page_and_in_their_brief(web, base, plan, member):
    for page in ("", "brief/"):
        shown = web.get(f"{base}/advocates/{member.advocate_id}/{page}").content.decode()
        assert "in 2 days, 12:30 p.m." in shown
        assert "Café Kranz" in shown
        assert "The blue" in shown


@pytest.mark.parametrize(
    ("days", "is_there", "asks"), [(1, False, False), (2, True, False), (3, True, True), (40, False, False)]
)
def test_today_has_it_on_its_day_and_asks_how_it_was_afterwards(web, base, plan, now, days, is_there, asks):
    now(NOW + days * DAY)

    shown = web.get(f"{base}/today/").content.decode()

    assert (f'id="plan-{plan.pk}"' in shown) is is_there
    assert ("How was it? Log it" in shown) is asks


def test_my_day_has_where_i_go_and_my_peoples_plans(web, base, plan, member, staff, now, client):
    now(NOW + 2 * DAY)
    stranger = PostFactory(program=member.program).user

    for user, is_there in ((staff, True), (member.owner, True), (stranger, False)):
        client.force_login(user)
        shown = client.get(f"{base}/today/?whose=mine").content.decode()
        assert (f'id="plan-{plan.pk}"' in shown) is is_there


def test_the_log_opens_filled_in_and_fulfills_the_plan(web, base, plan, member, now):
    now(NOW + 3 * DAY)
    opened = web.get(f"{base}/log/full/?plan={plan.pk}")
    data = sheet(opened)
    assert (data["kind"], data["day"], data["people-0-choice"]) == ("lunch", "2026-06-03", str(member.pk))

    answer = web.post(f"{base}/log/save/", {**data, "words": SAID})

    assert answer.status_code == 302
    touch = Touchpoint.objects.get()
    assert (stored().state, stored().touchpoint, touch.members.get()) == ("happened", touch, member)
    assert touch.day() == plan.on


def test_what_became_a_call_on_another_day_fulfills_it_too(web, base, plan, now):
    now(NOW + 4 * DAY)
    data = sheet(web.get(f"{base}/log/full/?plan={plan.pk}"))

    web.post(f"{base}/log/save/", {**data, "kind": "call", "day": "2026-06-04", "words": SAID})

    assert stored().touchpoint.kind == "call"


def test_undoing_the_entry_plans_it_again(web, base, plan, now):
    now(NOW + 3 * DAY)
    data = sheet(web.get(f"{base}/log/full/?plan={plan.pk}"))
    answer = web.post(f"{base}/log/save/", {**data, "words": SAID}, follow=True)
    undo = next(str(one.extra_tags) for one in answer.context["messages"] if "undo:" in one.extra_tags)

    web.post(undo.split("undo:")[1].split()[0])

    assert (stored().state, Touchpoint.objects.count()) == ("planned", 0)


def test_a_plan_that_was_called_off_meanwhile_does_not_keep_from_logging(web, base, plan, staff, now):
    now(NOW + 3 * DAY)
    data = sheet(web.get(f"{base}/log/full/?plan={plan.pk}"))
    planned.call_off(plan=plan, by=staff, now=NOW, because="Thought so")

    assert web.post(f"{base}/log/save/", {**data, "words": SAID}).status_code == 302
    assert (stored().state, Touchpoint.objects.count()) == ("called_off", 1)


def test_it_is_moved_and_called_off_on_its_page(web, base, plan, staff):
    page = f"{base}/planned/{plan.pk}/"
    web.post(f"{page}change/", typed(staff, on="2026-06-10", because="Her train", seen=plan.version))
    assert stored().on == dt.date(2026, 6, 10)

    web.post(f"{page}call-off/", {"because": "She is ill", "seen": stored().version})

    assert stored().state == "called_off"
    assert "She is ill" in web.get(page).content.decode()


def test_who_was_slower_sees_what_the_other_changed(web, base, plan, staff):
    seen = plan.version
    planned.change(plan=plan, by=staff, now=NOW, on=TODAY + 8 * DAY)

    answer = web.post(f"{base}/planned/{plan.pk}/change/", typed(staff, seen=seen))

    assert answer.status_code == 409
    assert stored().on == TODAY + 8 * DAY


def test_what_is_on_record_already_is_named(web, base, plan, member, staff, now):
    now(NOW + 5 * DAY)
    touch = TouchpointFactory(member, by=staff, kind="meeting", happened_at=NOW + 2 * DAY)

    web.post(f"{base}/planned/{plan.pk}/happened/", {"touchpoint": touch.pk})

    assert stored().touchpoint == touch


def test_the_list_parts_what_comes_from_what_was(web, base, plan, member, staff, now):
    done = planned.plan(program=member.program, by=staff, now=NOW, members=[member], kind="call", on=TODAY)
    planned.call_off(plan=done, by=staff, now=NOW, because="No time")

    shown = {
        show: [row.pk for row, _line in web.get(f"{base}/planned/?show={show}").context["rows"]]
        for show in ("coming", "mine", "untold", "settled")
    }

    assert shown == {"coming": [plan.pk], "mine": [plan.pk], "untold": [], "settled": [done.pk]}
    now(NOW + 9 * DAY)
    assert [row.pk for row, _line in web.get(f"{base}/planned/?show=untold").context["rows"]] == [plan.pk]


def test_a_viewer_looks_and_changes_nothing(client, base, plan, member, now):
    client.force_login(PostFactory(program=member.program, role=Post.Role.VIEWER).user)
    page = f"{base}/planned/{plan.pk}/"

    assert client.get(page).status_code == 200
    assert "Change" not in client.get(page).content.decode().split("<main", 1)[-1]
    for url in (f"{page}call-off/", f"{page}change/", f"{page}happened/"):
        assert client.post(url, {"because": "x"}).status_code == 403
    assert stored().state == "planned"


def test_another_programs_plan_is_not_found(client, plan, now):
    post = PostFactory()
    client.force_login(post.user)

    assert client.get(f"/{plan.program.slug}/planned/{plan.pk}/").status_code == 404
    assert client.get(f"/{post.program.slug}/planned/{plan.pk}/").status_code == 404
    assert client.get(f"/{post.program.slug}/log/full/?plan={plan.pk}").context["sheet"].people.forms == []


@pytest.mark.parametrize(
    "page", ["today/?whose=everybody", "planned/", "advocates/{}/", "advocates/{}/brief/"]
)
def test_more_plans_make_no_more_statements(web, base, member, staff, page):
    def count():
        with CaptureQueriesContext(connection) as statements:
            assert web.get(f"{base}/{page.format(member.advocate_id)}").status_code == 200
        return len(statements)

    def add(number):
        for _ in range(number):
            guest = MembershipFactory(program=member.program)
            planned.plan(
                program=member.program, by=staff, now=NOW, members=[member, guest], kind="lunch", on=TODAY
            )

    add(1)
    count()
    few = count()
    add(5)
    assert count() == few <= 12
