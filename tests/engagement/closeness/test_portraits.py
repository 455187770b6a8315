"""What somebody shows online and who they are when one meets them: two descriptions, each with its versions."""

import re

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from influencers.actions import portraits
from influencers.models import Portrait
from influencers.refusals import Conflict, NotAllowed, Refused
from tests.engagement.pages.people import TODAY
from tests.factories import PostFactory

pytestmark = pytest.mark.django_db


def describe(member, by, text="Warm, late", side="person", **fields):
    return portraits.describe(
        membership=member, by=by, side=side, text=text, source="Lunch", day=TODAY, **fields
    )


def test_the_next_version_follows_and_the_earlier_one_stays(member, by):
    describe(member, by)
    describe(member, by, text="Warm, never late")
    describe(member, by, side="persona", text="Loud")

    kept = (
        Portrait.objects.filter(side="person").order_by("number").values_list("number", "text", "written_on")
    )

    assert list(kept) == [(1, "Warm, late", TODAY), (2, "Warm, never late", TODAY)]
    assert Portrait.objects.get(side="persona").number == 1


def test_of_two_who_write_at_once_one_is_told(member, by):
    describe(member, by, seen=0)

    with pytest.raises(Conflict):
        describe(member, by, text="Somebody else’s", seen=0)

    assert Portrait.objects.count() == 1


@pytest.mark.parametrize("missing", ["text", "source"])
def test_it_says_what_and_how_we_know(member, by, missing):
    fields = {"text": "Warm", "source": "Lunch", missing: " "}

    with pytest.raises(Refused):
        portraits.describe(membership=member, by=by, side="person", day=TODAY, **fields)

    assert not Portrait.objects.exists()


def test_the_same_again_is_no_version(member, by):
    describe(member, by)

    with pytest.raises(Refused, match="already"):
        describe(member, by)


def test_viewers_describe_nobody(member, program):
    with pytest.raises(NotAllowed):
        describe(member, PostFactory(program=program, role="viewer").user)


@pytest.mark.parametrize(
    "change", [{"text": "Better"}, {"source": "Gossip"}, {"side": "persona"}, {"text": ""}]
)
def test_the_database_keeps_what_was_written(member, by, change):
    describe(member, by)

    with pytest.raises(IntegrityError), transaction.atomic():
        Portrait.objects.update(**change)

    assert Portrait.objects.get().text == "Warm, late"


def test_the_page_shows_both_sides_and_earlier_versions(client, member, by):
    describe(member, by)
    describe(member, by, text="Warm, never late")

    with CaptureQueriesContext(connection) as statements:
        page = client.get(f"{member.get_absolute_url()}person/").content.decode()

    assert len(statements) <= 12
    assert "Warm, never late" in page
    assert "Earlier versions" in page
    assert "Nobody has described what they show online" in page


def test_it_is_written_on_the_page_and_a_slower_writer_is_told(client, member):
    address = f"{member.get_absolute_url()}person/persona/"

    first = client.post(address, {"text": "Loud", "source": "Her posts", "seen": 0})
    second = client.post(address, {"text": "Quiet", "source": "Her posts", "seen": 0})

    assert (first.status_code, second.status_code) == (302, 409)
    assert Portrait.objects.get().text == "Loud"
    assert client.get(f"{member.get_absolute_url()}person/nonsense/").status_code == 404


def test_the_slower_writer_reads_what_the_other_wrote_and_can_go_on(client, member):
    address = f"{member.get_absolute_url()}person/persona/"
    client.post(address, {"text": "Loud", "source": "Her posts", "seen": 0})

    told = client.post(address, {"text": "Quiet", "source": "Her posts", "seen": 0}).content.decode()
    carried = re.search(r'name="seen" value="(\d+)"', told)
    again = client.post(address, {"text": "Quiet", "source": "Her posts", "seen": carried.group(1)})

    assert "– → Loud" in told
    assert again.status_code == 302
    assert list(Portrait.objects.order_by("number").values_list("text", flat=True)) == ["Loud", "Quiet"]
