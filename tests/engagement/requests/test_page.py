"""A request's page, in its order: words, need, then what stands beside it, then the decision and the answer."""

import datetime as dt

import pytest

from engagement.actions import requests
from engagement.models import AdvocateRequest
from influencers import clock
from influencers.models import Account, Program
from tests.factories import (
    AccountFactory,
    AdvocateFactory,
    MembershipFactory,
    PostFactory,
    RequestFactory,
    TouchpointFactory,
)
from tests.influencers.pages.conftest import as_role, manager, program, today, web

__all__ = ["as_role", "manager", "program", "today", "web"]
pytestmark = pytest.mark.django_db
WEIGHED = {"step": "assess", "need": "Shows it at the fair", "impact": 2, "urgency": 3}
LOUD = (
    "Followers",
    "91,234",
    "Asked again",
    "Rang twice",
    "no part of the rank",
    "How like cases were decided",
)


@pytest.fixture
def member(program):
    member = MembershipFactory(program=program, active=True, advocate=AdvocateFactory(name="Ana Ruiz"))
    AccountFactory(advocate=member.advocate, followers=91_234)
    return member


@pytest.fixture
def wish(member, manager):
    wish = RequestFactory(membership=member, asked_on=dt.date(2026, 5, 1))
    requests.press(
        advocate_request=wish,
        by=manager,
        kind="again",
        on=dt.date(2026, 5, 2),
        note="Rang twice",
        now=clock.now(),
    )
    return wish


def page_of(wish):
    return f"/press/requests/{wish.pk}/"


def fresh(wish):
    return AdvocateRequest.objects.get(pk=wish.pk)


def test_nothing_about_loudness_is_there_before_the_need_was_weighed(web, wish):
    page = web.get(page_of(wish)).content.decode()

    assert [word for word in LOUD if word in page] == []


def test_after_that_it_stands_beside_the_rank(web, wish):
    assert Account.objects.get().followers == 91_234
    web.post(page_of(wish), WEIGHED)

    page = web.get(page_of(wish)).content.decode()

    assert [word for word in LOUD if word not in page] == []
    assert page.index("rank 6 of 9") < page.index("91,234") < page.index("What it is worth")


def test_the_programs_own_examples_stand_at_the_levels(web, wish, program):
    Program.objects.filter(pk=program.pk).update(impact_high="The class stands still.")

    page = web.get(page_of(wish)).content.decode()

    assert "High: The class stands still." in page
    assert "Low: It would be nice." in page


def test_a_warning_is_shown_and_needs_its_sentence(web, wish):
    web.post(page_of(wish), {**WEIGHED, "impact": 1, "urgency": 1})
    decision = {"step": "decide", "decision": "grant", "reason": "Nice", "value": "900"}

    refused = web.post(page_of(wish), decision)
    assert refused.status_code == 422
    assert "The need is little" in refused.content.decode()
    assert fresh(wish).state == "open"
    web.post(page_of(wish), {**decision, "despite": "It was to be scrapped."})

    assert (fresh(wish).state, fresh(wish).despite) == ("decided", "It was to be scrapped.")


def test_something_large_is_proposed_and_decided_by_somebody_else(web, client, wish, program, manager):
    Program.objects.filter(pk=program.pk).update(large_by="second")
    web.post(page_of(wish), WEIGHED)
    web.post(page_of(wish), {"step": "decide", "decision": "grant", "reason": "Fair", "value": "900"})
    assert "confirm" not in web.get(page_of(wish)).context["forms"]

    web.post(page_of(wish), {"step": "confirm"})
    assert fresh(wish).state == "proposed"
    client.force_login(PostFactory(program=program, role="admin").user)
    client.post(page_of(wish), {"step": "confirm"})

    assert (fresh(wish).state, fresh(wish).proposed_by) == ("decided", manager)


def test_it_is_taken_back_with_the_reason(web, wish):
    web.post(f"{page_of(wish)}take-back/", {"because": ""})
    assert fresh(wish).state == "open"

    web.post(f"{page_of(wish)}take-back/", {"because": "She bought one.", "seen": wish.version})

    assert fresh(wish).state == "withdrawn"
    assert "She bought one." in web.get(page_of(wish)).content.decode()


def test_pressure_is_noted_from_the_page(web, wish, today):
    web.post(
        f"{page_of(wish)}pressed/", {"kind": "public", "on": str(today), "note": "A story with our logo"}
    )

    assert wish.pressures.count() == 2


def test_what_nobody_was_told_is_opened_again_and_what_was_put_off_taken_up(web, wish, manager, today):
    web.post(page_of(wish), WEIGHED)
    later = {
        "step": "decide",
        "decision": "defer",
        "reason": "Not now",
        "look_again_on": str(today + dt.timedelta(9)),
    }
    web.post(page_of(wish), {**later, "despite": "They can wait until spring."})
    web.post(f"{page_of(wish)}open-again/", {"why": "The stock has come."})
    assert fresh(wish).state == "open"
    web.post(page_of(wish), {**later, "despite": "They can wait until spring."})
    told = TouchpointFactory(wish.membership, by=manager, happened_at=clock.now())
    web.post(page_of(wish), {"step": "answer", "answered_in": told.pk})

    web.post(f"{page_of(wish)}take-up/")

    assert AdvocateRequest.objects.get(follows=wish).state == "open"


