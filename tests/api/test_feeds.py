"""Calendar feeds through the API: one's own, made, read with the address that is shown once, revoked."""

import pytest
from django.test import Client

from influencers.models import CalendarFeed, IdempotentCall, Post
from tests.factories import ProgramFactory

pytestmark = pytest.mark.django_db


def made(api, **said):
    answer = api.post("calendar-feeds/", said)
    assert answer.status_code == 201, answer.content
    return answer.json()


def read(address):
    return Client().get(address.partition("//")[2].partition("/")[2].join(["/", ""])).status_code


def test_the_address_is_shown_once_and_worth_nothing_once_revoked(api, member):
    feed = made(api, program=member.program.slug, mine=True)
    assert read(feed["address"]) == 200

    shown = api.get("calendar-feeds/").json()["results"]
    assert [row["id"] for row in shown] == [feed["id"]]
    assert "address" not in shown[0]
    assert feed["address"].rstrip("/").removesuffix(".ics").endswith(shown[0]["hint"])

    assert api.delete(f"calendar-feeds/{feed['id']}/").status_code == 204
    assert read(feed["address"]) == 404


def test_without_a_program_it_is_of_ones_own_people(api):
    assert made(api)["mine"] is True


def test_the_secret_is_not_kept_for_a_second_asking(api):
    answer = api.post("calendar-feeds/", {}, Idempotency_Key="once")

    assert answer.status_code == 400
    assert not CalendarFeed.objects.exists()
    assert not IdempotentCall.objects.exists()


def test_nobody_sees_or_revokes_somebody_elses(api, as_role):
    feed = made(api)
    colleague = as_role(Post.Role.ADMIN)

    assert colleague.get("calendar-feeds/").json()["results"] == []
    assert colleague.delete(f"calendar-feeds/{feed['id']}/").status_code == 404
    assert CalendarFeed.objects.exists()


def test_no_feed_is_made_of_a_program_one_is_not_in(api):
    assert api.post("calendar-feeds/", {"program": ProgramFactory().slug}).status_code == 400
    assert not CalendarFeed.objects.exists()
