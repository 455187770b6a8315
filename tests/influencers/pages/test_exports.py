"""The list of advocates, taken out as a file."""

import pytest
from django.urls import reverse

from influencers.models import Post
from tests.factories.advocates import AdvocateFactory
from tests.factories.memberships import MembershipFactory
from tests.factories.programs import PostFactory, ProgramFactory


@pytest.fixture
def program(db):
    """Return a program with a prospect and a member."""
    program = ProgramFactory(slug="press")
    MembershipFactory(program=program, advocate=AdvocateFactory(name="=Pro Spect"))
    MembershipFactory(program=program, advocate=AdvocateFactory(name="Maya Member"), active=True)
    MembershipFactory(program=ProgramFactory(), advocate=AdvocateFactory(name="Strange R"))
    return program


def test_the_list_is_taken_out_as_it_is_narrowed(client, program) -> None:
    client.force_login(PostFactory(program=program).user)
    url = reverse("influencers:export-csv", args=["press"])

    answer = client.get(f"{url}?q=maya")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")

    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="press-' in answer.headers["Content-Disposition"]
    assert "Maya Member" in text
    assert "Pro Spect" not in text


def test_prospects_go_out_guarded_and_strangers_stay(client, program) -> None:
    client.force_login(PostFactory(program=program).user)

    answer = client.get(reverse("influencers:export-csv", args=["press"]) + "?status=prospects")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")

    assert '"\'=Pro Spect"' in text
    assert "Strange R" not in text


def test_the_list_is_a_workbook_too(client, program) -> None:
    client.force_login(PostFactory(program=program).user)

    answer = client.get(reverse("influencers:export-xlsx", args=["press"]))

    assert b"".join(answer.streaming_content)[:2] == b"PK"


def test_who_only_looks_takes_nothing_out(client, program) -> None:
    client.force_login(PostFactory(program=program, role=Post.Role.VIEWER).user)

    assert client.get(reverse("influencers:export-csv", args=["press"])).status_code == 403


def test_a_stranger_finds_nothing(client, program) -> None:
    client.force_login(PostFactory(program=ProgramFactory()).user)

    assert client.get(reverse("influencers:export-csv", args=["press"])).status_code == 404
