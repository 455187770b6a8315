"""Farewells in the API: the same steps, the same sentences."""

import pytest

from influencers.clock import now
from influencers.models import Farewell, FarewellStep, Membership
from tests.factories import AskFactory, MembershipFactory, PromiseFactory, TouchpointFactory
from tests.factories.farewells import HOUR, heard, thanked, walk

pytestmark = pytest.mark.django_db
Step = FarewellStep.Step


@pytest.fixture
def farewell(api, member):
    TouchpointFactory(member, by=api.user)
    begun = api.post(
        f"memberships/{member.pk}/farewell/", {"cause": "rotation", "reason": "Two years, as agreed."}
    )
    assert begun.json()["status"] == "leaving"
    return Farewell.objects.select_related("membership__program", "membership__advocate").get()


def test_the_steps_lead_to_the_end(api, member, farewell):
    path = f"farewells/{farewell.pk}"
    call, note = heard(member, by=api.user, at=now() - HOUR), thanked(member, by=api.user, at=now())
    for step, body in [
        ("settled", {}),
        ("perks", {}),
        ("recap", {"recap": "Two years"}),
        ("told", {"touchpoint": call.pk}),
        ("thanks", {"touchpoint": note.pk}),
        ("stays", {"what_stays": "The June evening", "whom_to_call": api.user.pk}),
        ("door", {"door": "open"}),
        ("contact", {"contact_on": "2035-01-01", "contact_by": api.user.pk}),
    ]:
        answer = api.post(f"{path}/{step}/", body)
        assert answer.status_code == 200, answer.json()

    answer = api.post(f"{path}/complete/")

    assert answer.json()["completed_by"] == api.user.pk
    assert [word["what"] for word in answer.json()["words"]] == ["thanks", "told"]
    assert Membership.objects.get(pk=member.pk).status == "alumni"


def test_a_step_is_not_taken_before_the_one_before_it(api, farewell):
    answer = api.post(f"farewells/{farewell.pk}/door/", {"door": "open"})

    assert answer.status_code == 422
    assert "First: “Nothing is left open”" in answer.json()["detail"]
    assert not FarewellStep.objects.exists()


def test_nobody_leaves_before_the_last_step(api, member, farewell):
    walk(farewell, by=api.user, now=now(), upto=Step.TOLD)

    answer = api.post(f"farewells/{farewell.pk}/complete/")

    assert answer.status_code == 422
    assert "They are thanked" in answer.json()["detail"]
    assert Membership.objects.get(pk=member.pk).status == "leaving"


def test_a_message_is_not_telling(api, member, farewell):
    walk(farewell, by=api.user, now=now(), upto=Step.RECAP)
    note = thanked(member, by=api.user, at=now())

    answer = api.post(f"farewells/{farewell.pk}/told/", {"touchpoint": note.pk})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "touchpoint"


def test_a_step_on_an_old_version_is_refused(api, farewell):
    answer = api.post(f"farewells/{farewell.pk}/settled/", If_Match='"99"')

    assert answer.status_code in (409, 412)
    assert not FarewellStep.objects.exists()


def test_a_promise_goes_on(api, member, farewell):
    promise = PromiseFactory(membership=member)

    answer = api.post(
        f"farewells/{farewell.pk}/carry/", {"promise": promise.pk, "to": api.user.pk, "why": "Due in autumn"}
    )

    assert answer.json()["carried"][0]["promise"] == promise.pk
    assert api.post(f"farewells/{farewell.pk}/settled/").status_code == 200


def test_what_they_did_unthanked_is_settled_or_goes_on(api, member, farewell):
    day = farewell.begun_on
    ask = AskFactory(membership=member, state="delivered", answered_on=day, delivered_on=day)

    refused = api.post(f"farewells/{farewell.pk}/settled/")
    answer = api.post(
        f"farewells/{farewell.pk}/carry/", {"ask": ask.pk, "to": api.user.pk, "why": "Thanked at the fair"}
    )

    assert refused.status_code == 422
    assert answer.json()["carried"][0]["ask"] == ask.pk
    assert api.post(f"farewells/{farewell.pk}/settled/").status_code == 200


def test_it_is_called_off(api, member, farewell):
    assert api.post(f"farewells/{farewell.pk}/call-off/").status_code == 204
    assert Membership.objects.get(pk=member.pk).status == "active"


def test_open_ones_are_listed(api, farewell):
    MembershipFactory(active=True)

    assert [row["id"] for row in api.get("farewells/", open="true").json()["results"]] == [farewell.pk]
    assert api.get("farewells/", open="false").json()["results"] == []


def test_strangers_and_viewers_are_kept_out(farewell, stranger, as_role):
    assert stranger.get(f"farewells/{farewell.pk}/").status_code == 404
    assert as_role("viewer").post(f"farewells/{farewell.pk}/settled/").status_code == 403
