"""Who vouches for whom and who knows whom, drawn and listed."""

import datetime as dt
import itertools

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from influencers.models import Connection, Post, Vouch
from tests.engagement.pages.people import TODAY, enter, member_of, stop_the_clock
from tests.factories import ProgramFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    stop_the_clock(monkeypatch)


def vouch(giver, member, **fields):
    fields = {"words": "Keeps her word.", "how_known": "One stand", "given_on": TODAY, **fields}
    return Vouch.objects.create(by_membership=giver, membership=member, **fields)


def knows(one, other, kind="friend", **fields):
    return Connection.objects.create(membership=one, other=other, kind=kind, **fields)


def drawing(client, program, query=""):
    return client.get(f"/{program.slug}/ties/{query}").context["drawing"]


def gone(user):
    return {"withdrawn_on": TODAY, "withdrawn_by": user, "withdrawn_because": "They fell out."}


def names(found):
    return sorted(face.name for face in found.faces)


def test_the_list_says_what_the_drawing_shows(client):
    program, _ = enter(client, Post.Role.VIEWER)
    ana, ben, cem = (member_of(program, name) for name in ("Ana Ruiz", "Ben Wu", "Cem Aksoy"))
    vouch(ana, ben)
    knows(ben, cem)

    page = client.get(f"/{program.slug}/ties/").content.decode()
    found = drawing(client, program)

    assert names(found) == ["Ana Ruiz", "Ben Wu", "Cem Aksoy"]
    assert [(edge.kind, edge.title) for edge in found.edges] == [
        ("vouch", "Ana Ruiz → Ben Wu"), ("connection", "Ben Wu – Cem Aksoy"),
    ]  # fmt: skip
    assert "Keeps her word." in page
    assert "not checked yet" in page


def test_vouches_and_connections_can_be_looked_at_alone(client):
    program, _ = enter(client)
    ana, ben, cem = (member_of(program, name) for name in ("Ana Ruiz", "Ben Wu", "Cem Aksoy"))
    vouch(ana, ben)
    knows(ben, cem)

    assert names(drawing(client, program, "?only=vouches")) == ["Ana Ruiz", "Ben Wu"]
    assert names(drawing(client, program, "?only=connections")) == ["Ben Wu", "Cem Aksoy"]


def test_what_was_withdrawn_or_ended_is_shown_when_asked_for_with_the_reason(client):
    program, user = enter(client)
    ana, ben = member_of(program, "Ana Ruiz"), member_of(program, "Ben Wu")
    vouch(ana, ben, **gone(user))

    assert drawing(client, program).lines == ()
    assert "They fell out." in client.get(f"/{program.slug}/ties/?gone=1").content.decode()


def test_round_a_person_it_is_two_steps_deep_and_no_deeper(client):
    program, _ = enter(client)
    chain = [member_of(program, f"Person {letter}") for letter in "ABCDE"]
    for one, other in itertools.pairwise(chain):
        knows(one, other)

    found = drawing(client, program, f"?around={chain[0].advocate_id}")

    assert names(found) == ["Person A", "Person B", "Person C"]
    assert [face.name for face in found.faces if face.center] == ["Person A"]


def test_a_colleagues_word_is_a_mark_and_a_line_of_the_list(client):
    program, user = enter(client)
    ana = member_of(program, "Ana Ruiz")
    vouch(None, ana, by_user=user)

    found = drawing(client, program)

    assert [face.words_of_colleagues for face in found.faces] == [1]
    assert [line.one_name for line in found.lines] == [user.name]


@pytest.fixture
def crowd():
    """Return a program in which 500 people know the next one, and every tenth the one ten further on."""
    program = ProgramFactory()
    template = member_of(program, "Person 0")
    people = [template] + [member_of(program, f"Person {number}") for number in range(1, 500)]
    Connection.objects.bulk_create(
        Connection(membership=one, other=other, kind="friend")
        for step in (1, 10)
        for one, other in zip(people[::step], people[::step][1:], strict=False)
        if step == 1 or one is not other
    )
    return program


