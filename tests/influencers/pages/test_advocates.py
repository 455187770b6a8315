"""The list of advocates."""

import datetime as dt

import pytest

from influencers.actions import cadence
from influencers.actions.advocates import index_names
from influencers.models import Advocate, Membership
from tests.factories import AccountFactory, AdvocateFactory, MembershipFactory, TermFactory, TierFactory

pytestmark = pytest.mark.django_db
LIST = "/press/advocates/"


def names(response):
    return [row.member.advocate.name for row in response.context["list"].rows]


def somebody(program, name, **fields):
    advocate = AdvocateFactory(
        name=name, **{key: fields.pop(key) for key in ("tags", "country") if key in fields}
    )
    return MembershipFactory(program=program, advocate=advocate, **fields)


def settled(program, name, **fields):
    who = {"owner": fields.pop("owner")} if "owner" in fields else {}
    member = somebody(program, name, active=True, **who)
    Membership.objects.filter(pk=member.pk).update(**fields)
    return member


def test_members_come_by_name_and_prospects_on_their_own_tab(web, program):
    settled(program, "Zoe Adams")
    settled(program, "Ana Ruiz")
    somebody(program, "Mia Prospect")

    assert names(web.get(LIST)) == ["Ana Ruiz", "Zoe Adams"]
    assert names(web.get(LIST, {"status": "prospects"})) == ["Mia Prospect"]
    assert names(web.get(LIST, {"status": "everybody"})) == ["Ana Ruiz", "Mia Prospect", "Zoe Adams"]


def test_people_of_another_program_are_not_there(web, program):
    MembershipFactory(active=True)

    response = web.get(LIST, {"status": "everybody"})

    assert names(response) == []


@pytest.mark.parametrize("words", ["ruiz", "@anaruiz", "ANA", "ana ruiz", "ána"])
def test_searching_finds_names_and_handles_among_everybody(web, program, words):
    somebody(program, "Tom Berg")
    account = AccountFactory(advocate=somebody(program, "Ana Ruiz").advocate, handle="AnaRuiz")
    index_names(account.advocate)

    assert names(web.get(LIST, {"q": words})) == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ({"tier": "{tier}"}, ["Ana Ruiz"]),
        ({"tier": "none"}, ["Ben Cho", "Cleo Diaz"]),
        ({"owner": "me"}, ["Ben Cho"]),
        ({"status": "active", "touch": "due"}, ["Ben Cho"]),
        ({"touch": "losing"}, ["Ben Cho"]),
        ({"touch": "never"}, ["Ana Ruiz", "Ben Cho", "Cleo Diaz"]),
        ({"touch": "waiting"}, ["Cleo Diaz"]),
        ({"ends": "30"}, ["Cleo Diaz"]),
        ({"ends": "past"}, ["Ben Cho"]),
        ({"tag": "press"}, ["Ana Ruiz"]),
        ({"tag": "pres"}, []),
        ({"country": "Kenya"}, ["Ana Ruiz"]),
        ({"platform": "instagram"}, ["Cleo Diaz"]),
        ({"joined_from": "2026-01-06"}, ["Cleo Diaz"]),
        ({"joined_until": "2026-01-05"}, ["Ana Ruiz", "Ben Cho"]),
        ({"tenure": "2-"}, ["Ben Cho"]),
        ({"tenure": "0-1", "nobody-knows-this": "x"}, ["Ana Ruiz", "Cleo Diaz"]),
    ],
)
def test_the_list_is_narrowed_by(web, program, manager, today, params, found):
    tier = TierFactory(program=program)
    ana = settled(
        program,
        "Ana Ruiz",
        tier=tier,
        ideal_due_on=today + dt.timedelta(9),
        latest_due_on=today + dt.timedelta(39),
        term_ends_on=dt.date(2090, 1, 1),
    )
    Advocate.objects.filter(pk=ana.advocate_id).update(tags=["press", "radio"], country="Kenya")
    ben = settled(
        program, "Ben Cho", owner=manager, ideal_due_on=dt.date(2026, 2, 1), latest_due_on=dt.date(2026, 3, 1),
        term_ends_on=dt.date(2026, 4, 1),
    )  # fmt: skip
    TermFactory(membership=ben, starts_on=dt.date(2024, 6, 1), ends_on=dt.date(2026, 1, 5))
    cadence.set_tenure(ben, ben.terms.all(), today)
    Membership.objects.filter(pk=ben.pk).update(served_since=ben.served_since, served_days=ben.served_days)
    cleo = settled(program, "Cleo Diaz", joined_on=dt.date(2026, 2, 1), answer_due_on=today, ideal_due_on=today,
                   latest_due_on=today, term_ends_on=today + dt.timedelta(20))  # fmt: skip
    AccountFactory(advocate=cleo.advocate)

    asked = {name: value.format(tier=tier.pk) for name, value in params.items()}

    assert names(web.get(LIST, asked)) == found


