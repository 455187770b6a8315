"""Vouches, connections, facts, portraits and stages through the API: the same actions underneath."""

import pytest

from engagement.models import PutForward
from influencers.models import Connection, Fact, Portrait, Vouch
from tests.factories import MembershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(member):
    return MembershipFactory(program=member.program, active=True)


def test_a_word_is_given_and_taken_back(api, member, other):
    body = {"membership": member.pk, "giver": other.pk, "words": "Keeps it.", "how_known": "The fair"}

    made = api.post("vouches/", body)
    row = made.json()
    checked = api.post(f"vouches/{row['id']}/check/", {"how": "Called her"})
    taken = api.post(f"vouches/{row['id']}/withdraw/", {"because": "Fell out"})

    assert (made.status_code, checked.status_code, taken.status_code) == (201, 200, 200)
    assert Vouch.objects.get().withdrawn_because == "Fell out"
    assert api.get("vouches/", standing="true").json()["results"] == []


def test_ones_own_word_is_not_checked_by_oneself(api, member):
    body = {"membership": member.pk, "words": "Keeps it.", "how_known": "The fair"}
    row = api.post("vouches/", body).json()

    refused = api.post(f"vouches/{row['id']}/check/", {"how": "I know it"})

    assert refused.status_code == 422
    assert Vouch.objects.get().checked_on is None


def test_a_connection_is_edited_with_its_version_and_ended(api, member, other):
    made = api.post("connections/", {"membership": member.pk, "other": other.pk, "kind": "friend"})
    path = f"connections/{made.json()['id']}/"

    without = api.patch(path, {"how": "One studio"})
    edited = api.patch(path, {"how": "One studio"}, If_Match=made.headers["ETag"])
    ended = api.post(f"{path}end/", {"because": "Moved out"})

    assert (without.status_code, edited.status_code, ended.status_code) == (428, 200, 200)
    assert Connection.objects.get().ended_because == "Moved out"


def test_a_fact_is_noted_confirmed_and_dropped(api, member):
    row = api.post("facts/", {"membership": member.pk, "kind": "person", "text": "Keeps bees"}).json()

    confirmed = api.post(f"facts/{row['id']}/confirm/", {"source": "Told Tom"})
    stale = api.delete(f"facts/{row['id']}/", If_Match='"1"')
    gone = api.delete(f"facts/{row['id']}/", If_Match=confirmed.headers["ETag"])

    assert (confirmed.status_code, stale.status_code, gone.status_code) == (200, 412, 204)
    assert confirmed.json()["confirmed_by"] == api.user.pk
    assert not Fact.objects.exists()


def test_a_description_has_versions_and_a_slower_writer_is_told(api, member):
    body = {"membership": member.pk, "side": "person", "text": "Warm", "source": "Lunch", "seen": 0}

    first, second = api.post("portraits/", body), api.post("portraits/", {**body, "text": "Cold"})

    assert (first.status_code, second.status_code) == (201, 409)
    assert Portrait.objects.get().number == 1


def test_who_is_not_checked_is_put_forward_with_a_sentence(api, member):
    body = {"membership": member.pk, "kind": "talk", "where": "The fair", "on": "2126-06-01"}

    refused = api.post("stages/", body)
    made = api.post("stages/", {**body, "despite": "Known for years"})
    off = api.post(f"stages/{made.json()['id']}/call-off/", {"because": "Canceled"})

    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"] == "despite"
    assert (made.status_code, off.status_code) == (201, 200)
    assert "met" in PutForward.objects.get().unchecked