def test_with_500_people_a_part_is_drawn_and_it_says_so(client, crowd):
    enter(client, program=crowd)

    with CaptureQueriesContext(connection) as statements:
        response = client.get(f"/{crowd.slug}/ties/")
    found = response.context["drawing"]

    assert len(statements) <= 8
    assert (len(found.faces), found.people, found.parts) == (80, 500, 7)
    assert "80 of 500 people" in response.content.decode()
    seen = {face.name for part in range(1, 8) for face in drawing(client, crowd, f"?part={part}").faces}
    assert len(seen) == 500


@pytest.mark.parametrize("query", ["?part=0", "?part=99", "?part=x", "?only=nonsense", "?gone=2"])
def test_nonsense_in_the_address_does_no_harm(client, query):
    program, _ = enter(client)
    vouch(member_of(program, "Ana Ruiz"), member_of(program, "Ben Wu"))

    assert client.get(f"/{program.slug}/ties/{query}").status_code == 200


@pytest.mark.parametrize("around", ["x", "999999999", "9" * 40])
def test_nobody_who_is_not_there_stands_in_the_middle(client, around):
    program, _ = enter(client)

    assert client.get(f"/{program.slug}/ties/?around={around}").status_code == 404


def test_another_programs_people_are_not_drawn(client):
    program, _ = enter(client)
    other = ProgramFactory()
    ana = member_of(other, "Ana Ruiz")
    vouch(ana, member_of(other, "Ben Wu"))

    assert drawing(client, program).faces == ()
    assert client.get(f"/{program.slug}/ties/?around={ana.advocate_id}").status_code == 404
    assert client.get(f"/{other.slug}/ties/").status_code == 404


def test_a_word_is_checked_and_taken_back_on_their_page(client):
    program, user = enter(client)
    ana, ben = member_of(program, "Ana Ruiz"), member_of(program, "Ben Wu")
    word = vouch(ana, ben)
    address = f"{ben.get_absolute_url()}vouches/{word.pk}/"

    checked = client.post(f"{address}check/", {"how": "Called her", "seen": word.version})
    word.refresh_from_db()
    taken = client.post(f"{address}withdraw/", {"because": "They fell out", "seen": word.version})
    word.refresh_from_db()

    assert (checked.status_code, taken.status_code) == (302, 302)
    assert (word.checked_by, word.checked_on, word.checked_how) == (user, TODAY, "Called her")
    assert (word.withdrawn_on, word.withdrawn_because) == (TODAY, "They fell out")
    page = client.get(f"{ben.get_absolute_url()}people/").content.decode()
    assert "Withdrawn on" in page


def test_a_connection_is_edited_and_ended_on_their_page(client):
    program, _ = enter(client)
    ana, ben = member_of(program, "Ana Ruiz"), member_of(program, "Ben Wu")
    tie = knows(ana, ben)
    address = f"{ben.get_absolute_url()}connections/{tie.pk}/"

    client.post(f"{address}edit/", {"kind": "colleague", "how": "One studio", "seen": tie.version})
    tie.refresh_from_db()
    again = client.post(f"{address}edit/", {"kind": "family", "how": "", "seen": 1})
    client.post(f"{address}end/", {"because": "Moved out", "seen": tie.version})
    tie.refresh_from_db()

    assert (tie.kind, tie.how) == ("colleague", "One studio")
    assert again.status_code == 409
    assert (tie.ended_on, tie.ended_because) == (TODAY, "Moved out")


@pytest.mark.parametrize("ties", [1, 25])
def test_the_number_of_statements_of_their_page_does_not_grow(client, ties):
    program, user = enter(client)
    ana = member_of(program, "Ana Ruiz")
    for number in range(ties):
        other = member_of(program, f"Person {number}")
        vouch(other, ana, checked_by=user, checked_on=TODAY + dt.timedelta(days=1), checked_how="Called")
        knows(ana, other)

    with CaptureQueriesContext(connection) as statements:
        assert client.get(f"{ana.get_absolute_url()}people/").status_code == 200

    assert len(statements) <= 12