def test_a_value_that_is_none_is_said_and_the_rest_still_narrows(web, program):
    settled(program, "Ana Ruiz")

    response = web.get(LIST, {"tier": "999999", "joined_from": "some day"})

    assert response.status_code == 200
    assert set(response.context["list"].filter.form.errors) == {"tier", "joined_from"}
    assert names(response) == ["Ana Ruiz"]


@pytest.mark.parametrize("sort", ["name", "-name", "touch", "-touch", "due", "-due", "ends", "-ends"])
def test_paging_by_any_order_shows_everybody_once_and_leads_back(web, program, sort):
    somewhen = [None, dt.date(2026, 5, 1), dt.date(2026, 5, 1), dt.date(2026, 6, 2)]
    for number in range(60):
        day = somewhen[number % 4]
        touched = day and dt.datetime(2026, 5, day.day, 9, tzinfo=dt.UTC)
        dates = {"ideal_due_on": day, "term_ends_on": day, "review_on": dt.date(2026, 9, 1)}
        settled(program, f"Person {number % 7}", last_touch_at=touched, **dates)

    pages, address = [], f"{LIST}?sort={sort}"
    while address and len(pages) < 4:
        response = web.get(address)
        pages.append([row.member.pk for row in response.context["list"].rows])
        older = response.context["list"].older
        address = older and LIST + older
    back = web.get(LIST + response.context["list"].newer)

    assert [len(page) for page in pages] == [25, 25, 10]
    assert len({pk for page in pages for pk in page}) == 60
    assert [row.member.pk for row in back.context["list"].rows] == pages[1]


def test_a_place_that_is_none_begins_at_the_beginning_and_says_so(web, program):
    settled(program, "Ana Ruiz")

    response = web.get(LIST, {"after": "nonsense"})

    assert names(response) == ["Ana Ruiz"]
    assert response.context["list"].lost


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_takes_at_most_twelve_statements(web, program, count, django_assert_max_num_queries):
    for number in range(count):
        AccountFactory(advocate=settled(program, f"Person {number}").advocate)
        somebody(program, f"Prospect {number}")

    for address in (
        LIST,
        f"{LIST}?q=person",
        f"{LIST}?status=prospects&sort=touch",
        f"{LIST}?tenure=0-1&tag=x",
    ):
        with django_assert_max_num_queries(12):
            assert web.get(address).status_code == 200


def test_htmx_gets_the_list_alone(web, program):
    settled(program, "Ana Ruiz")

    response = web.get(LIST, headers={"HX-Request": "true"})

    assert b"<html" not in response.content
    assert b"Ana Ruiz" in response.content


def test_an_empty_program_says_what_to_do_next(web, program):
    assert b"Nobody is in the program yet" in web.get(LIST).content
    assert b"Nobody like that" in web.get(LIST, {"q": "zzz"}).content
