"""Reviews, decisions and the waiting list through the API: the same actions, the same sentences."""

import datetime as dt

import pytest

from influencers import clock
from influencers.models import Membership, Post, Program, RotationDecision, RotationReview, WaitingPlace
from tests.factories import MembershipFactory, TouchpointFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def second(as_role):
    return as_role(Post.Role.STAFF)


@pytest.fixture
def decision(api, member):
    answer = api.post(
        "rotation-decisions/", {"membership": member.pk, "outcome": "renew", "reason": "She is right."}
    )
    assert answer.status_code == 201
    return RotationDecision.objects.get(pk=answer.json()["id"])


def problem(answer, status=422):
    assert answer.status_code == status, answer.content
    return answer.json()["detail"]


def test_a_decision_goes_its_way(api, second, member, decision):
    at = f"rotation-decisions/{decision.pk}"
    assert "Somebody else reads it" in problem(api.post(f"{at}/second/"))
    assert "A second person reads it first" in problem(api.post(f"{at}/release/"))

    second.post(f"{at}/second/", {"note": "Yes."})
    api.post(f"{at}/release/")
    assert "They hear it first" in problem(api.post(f"{at}/carry-out/"))
    touch = TouchpointFactory(member, by=api.user, happened_at=clock.now() - dt.timedelta(seconds=1))
    assert api.post(f"{at}/told/", {"touchpoint": touch.pk}).json()["told_in"] == touch.pk
    api.post(f"{at}/carry-out/")

    assert Membership.objects.get(pk=member.pk).terms.count() == 2


def test_a_proposal_is_not_overwritten_unseen(api, second, decision):
    answer = api.post(f"rotation-decisions/{decision.pk}/propose/", {"outcome": "end", "reason": "x"})

    assert "has decided this already" in problem(answer, 409)
    assert RotationDecision.objects.get().outcome == "renew"

    version = f'"{decision.version}"'
    again = api.post(
        f"rotation-decisions/{decision.pk}/propose/", {"outcome": "end", "reason": "x"}, If_Match=version
    )
    assert again.json()["outcome"] == "end"


def test_a_review_is_begun_and_not_closed_while_anybody_is_undecided(api, member):
    body = {
        "program": member.program.slug, "name": "Winter", "starts_on": "2027-01-01", "ends_on": "2027-02-01"
    }  # fmt: skip
    review = api.post("rotation-reviews/", body).json()
    assert api.get("rotation-decisions/", review=review["id"]).json()["results"][0]["membership"] == member.pk

    answer = api.post(f"rotation-reviews/{review['id']}/close/")

    assert "still left hanging" in problem(answer)
    assert RotationReview.objects.get().closed_at is None


def test_the_waiting_list_wants_a_reason(api, member):
    prospect = MembershipFactory(program=member.program)
    assert api.post("waiting-places/", {"membership": prospect.pk, "because": " "}).status_code == 400
    assert not WaitingPlace.objects.exists()

    place = api.post("waiting-places/", {"membership": prospect.pk, "because": "Asked first."}).json()
    assert api.post(f"waiting-places/{place['id']}/leave/", {"how": "withdrew", "because": "Moved."}).json()[
        "left_on"
    ]


def test_capacity_and_the_warning_before_one_more(api, member):
    Program.objects.update(capacity=1)
    shown = api.get(f"programs/{member.program.slug}/capacity/").json()
    assert (shown["held"], shown["free"]) == (1, 0)
    assert "All 1 places are taken" in shown["warning"]

    answer = api.post(f"memberships/{MembershipFactory(program=member.program).pk}/welcome/").json()
    assert (answer["status"], "places are taken" in answer["warning"]) == ("welcoming", True)


def test_what_they_say_to_their_role(api, member):
    answer = api.post(f"memberships/{member.pk}/role/answer/", {"agreed": "disagree"})
    assert "in their words" in problem(answer)

    told = {"agreed": "disagree", "their_words": "Too many posts."}
    assert api.post(f"memberships/{member.pk}/role/answer/", told).json()["role"]["agreed"] == "disagree"


def test_nobody_was_told_their_role_tomorrow(api, member):
    tomorrow = member.program.today(clock.now()) + dt.timedelta(days=1)

    answer = api.post(f"memberships/{member.pk}/role/told/", {"told_on": str(tomorrow), "how": "By phone"})

    assert "has not come yet" in problem(answer)
    assert Membership.objects.get(pk=member.pk).role.told_on != tomorrow
