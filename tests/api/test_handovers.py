"""Hand-overs in the API."""

import pytest

from influencers.models import HandOver, Membership
from tests.factories import PostFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def new(member):
    return PostFactory(program=member.program).user


def test_somebody_is_handed_over_told_and_planned(api, member, new):
    made = api.post(
        "hand-overs/", {"membership": member.pk, "to": new.pk, "what_to_know": "Rings on Mondays"}
    )
    assert made.status_code == 201, made.json()
    path = f"hand-overs/{made.json()['id']}/"

    assert Membership.objects.get(pk=member.pk).owner == new
    told = api.post(f"{path}told/", {"told_on": "2026-06-01", "how": "Call"})
    assert told.json()["told_how"] == "Call"
    planned = api.patch(path, {"how": "meeting"}, If_Match=told.headers["ETag"])
    assert (planned.json()["how"], planned.json()["what_to_know"]) == ("meeting", "Rings on Mondays")
    assert [row["id"] for row in api.get("hand-overs/", open="true").json()["results"]] == [made.json()["id"]]


def test_what_is_said_of_a_role_is_not_taken_for_the_hand_over(api, member, new):
    made = api.post("hand-overs/", {"membership": member.pk, "to": new.pk, "what_to_know": "Rings"}).json()

    answer = api.post(
        f"hand-overs/{made['id']}/told/", {"told_on": "2026-06-01", "how": "Call", "agreed": "agreed"}
    )

    assert answer.status_code == 400, answer.content
    assert HandOver.objects.get().told_on is None


def test_the_owner_is_not_simply_replaced(api, member, new):
    answer = api.post(f"memberships/{member.pk}/owner/", {"owner": new.pk})

    assert answer.status_code == 422
    assert "Hand them over" in answer.json()["detail"]
    assert Membership.objects.get(pk=member.pk).owner != new


def test_without_what_to_know_it_is_refused(api, member, new):
    assert (
        api.post("hand-overs/", {"membership": member.pk, "to": new.pk, "what_to_know": " "}).status_code
        == 400
    )
    assert not HandOver.objects.exists()


def test_strangers_find_none(api, member, new, stranger):
    made = api.post("hand-overs/", {"membership": member.pk, "to": new.pk, "what_to_know": "Rings"}).json()

    assert stranger.get(f"hand-overs/{made['id']}/").status_code == 404


def test_nobody_is_told_of_one_that_was_passed_on(api, member, new):
    first = api.post("hand-overs/", {"membership": member.pk, "to": new.pk, "what_to_know": "Rings"}).json()
    third = PostFactory(program=member.program).user
    api.post("hand-overs/", {"membership": member.pk, "to": third.pk, "what_to_know": "Rings"})

    answer = api.post(f"hand-overs/{first['id']}/told/", {"told_on": "2026-06-01", "how": "Call"})

    assert answer.status_code == 422, answer.content
    assert HandOver.objects.get(pk=first["id"]).told_on is None
