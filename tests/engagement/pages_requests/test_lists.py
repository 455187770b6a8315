"""The lists of requests and promises."""

import datetime as dt

import pytest

from engagement.models import AdvocateRequest, Promise
from tests.factories import AdvocateFactory, MembershipFactory, PromiseFactory, RequestFactory

pytestmark = pytest.mark.django_db
REQUESTS, PROMISES = "/press/requests/", "/press/promises/"


@pytest.fixture
def member(program):
    return MembershipFactory(program=program, active=True, advocate=AdvocateFactory(name="Ana Ruiz"))


def texts(response):
    return [str(row) for row in response.context["page"].rows]


def test_requests_wait_by_their_day_and_those_of_others_stay_theirs(web, member, manager, today):
    RequestFactory(membership=member, words="Later", due_on=today + dt.timedelta(9))
    RequestFactory(membership=member, words="Overdue", due_on=today - dt.timedelta(9), owner=manager)
    RequestFactory(words="Elsewhere")

    assert texts(web.get(REQUESTS)) == ["Overdue", "Later"]
    assert texts(web.get(REQUESTS, {"show": "mine"})) == ["Overdue"]
    assert texts(web.get(REQUESTS, {"show": "overdue"})) == ["Overdue"]
    assert texts(web.get(REQUESTS, {"show": "answered"})) == []
    assert texts(web.get(REQUESTS, {"show": "nonsense", "unknown": "1"})) == ["Overdue", "Later"]


def test_what_is_not_assessed_says_so_and_shows_no_followers(web, member):
    RequestFactory(membership=member)

    page = web.get(REQUESTS).content.decode()

    assert "not assessed yet" in page
    assert "followers" not in page


def test_promises_are_listed_by_who_made_them(web, member, manager, today):
    PromiseFactory(membership=member, text="Ours", due_on=today)
    PromiseFactory(membership=member, text="Theirs", made_by="them", due_on=today)
    PromiseFactory(membership=member, text="Mine", owner=manager, due_on=today - dt.timedelta(9))
    PromiseFactory(text="Elsewhere")

    assert texts(web.get(PROMISES)) == ["Mine", "Ours"]
    assert texts(web.get(PROMISES, {"show": "theirs"})) == ["Theirs"]
    assert texts(web.get(PROMISES, {"show": "mine"})) == ["Mine"]
    assert texts(web.get(PROMISES, {"show": "overdue"})) == ["Mine"]


def test_a_promise_gets_another_day_and_another_colleague(web, member, manager, today):
    promise = PromiseFactory(membership=member)
    day = today + dt.timedelta(30)

    web.post(f"{PROMISES}{promise.pk}/move/", {"due_on": str(day), "seen": promise.version})
    promise.refresh_from_db()
    handed = {"owner": manager.pk, "seen": promise.version, "why": "She knows the printer."}
    web.post(f"{PROMISES}{promise.pk}/hand-over/", handed)

    promise.refresh_from_db()
    assert (promise.due_on, promise.owner) == (day, manager)
    assert promise.overdue_from > day


def test_a_request_is_handed_over_with_its_day(web, member, manager, today):
    wish = RequestFactory(membership=member)

    web.post(
        f"{REQUESTS}{wish.pk}/hand-over/", {"owner": manager.pk, "due_on": str(today), "seen": wish.version}
    )

    wish.refresh_from_db()
    assert (wish.owner, wish.due_on) == (manager, today)


def test_a_promise_of_another_program_is_not_found(web, program):
    promise = PromiseFactory()

    assert web.post(f"{PROMISES}{promise.pk}/move/", {"due_on": "2027-01-01"}).status_code == 404
    assert Promise.objects.get(pk=promise.pk).due_on == promise.due_on


def test_one_chooses_who_asks_and_with_whom_there_is_a_promise(web, member):
    assert b"Ana Ruiz" in web.get(f"{REQUESTS}new/", {"q": "ruiz"}).content
    assert b"Nobody found" in web.get(f"{PROMISES}new/", {"q": "zzz"}).content


@pytest.mark.parametrize("address", [REQUESTS, PROMISES])
@pytest.mark.parametrize("count", [1, 30])
def test_the_lists_take_at_most_twelve_statements(
    web, program, address, count, django_assert_max_num_queries
):
    for _ in range(count):
        member = MembershipFactory(program=program)
        RequestFactory(membership=member)
        PromiseFactory(membership=member)

    with django_assert_max_num_queries(12):
        assert web.get(address).status_code == 200


def test_long_lists_go_on_over_pages(web, member):
    for number in range(30):
        RequestFactory(membership=member, words=f"Wish {number}", due_on=dt.date(2026, 6, 1 + number % 3))

    first = web.get(REQUESTS)
    second = web.get(REQUESTS, {"after": first.context["page"].next})

    assert len(set(texts(first) + texts(second))) == AdvocateRequest.objects.count() == 30
