"""Asks through the API: the same rules as on the pages."""

import datetime as dt

import pytest

from engagement.models import Ask
from influencers import clock
from tests.factories import AskFactory, TouchpointFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def soon(member):
    return member.program.today(clock.now()) + dt.timedelta(days=20)


def test_something_is_asked_and_goes_through_its_life(api, member, soon):
    body = {"membership": member.pk, "kind": "quote", "words": "Two sentences", "wanted_by": str(soon)}

    made = api.post("asks/", body)

    assert made.status_code == 201, made.json()
    path = f"asks/{made.json()['id']}"
    assert api.post(f"{path}/decline/", {}).status_code == 400
    assert api.post(f"{path}/agree/", {"their_words": "Gladly"}).json()["state"] == "agreed"
    assert api.post(f"{path}/deliver/", {}).json()["state"] == "delivered"
    now = clock.now()
    touch = TouchpointFactory(member, happened_at=now, now=now)
    assert api.post(f"{path}/thank/", {"thanked_in": touch.pk}).json()["state"] == "thanked"
    assert api.post(f"{path}/withdraw/", {"because": "Too late"}).status_code == 422


def test_a_collision_is_refused_with_its_field(api, member, soon):
    AskFactory(membership=member, wanted_by=soon)
    body = {"membership": member.pk, "kind": "talk", "words": "Opens the evening", "wanted_by": str(soon)}

    refused = api.post("asks/", body)

    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "collides_because")
    assert Ask.objects.count() == 1


def test_nothing_of_another_program_is_seen_or_asked(api, soon):
    other = AskFactory()

    assert api.get("asks/").json()["results"] == []
    body = {"membership": other.membership_id, "kind": "talk", "words": "x", "wanted_by": str(soon)}
    assert api.post("asks/", body).status_code == 400
