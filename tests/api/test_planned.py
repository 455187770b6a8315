"""Plans through the API: the same rules as on the pages."""

import datetime as dt

import pytest

from engagement.actions import planned
from engagement.models import PlannedTouchpoint, Touchpoint
from influencers import clock
from tests.factories import MembershipFactory, PostFactory, TouchpointFactory

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def today(member):
    return member.program.today(clock.now())


@pytest.fixture
def body(member, today):
    return {
        "program": member.program.slug, "members": [member.pk], "kind": "lunch", "on": str(today), "at": "12:30",
        "where": "Café Kranz",
    }  # fmt: skip


def test_a_lunch_is_planned_moved_and_fulfilled(api, member, body, today):
    made = api.post("planned-touchpoints/", body)
    assert made.status_code == 201, made.json()
    path = f"planned-touchpoints/{made.json()['id']}"
    assert (made.json()["at"], made.json()["state"]) == ("12:30:00", "planned")
    assert not Touchpoint.objects.exists()

    moved = api.patch(f"{path}/", {"on": str(today + DAY)}, If_Match=made["ETag"])
    assert moved.json().get("on") == str(today + DAY), moved.json()
    now = clock.now()
    touch = TouchpointFactory(member, kind="call", happened_at=now, now=now)
    assert api.post(f"{path}/happened/", {"touchpoint": touch.pk}).json()["state"] == "happened"
    assert api.post(f"{path}/call-off/", {"because": "Ill"}).status_code == 422


def test_a_change_names_the_version_it_was_made_on(api, body):
    path = f"planned-touchpoints/{api.post('planned-touchpoints/', body).json()['id']}/"

    assert api.patch(path, {"where": "Elsewhere"}).status_code == 428


def test_calling_off_needs_its_reason(api, body):
    path = f"planned-touchpoints/{api.post('planned-touchpoints/', body).json()['id']}/call-off/"

    assert api.post(path, {}).status_code == 400
    assert api.post(path, {"because": "She is ill"}).json()["called_off_because"] == "She is ill"


@pytest.mark.parametrize(
    ("change", "field"),
    [({"on": "2020-01-01"}, "on"), ({"members": []}, "members"), ({"kind": "message"}, "kind")],
)
def test_a_refusal_names_its_field(api, body, change, field):
    refused = api.post("planned-touchpoints/", {**body, **change})

    assert refused.status_code in (400, 422)
    assert refused.json()["errors"][0]["field"].split(".")[0] == field
    assert not PlannedTouchpoint.objects.exists()


def test_it_is_found_by_person_state_and_day(api, member, body, today):
    made = api.post("planned-touchpoints/", body).json()["id"]

    def found(query):
        return [row["id"] for row in api.get(f"planned-touchpoints/?{query}").json()["results"]]

    for query in (f"member={member.pk}", "state=planned", f"on_from={today}&on_until={today + DAY}"):
        assert found(query) == [made]
    for query in (
        "state=called_off",
        f"on_until={today}",
        f"member={MembershipFactory(program=member.program).pk}",
    ):
        assert found(query) == []


def test_nothing_of_another_program_is_seen_or_planned(api, member, body, today):
    other, by = MembershipFactory(), PostFactory()
    theirs = planned.plan(
        program=by.program, by=by.user, now=clock.now(), members=[MembershipFactory(program=by.program)], kind="call",
        on=today,
    )  # fmt: skip

    assert api.get("planned-touchpoints/").json()["results"] == []
    assert api.get(f"planned-touchpoints/{theirs.pk}/").status_code == 404
    assert api.post("planned-touchpoints/", {**body, "members": [other.pk]}).status_code == 400
