import random

import pytest

from engagement.actions import message_index
from engagement.models import Fingerprint, Segment
from engagement.personalization.fingerprints import fingerprints
from engagement.personalization.index import MemoryIndex
from engagement.personalization.message import PastMessage
from tests.engagement.index.sent import TO_TOM, everywhere, found, sent
from tests.factories import MembershipFactory

pytestmark = pytest.mark.django_db
VOCABULARY = [
    "press", "poster", "paper", "print", "ink", "studio", "lunch", "marathon", "train", "river", "winter", "song",
    "code", "bread", "bike", "lamp",
]  # fmt: skip


def texts(count: int, seed: int = 1) -> list[str]:
    chance = random.Random(seed)
    return [" ".join(chance.choices(VOCABULARY, k=chance.randint(4, 30))) for _ in range(count)]


@pytest.fixture
def member(db):
    return MembershipFactory(active=True)


@pytest.fixture
def small_steps(monkeypatch):
    """Pack few messages at a time and fold a block a step, so that a test sees many segments and steps."""
    monkeypatch.setattr(message_index, "PACK_AT_MOST", 7)
    monkeypatch.setattr(message_index, "BLOCKS_A_STEP", 1)
    monkeypatch.setattr("engagement.personalization.packing.POSTINGS_A_BLOCK", 20)


def test_it_finds_what_the_index_in_memory_finds(member, small_steps):
    memory = MemoryIndex()
    for words in texts(60):
        memory.add(PastMessage(f"{sent(member, words).pk:09}", "tom", words))
    asked = texts(30, seed=2)

    def same() -> bool:
        return all(set(found(words, limit=1000)) == in_memory(memory, words) for words in asked)

    assert same()
    message_index.pack(at_least=1)
    assert Segment.objects.count() > 5
    assert same()
    message_index.fold()
    assert Segment.objects.count() == 1
    assert same()


def in_memory(memory: MemoryIndex, words: str) -> set[int]:
    return {int(message.id) for message in memory.candidates(fingerprints(words), limit=1000)}


def test_the_message_that_shares_most_comes_first_and_among_equals_the_latest(member):
    little = sent(member, "We saw owls and thought of you at once. Would you like to come over and see?")
    one, other = sent(member, TO_TOM), sent(member, TO_TOM)

    assert found(TO_TOM) == [other.pk, one.pk, little.pk]


def test_half_folded_segments_answer_all_the_same(member, small_steps):
    words = texts(40)
    ids = [sent(member, text).pk for text in words]
    message_index.pack(at_least=1)
    before = [found(text) for text in words]

    made = message_index._begin()
    for _step in range(8):
        message_index._go_on(made)
        assert [found(text) for text in words] == before

    message_index.fold()
    assert [found(text) for text in words] == before
    assert {number for _mark, number in everywhere()} == set(ids)


def test_rows_and_blocks_are_asked_together(member):
    packed = sent(member, TO_TOM)
    message_index.pack(at_least=1)
    row = sent(member, TO_TOM)

    assert not Fingerprint.objects.filter(touchpoint_id=packed.pk).exists()
    assert found(TO_TOM) == [row.pk, packed.pk]
    assert found(TO_TOM, leave_out=row.pk) == [packed.pk]


def test_a_lookup_is_two_statements(member, django_assert_num_queries):
    sent(member, TO_TOM)
    message_index.pack(at_least=1)

    with django_assert_num_queries(2):
        found(TO_TOM)
