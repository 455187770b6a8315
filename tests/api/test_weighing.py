"""Requests, promises, perks and grants through the API: the same order and the same refusals as on the pages."""

import datetime as dt

import pytest

from engagement.models import AdvocateRequest, PromiseHandOver
from influencers import clock
from influencers.models import Grant, Perk, Program
from tests.factories import AccountFactory, PostFactory, PromiseFactory, RequestFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def wish(member):
    AccountFactory(advocate=member.advocate, followers=91_234)
    return RequestFactory(membership=member, asked_on=dt.date(2026, 5, 1))


@pytest.fixture
def perk(member):
    return Perk.objects.create(
        program=member.program, name="Press", kind="sample", stock=1, must_disclose=True
    )


def steps(wish):
    return f"requests/{wish.pk}"


NEED = {"need": "Shows it at the fair", "impact": 3, "urgency": 3}


def test_what_stands_beside_is_refused_before_the_need_was_weighed(api, wish):
    pressed = api.post(f"{steps(wish)}/press/", {"kind": "again", "on": "2026-05-02", "note": "Rang twice"})
    early = api.get(f"{steps(wish)}/beside/")
    everything = [pressed, early, api.get(f"{steps(wish)}/"), api.get("requests/")]

    assert early.status_code == 422
    assert not any(
        "91234" in answer.content.decode() or "Rang" in answer.content.decode() for answer in everything
    )
    api.post(f"{steps(wish)}/assess/", NEED)
    beside = api.get(f"{steps(wish)}/beside/").json()

    assert (beside["loudness"]["again"], beside["loudness"]["followers"], beside["need_level"]) == (
        1,
        91_234,
        3,
    )


def test_a_warning_is_answered_with_what_it_is_about(api, wish):
    api.post(f"{steps(wish)}/assess/", NEED)
    no = {"decision": "decline", "reason": "No room", "instead": "A call"}

    refused = api.post(f"{steps(wish)}/decide/", no)
    assert refused.status_code == 422
    assert refused.json()["warnings"][0]["code"] == "too_little"
    assert refused.json()["errors"][0]["field"] == "despite"
    decided = api.post(f"{steps(wish)}/decide/", {**no, "despite": "Nobody gets a stage this year."}).json()

    assert (decided["state"], decided["warnings"]) == ("decided", ["too_little"])


def test_weighing_again_needs_a_reason(api, wish):
    api.post(f"{steps(wish)}/assess/", NEED)

    refused = api.post(f"{steps(wish)}/assess/", {**NEED, "impact": 1})

    assert refused.json()["errors"][0]["field"] == "because"
    assert AdvocateRequest.objects.get().impact == 3


def test_something_large_is_proposed_confirmed_and_opened_again(api, as_role, member, wish):
    Program.objects.filter(pk=member.program_id).update(large_by="second")
    api.post(f"{steps(wish)}/assess/", NEED)
    large = {"decision": "grant", "reason": "Fair", "value": "900.00"}
    assert api.post(f"{steps(wish)}/decide/", large).json()["state"] == "proposed"

    assert api.post(f"{steps(wish)}/confirm/").status_code == 422
    second = as_role("admin")
    assert second.post(f"{steps(wish)}/confirm/").json()["state"] == "decided"
    opened = second.post(f"{steps(wish)}/open-again/", {"why": "The stock was wrong."}).json()

    assert (opened["state"], opened["decision"], opened["proposed_by"]) == ("open", "", None)


def test_taken_back_it_stays_on_record(api, wish):
    answer = api.post(f"{steps(wish)}/take-back/", {"because": "She bought one."})

    assert (answer.status_code, answer.json()["state"]) == (200, "withdrawn")


def test_a_promise_is_handed_over_with_the_reason(api, member):
    promise = PromiseFactory(membership=member)
    to = PostFactory(program=member.program).user

    assert api.post(f"promises/{promise.pk}/hand-over/", {"owner": to.pk}).status_code == 400
    assert not PromiseHandOver.objects.exists()
    api.post(f"promises/{promise.pk}/hand-over/", {"owner": to.pk, "why": "Knows the printer"})

    assert promise.hand_overs.get().why == "Knows the printer"


def test_a_perk_is_offered_given_disclosed_and_taken_back(api, member):
    offer = {
        "program": member.program.slug,
        "name": "Kit",
        "kind": "sample",
        "stock": 1,
        "must_disclose": True,
    }
    perk = api.post("perks/", offer).json()
    given = api.post("grants/", {"perk": perk["id"], "membership": member.pk, "reason": "Tests it"}).json()
    assert api.get(f"perks/{perk['id']}/").json()["left"] == 0

    assert api.post(f"grants/{given['id']}/disclose/").status_code == 422
    disclosed = api.post(f"grants/{given['id']}/disclose/", {"note": "On stage"}).json()
    back = api.post(f"grants/{given['id']}/take-back/", {"because": "Sold it on", "returned": True}).json()

    assert (disclosed["disclosed_on"], back["returned"]) == (clock.now().date().isoformat(), True)
    assert api.get(f"perks/{perk['id']}/").json()["left"] == 1


def test_a_complaint_stands_in_the_way(api, member, perk):
    RequestFactory(membership=member, category="complaint")
    want = {"perk": perk.pk, "membership": member.pk, "reason": "Tests it"}

    refused = api.post("grants/", want)
    assert (refused.status_code, refused.json()["warnings"][0]["code"]) == (422, "complaint")
    assert not Grant.objects.exists()
    given = api.post("grants/", {**want, "despite": "Agreed on in March."}).json()

    assert given["warnings"] == ["complaint"]


def test_another_programs_perks_are_not_found(stranger, member, perk):
    assert stranger.get(f"perks/{perk.pk}/").status_code == 404
    assert stranger.get("perks/").json()["results"] == []
    assert (
        stranger.post("grants/", {"perk": perk.pk, "membership": member.pk, "reason": "x"}).status_code == 400
    )
    assert not Grant.objects.exists()


def test_the_examples_of_a_program_are_changed_by_its_managers(api, as_role, member):
    path = f"programs/{member.program.slug}/"
    change = {"impact_high": "The class stands still.", "large_by": "named", "large_decider": api.user.pk}
    version = api.get(path).headers["ETag"]

    assert as_role("staff").patch(path, change, If_Match=version).status_code == 403
    changed = api.patch(path, change, If_Match=version).json()

    assert (changed["impact_high"], changed["large_decider"]) == ("The class stands still.", api.user.pk)
    stranger = PostFactory(program=member.program, role="staff").user
    version = api.get(path).headers["ETag"]
    assert api.patch(path, {"large_decider": stranger.pk}, If_Match=version).status_code == 422