@pytest.mark.parametrize("step", ["pressed", "take-back", "open-again", "take-up"])
def test_viewers_take_no_step(as_role, wish, step):
    assert as_role("viewer").post(f"{page_of(wish)}{step}/", {"why": "x", "because": "x"}).status_code == 403
    assert fresh(wish).state == "open"


def test_a_request_and_a_promise_come_from_an_exchange(web, member, manager):
    touch = TouchpointFactory(member, by=manager)
    person = f"/press/advocates/{member.advocate_id}"

    assert touch.words[:30] in web.get(f"{person}/requests/new/", {"exchange": touch.pk}).content.decode()
    web.post(f"{person}/requests/new/", {
        "exchange": touch.pk, "words": "A beta?", "category": "access", "asked_on": "2026-05-20",
    })  # fmt: skip
    web.post(f"{person}/promises/new/", {
        "exchange": touch.pk, "made_by": "them", "text": "Film it", "due_on": "2027-01-01", "owner": manager.pk,
    })  # fmt: skip

    assert (touch.requests.get().words, touch.promises.get().made_by) == ("A beta?", "them")


@pytest.mark.parametrize("count", [1, 12])
def test_the_page_takes_at_most_twelve_statements(
    web, wish, program, manager, count, django_assert_max_num_queries
):
    for _ in range(count):
        like = RequestFactory(membership=MembershipFactory(program=program), assessed=True)
        requests.decide(
            advocate_request=like,
            by=manager,
            now=clock.now(),
            decision="grant",
            reason="Fair",
            despite="It is.",
        )
        TouchpointFactory(wish.membership, by=manager)
    web.post(page_of(wish), WEIGHED)

    with django_assert_max_num_queries(12):
        assert len(web.get(page_of(wish)).context["beside"].precedents) == min(count, 5)


# --- the list ----------------------------------------------------------------------------------------------
def listed(web, **asked):
    return [row.words for row in web.get("/press/requests/", asked).context["page"].rows]


def test_the_list_is_narrowed_by_category_need_and_words(web, member):
    RequestFactory(membership=member, words="A press", category="material", impact=3, urgency=3)
    RequestFactory(membership=member, words="A stage", category="stage", impact=1, urgency=1)
    RequestFactory(membership=member, words="Not weighed")

    assert listed(web, category="stage") == ["A stage"]
    assert listed(web, need="great") == ["A press"]
    assert listed(web, need="none") == ["Not weighed"]
    assert listed(web, q="PRESS") == ["A press"]
    assert listed(web, sort="need") == ["Not weighed", "A press", "A stage"]
    assert len(listed(web, category="x", need="y", show="z")) == 3


def test_sorted_by_need_it_goes_on_over_pages(web, member):
    for number in range(60):
        RequestFactory(
            membership=member,
            words=str(number),
            impact=number % 3 + 1 if number % 4 else None,
            urgency=2 if number % 4 else None,
        )
    seen, after = [], ""
    while True:
        page = web.get("/press/requests/", {"sort": "need", "after": after}).context["page"]
        seen += [row.words for row in page.rows]
        after = page.next
        if not after:
            break

    assert len(seen) == len(set(seen)) == 60


def test_who_decides_second_is_told_who_decided_what_and_keeps_what_they_typed(web, wish, manager):
    web.post(page_of(wish), WEIGHED)
    seen = fresh(wish).version
    requests.decide(
        advocate_request=fresh(wish), by=manager, now=clock.now(), decision="grant", reason="It is fair"
    )
    typed = {"step": "decide", "decision": "decline", "reason": "Too dear this year", "instead": "A loan"}

    answer = web.post(page_of(wish), {**typed, "seen": seen})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Too dear this year" in page
    assert "– → Grant, by" in page
    assert fresh(wish).decision == "grant"


def test_a_step_is_not_taken_by_whom_it_is_not_open_to(as_role, wish, web):
    web.post(page_of(wish), WEIGHED)
    answer = as_role("staff").post(
        page_of(wish), {"step": "decide", "decision": "grant", "reason": "It is fair"}
    )

    assert answer.status_code == 403
    assert fresh(wish).decision == ""


def test_a_name_with_signs_of_markup_is_shown_as_a_name(web, wish, program):
    decider = PostFactory(program=program, role="admin", user__name="<b>Ruth</b>").user
    Program.objects.filter(pk=program.pk).update(large_by="named", large_decider=decider, large_value=100)

    web.post(page_of(wish), WEIGHED)
    page = web.get(page_of(wish)).content.decode()

    assert "&lt;b&gt;Ruth&lt;/b&gt; decides" in page
    assert "<b>Ruth" not in page
