from hypothesis import given
from hypothesis import strategies as st

from engagement.personalization.packing import MOST_SHARING, Layout, latest

MARKS = st.integers(0, 2**32 - 1) | st.integers(2**31 - 3, 2**31 + 3) | st.sampled_from([0, 2**32 - 1])
POSTINGS = st.sets(st.tuples(MARKS, st.integers(5, 2**40)), min_size=1, max_size=60)
SLOTS = st.sampled_from([1, 2, 3, 255, 256, 257, 65_536, 70_001])


def layout_of(postings: set[tuple[int, int]], slots: int) -> Layout:
    numbers = [number for _mark, number in postings]
    return Layout(slots, min(numbers), max(numbers))


@given(POSTINGS, SLOTS)
def test_what_is_packed_is_unpacked_again(postings: set[tuple[int, int]], slots: int) -> None:
    layout = layout_of(postings, slots)

    blocks = dict(layout.blocks(sorted(postings)))

    assert [each for slot in sorted(blocks) for each in layout.unpack(slot, blocks[slot])] == sorted(postings)
    assert all(
        sorted(layout.messages(blocks[slot]))
        == sorted(number for mark, number in postings if layout.slot(mark) == slot)
        for slot in blocks
    )


@given(POSTINGS, SLOTS, MARKS)
def test_a_lookup_finds_exactly_the_messages_that_share_a_fingerprint(
    postings: set[tuple[int, int]], slots: int, stranger: int
) -> None:
    layout = layout_of(postings, slots)
    blocks = dict(layout.blocks(sorted(postings)))

    for mark in {stranger, *(mark for mark, _ in postings)}:
        expected = sorted(number for other, number in postings if other == mark)
        assert sorted(layout.sharing(mark, blocks.get(layout.slot(mark), b""))) == expected


@given(SLOTS, st.data())
def test_a_slot_begins_where_the_one_before_ends(slots: int, data: st.DataObject) -> None:
    layout = Layout(slots, 0, 0)
    slot = data.draw(st.integers(0, slots - 1))

    assert layout.slot(layout.start(slot)) == slot
    assert slot == 0 or layout.slot(layout.start(slot) - 1) == slot - 1


def test_a_posting_takes_five_bytes_among_a_million_messages() -> None:
    layout = Layout.of(17_000_000, 1, 1_000_000)

    assert layout.offset_bytes + layout.message_bytes == 5


def test_of_a_stop_phrase_the_latest_messages_are_kept() -> None:
    postings = [(7, number) for number in range(MOST_SHARING + 5)] + [(8, 1)]

    kept = latest([*postings, *postings])

    assert kept == [*postings[5:-1], (8, 1)]
