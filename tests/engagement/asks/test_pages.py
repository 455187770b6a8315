"""The month, the list, one ask, and putting something on the calendar."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from engagement.models import Ask
from influencers import clock
from influencers.models import Post
from tests.factories import AdvocateFactory, AskFactory, MembershipFactory, TouchpointFactory

pytestmark = pytest.mark.django_db
MONTH, LIST = "/press/asks/", "/press/asks/list/"
DAY = dt.timedelta(days=1)


@pytest.fixture
def member(program):
    return MembershipFactory(program=program, active=True, advocate=AdvocateFactory(name="Ana Ruiz"))


def wish(member, today, **changes):
    return {
        "kind": "talk", "words": "Opens the spring evening", "wanted_by": str(today + 30 * DAY), "department": "events",
        "asked_by": member.owner_id, "owner": member.owner_id, **changes,
    }  # fmt: skip


def address(member):
    return f"/press/advocates/{member.advocate_id}/asks/new/"


def test_the_month_shows_what_is_wanted_by_which_day(web, member):
    AskFactory(membership=member, wanted_by=dt.date(2026, 6, 12), kind="talk")
    AskFactory(wanted_by=dt.date(2026, 6, 12), words="Elsewhere")

    page = web.get(MONTH, {"month": "2026-06"}).content.decode()

    assert "June 2026" in page
    assert page.count("A talk") >= 2  # in the table and in the list for the phone
    assert "Elsewhere" not in page


@pytest.mark.parametrize("month", ["", "nonsense", "2026-13", "0000-01", "2026-99999", "²-1"])
def test_what_is_no_month_shows_todays(web, program, month, today):
    assert web.get(MONTH, {"month": month}).context["first"] == today.replace(day=1)


def test_a_department_sees_its_own(web, member):
    AskFactory(membership=member, wanted_by=dt.date(2026, 6, 12), department="sales")

    assert web.get(MONTH, {"month": "2026-06", "department": "sales"}).context["month"].total == 1
    assert web.get(MONTH, {"month": "2026-06", "department": "pr"}).context["month"].total == 0


def test_a_full_day_shows_a_few_and_leads_to_the_others(web, program):
    for _ in range(7):
        AskFactory(membership=MembershipFactory(program=program, active=True), wanted_by=dt.date(2026, 6, 12))

    page = web.get(MONTH, {"month": "2026-06"})

    assert b"and 3 more" in page.content
    assert len(web.get(LIST, {"day": "2026-06-12"}).context["page"].rows) == 7


def test_what_else_is_asked_stands_above_the_form(web, member, today):
    AskFactory(membership=member, kind="review", wanted_by=today + 3 * DAY)

    page = web.get(address(member)).content.decode()

    assert "A review by" in page
    assert "over_cap_because" in page
    assert "Why one more this quarter" not in page


def test_something_is_put_on_the_calendar(web, member, today):
    answer = web.post(address(member), wish(member, today))

    assert answer.status_code == 302
    assert Ask.objects.get().department == "events"


def test_a_collision_is_shown_with_who_and_what_and_needs_a_sentence(web, member, today):
    other = AskFactory(membership=member, kind="review", wanted_by=today + 31 * DAY)

    refused = web.post(address(member), wish(member, today))

    assert refused.status_code == 422
    page = refused.content.decode()
    assert all(words in page for words in ("A review", other.owner.name, "Why beside the other ask"))
    assert Ask.objects.count() == 1
    web.post(address(member), wish(member, today, collides_because="One trip, agreed with her."))
    assert Ask.objects.count() == 2


def test_one_goes_through_its_life_on_its_page(web, member, today):
    now = clock.now()
    row = AskFactory(membership=member, asked_on=today, wanted_by=today + 9 * DAY)
    page = f"/press/asks/{row.pk}/"

    assert web.post(page, {"said": "declined", "their_words": "", "seen": 1}).status_code == 422
    web.post(page, {"said": "agreed", "their_words": "Gladly", "seen": 1})
    web.post(page, {"delivered_on": str(today), "link": "", "seen": 2})
    row.refresh_from_db()
    assert (row.state, row.their_words) == ("delivered", "Gladly")
    touch = TouchpointFactory(member, happened_at=now, now=now)
    web.post(page, {"thanked_in": touch.pk, "seen": 3})

    row.refresh_from_db()
    assert (row.state, row.thanked_in) == ("thanked", touch)


def test_who_was_overtaken_is_told(web, member):
    row = AskFactory(membership=member)
    Ask.objects.filter(pk=row.pk).update(version=2)

    answer = web.post(f"/press/asks/{row.pk}/", {"said": "agreed", "their_words": "", "seen": 1})

    assert answer.status_code == 409
    row.refresh_from_db()
    assert row.state == "asked"


def test_a_step_that_was_taken_already_says_so_and_keeps_what_was_typed(web, member, today):
    row = AskFactory(membership=member, state="agreed", answered_on=today, asked_on=today)
    typed = {"step": "agreed", "delivered_on": str(today), "link": "https://ana.example/review", "seen": 1}

    answers = [web.post(f"/press/asks/{row.pk}/", typed) for _press in range(2)]

    page = answers[1].content.decode()
    assert [answer.status_code for answer in answers] == [302, 422]
    assert "This is “Delivered, not thanked” already." in page
    assert "https://ana.example/review" in page


def test_another_day_another_colleague_and_taking_it_back(web, member, manager, today):
    row = AskFactory(membership=member)
    page = f"/press/asks/{row.pk}/"

    web.post(f"{page}move/", {"wanted_by": str(today + 3 * DAY), "seen": 1})
    web.post(f"{page}hand-over/", {"owner": manager.pk, "seen": 2})
    web.post(f"{page}withdraw/", {"because": "The evening is in autumn.", "seen": 3})

    row.refresh_from_db()
    assert (row.wanted_by, row.owner, row.state) == (today + 3 * DAY, manager, "withdrawn")


def test_a_viewer_looks_and_sends_nothing(as_role, member):
    row = AskFactory(membership=member)
    browser = as_role(Post.Role.VIEWER)

    assert browser.get(f"/press/asks/{row.pk}/").status_code == 200
    assert browser.post(f"/press/asks/{row.pk}/", {"said": "agreed"}).status_code == 403
    assert browser.get(address(member)).status_code == 403


def test_one_chooses_of_whom(web, member):
    assert b"Ana Ruiz" in web.get("/press/asks/new/", {"q": "ruiz"}).content


@pytest.mark.parametrize("count", [1, 30])
def test_the_pages_take_at_most_twelve_statements(web, program, manager, count):
    for _ in range(count):
        for state in ("asked", "declined"):
            AskFactory(
                membership=MembershipFactory(program=program, active=True), owner=manager, state=state,
                their_words="Not this spring" if state == "declined" else "",
                answered_on=dt.date(2026, 6, 1) if state == "declined" else None,
            )  # fmt: skip
    taken, rows = {}, {}

    for page in (f"{MONTH}?month=2026-06", LIST, f"{LIST}?show=settled", f"{LIST}?show=mine"):
        with CaptureQueriesContext(connection) as statements:
            answer = web.get(page)
        taken[page] = len(statements)
        rows[page] = answer.content.decode().count("Two sentences on the press")

    assert {page: number for page, number in taken.items() if number > 12} == {}
    assert [page for page, number in rows.items() if number == 0] == [], "a list without a row proves nothing"
