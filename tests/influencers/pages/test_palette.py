"""People for the palette."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from influencers.actions.advocates import index_names
from influencers.models import Post
from tests.factories import (
    AccountFactory,
    AdvocateFactory,
    AskFactory,
    MembershipFactory,
    PostFactory,
    ProgramFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def program(client):
    post = PostFactory(program=ProgramFactory(slug="press"), role=Post.Role.VIEWER)
    client.force_login(post.user)
    return post.program


def somebody(program, name, handle="", **fields):
    advocate = AdvocateFactory(name=name)
    if handle:
        AccountFactory(advocate=advocate, handle=handle)
        index_names(advocate)
    return MembershipFactory(program=program, advocate=advocate, **fields)


def asked(client, words):
    return client.get("/press/palette/", {"q": words})


def test_people_are_found_by_name_and_by_handle(client, program):
    somebody(program, "Maya Lindqvist", handle="grabado.mx")
    somebody(program, "Tom Okafor")

    assert "Maya Lindqvist" in asked(client, "maya").content.decode()
    assert "@grabado.mx" in asked(client, "@grabado").content.decode()


def test_any_part_of_a_name_will_do_without_its_accents(client, program):
    somebody(program, "Zoë Hartmann")

    assert "Zoë" in asked(client, "zoe hart").content.decode()
    assert "Zoë" in asked(client, "hartm").content.decode()


def test_who_is_called_so_comes_first_and_those_with_us_before_others(client, program):
    somebody(program, "Anabel Prospect")
    somebody(program, "Anabel Member", active=True)
    somebody(program, "Diana Bel", active=True)

    found = [member.advocate.name for member in asked(client, "ana").context["people"]]

    assert found == ["Anabel Member", "Diana Bel", "Anabel Prospect"]


def test_at_most_eight_are_offered_and_nothing_where_nobody_matches(client, program):
    for number in range(12):
        somebody(program, f"Maya Number{number}")

    assert len(asked(client, "maya").context["people"]) == 8
    assert asked(client, "zzzz").content.decode().strip() == ""
    assert asked(client, "").content.decode().strip() == ""


def test_nobody_of_another_program_is_offered(client, program):
    somebody(ProgramFactory(slug="other"), "Maya Lindqvist")

    assert asked(client, "maya").content.decode().strip() == ""
    assert client.get("/other/palette/?q=maya").status_code == 404


@pytest.mark.parametrize("words", ["%", "_", "\x00", "x" * 500, "'; --", "\\"])
def test_odd_letters_do_no_harm(client, program, words):
    somebody(program, "Maya Lindqvist")

    assert asked(client, words).status_code == 200


def test_it_takes_few_statements(client, program):
    for number in range(12):
        somebody(program, f"Maya Number{number}", handle=f"maya{number}")

    with CaptureQueriesContext(connection) as statements:
        asked(client, "number")

    assert len(statements) <= 5


def test_single_asks_are_found_by_what_we_want_and_of_whom_those_that_wait_first(client, program):
    maya = somebody(program, "Maya Lindqvist", active=True)
    settled = AskFactory(
        membership=maya, words="A talk at the fair", state="withdrawn", withdrawn_because="Off"
    )
    waiting = AskFactory(membership=maya, words="A talk on letterpress", wanted_by=settled.wanted_by)
    AskFactory(words="A talk elsewhere")

    by_words = [one.url for one in asked(client, "talk").context["others"]]
    by_name = asked(client, "lindq letterpress").content.decode()

    assert by_words == [f"/press/asks/{waiting.pk}/", f"/press/asks/{settled.pk}/"]
    assert "Maya Lindqvist: “A talk on letterpress”" in by_name
    assert asked(client, "ta").context["others"] == []
