"""Held messages: a second named person vouches, or the writer takes it back."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from engagement.actions import messages
from engagement.models import Draft, Touchpoint
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory, TouchpointFactory

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)
CANNED = "Hi {{first_name}}, we love your content and would like to work with you!"


@pytest.fixture(autouse=True)
def _in_june():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def member():
    member = MembershipFactory(active=True, advocate=AdvocateFactory(name="Ana Ruiz"))
    TouchpointFactory(member)
    return member


@pytest.fixture
def writer(member, client):
    user = PostFactory(program=member.program).user
    client.force_login(user)
    return user


@pytest.fixture
def colleague(member):
    return PostFactory(program=member.program).user


@pytest.fixture
def held(member, writer):
    return messages.hold(membership=member, by=writer, words=CANNED, now=NOW)


def url(held, name="vouch_for"):
    return reverse(f"engagement:{name}", args=[held.program.slug, held.pk])


def listing(member):
    return reverse("engagement:vouching", args=[member.program.slug])


def test_a_blocked_message_can_be_held_for_a_colleague(client, member, writer):
    address = reverse("engagement:compose_hold", args=[member.program.slug, member.pk])

    response = client.post(address, {"words": CANNED, "kind": "message"})

    assert response.url == listing(member)
    assert Touchpoint.objects.get(standing="held").author == writer


def test_a_message_that_passes_is_not_held(client, member, writer):
    address = reverse("engagement:compose_hold", args=[member.program.slug, member.pk])
    words = "Ana, you were right about the print quality of the spring posters: we changed the paper."

    response = client.post(address, {"words": words, "kind": "message"})

    assert response.status_code == 422
    assert not Touchpoint.objects.filter(standing="held").exists()
    assert Draft.objects.get().words == words


def test_the_list_shows_words_and_reasons(
    client, held, member, writer, colleague, django_assert_max_num_queries
):
    client.force_login(colleague)

    with django_assert_max_num_queries(12):
        html = client.get(listing(member)).content.decode()

    assert "<mark>{{first_name}}</mark>" in html
    assert writer.name in html
    assert "I vouch for it" in html


def test_a_colleague_vouches_with_a_reason(client, held, colleague):
    client.force_login(colleague)

    client.post(url(held), {"reason": "She asked for exactly this joke."})

    held.refresh_from_db()
    assert (held.standing, held.vouched_by, held.vouch_reason) == (
        "sent",
        colleague,
        "She asked for exactly this joke.",
    )


def test_vouching_needs_a_reason(client, held, colleague):
    client.force_login(colleague)

    response = client.post(url(held), {"reason": " "})

    held.refresh_from_db()
    assert response.status_code == 422
    assert held.standing == "held"


def test_the_writer_does_not_vouch(client, held):
    response = client.post(url(held), {"reason": "Trust me."})

    held.refresh_from_db()
    assert response.status_code == 422
    assert "Somebody else vouches" in response.content.decode()
    assert held.standing == "held"


def test_the_writer_takes_it_back_to_the_desk(client, held, member):
    response = client.post(url(held, "take_back"))

    assert response.url == reverse("engagement:compose", args=[member.program.slug, member.pk])
    assert Draft.objects.get().words == CANNED
    assert not Touchpoint.objects.filter(pk=held.pk).exists()


def test_nobody_else_takes_it_back(client, held, colleague):
    client.force_login(colleague)

    assert client.post(url(held, "take_back")).status_code == 404
    assert Touchpoint.objects.filter(pk=held.pk).exists()


def test_two_who_vouch_at_once_are_told(client, held, colleague):
    client.force_login(colleague)
    client.post(url(held), {"reason": "She asked for exactly this joke."})

    response = client.post(url(held), {"reason": "Me too."})

    assert response.status_code == 422
    assert "not waiting" in response.content.decode()


def test_what_went_out_on_somebodys_word_is_listed(client, held, member, colleague):
    client.force_login(colleague)
    client.post(url(held), {"reason": "She asked for exactly this joke."})

    assert "She asked for exactly this joke." in client.get(listing(member)).content.decode()


def test_a_stranger_to_the_program_sees_none_of_it(client, held, member):
    client.force_login(PostFactory().user)

    assert client.get(listing(member)).status_code == 404
    assert client.post(url(held), {"reason": "x"}).status_code == 404
    held.refresh_from_db()
    assert held.standing == "held"


def test_a_viewer_may_read_but_not_vouch(client, held, member):
    client.force_login(PostFactory(program=member.program, role="viewer").user)

    assert client.get(listing(member)).status_code == 200
    assert client.post(url(held), {"reason": "x"}).status_code == 403
    held.refresh_from_db()
    assert held.standing == "held"
