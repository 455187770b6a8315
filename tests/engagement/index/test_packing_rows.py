import pytest

from engagement.actions import message_index
from engagement.models import Block, Fingerprint, Segment
from tests.engagement.index.sent import TO_TOM, everywhere, found, sent
from tests.factories import MembershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(db):
    return MembershipFactory(active=True)


def test_a_few_rows_are_left_alone(member):
    sent(member, TO_TOM)

    assert message_index.tidy() == {"purged": 0, "packed": 0, "folded": 0}
    assert Fingerprint.objects.exists()
    assert not Segment.objects.exists()


def test_packing_twice_changes_nothing(member, monkeypatch):
    monkeypatch.setattr(message_index, "PACK_FROM", 1)
    sent(member, TO_TOM)
    before = everywhere()

    assert message_index.tidy()["packed"] == 1
    assert message_index.tidy() == {"purged": 0, "packed": 0, "folded": 0}
    assert everywhere() == before
    assert not Fingerprint.objects.exists()


def test_small_segments_are_folded_and_large_ones_left_alone(member, monkeypatch):
    for number in range(12):
        sent(member, f"{TO_TOM} number{number}")
    message_index.pack(at_least=1)
    for number in range(3):
        sent(member, f"another text about something else, number{number}")
        message_index.pack(at_least=1)

    assert message_index.fold() == 3
    assert list(Segment.objects.values_list("messages", flat=True)) == [12, 3]
    assert set(Block.objects.values_list("segment_id", flat=True)) == set(
        Segment.objects.values_list("pk", flat=True)
    )


@pytest.mark.parametrize("pack_from", [2, 50])
def test_history_is_indexed_in_bulk(member, pack_from, monkeypatch):
    monkeypatch.setattr(message_index, "PACK_FROM", pack_from)
    one, other = sent(member, ""), sent(member, "")

    message_index.index_history(
        {one.pk: TO_TOM, other.pk: "Something else entirely, about the river in winter"}
    )

    assert Segment.objects.exists() is (pack_from == 2)
    assert {number for _mark, number in everywhere()} == {one.pk, other.pk}
    assert found(TO_TOM) == [one.pk]
