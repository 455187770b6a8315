"""Many postings (fingerprint, message) in few bytes: five or six each, where a database's row takes fifty.

A segment is a large set of postings, made once and never added to. It is cut by fingerprint into slots, so that one
lookup reads one short block. A block holds first where in its slot each fingerprint lies, in ascending order, then
the message of each, as fixed-width numbers: found without unpacking the rest.
"""

import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from engagement.personalization.fingerprints import BITS, LARGEST

Posting = tuple[int, int]  # a fingerprint, and the message that has it

POSTINGS_A_BLOCK = 250
# So many messages share a stop-phrase ('looking forward to'): it finds the latest of them, the others by what else
# they say. Bounds a block, and the work of counting.
MOST_SHARING = 128


class Layout(NamedTuple):
    """How the blocks of one segment are cut and written."""

    slots: int
    first: int  # the lowest message number
    last: int  # and the highest

    @classmethod
    def of(cls, postings: int, first: int, last: int) -> "Layout":
        """The layout for about so many postings of the messages from `first` to `last`."""
        return cls(max(1, postings // POSTINGS_A_BLOCK), first, last)

    @property
    def message_bytes(self) -> int:
        """How wide a message number is written, counted from the first."""
        return _bytes_for(self.last - self.first)

    @property
    def offset_bytes(self) -> int:
        """How wide a fingerprint's place in its slot is written."""
        return _bytes_for(LARGEST // self.slots)

    def slot(self, fingerprint: int) -> int:
        """The slot of a fingerprint. The lookup in SQL says the same."""
        return fingerprint * self.slots >> BITS

    def start(self, slot: int) -> int:
        """The lowest fingerprint of a slot."""
        return -(-(slot << BITS) // self.slots)

    def pack(self, slot: int, postings: Sequence[Posting]) -> bytes:
        """The block of these postings, which are sorted and all of this slot."""
        start = self.start(slot)
        offsets = _written([mark - start for mark, _ in postings], self.offset_bytes)
        return offsets + _written([message - self.first for _, message in postings], self.message_bytes)

    def unpack(self, slot: int, block: bytes) -> list[Posting]:
        """The postings of a block, sorted."""
        split, start = self._split(block), self.start(slot)
        offsets = _read(block[:split], self.offset_bytes)
        return [
            (start + offset, message) for offset, message in zip(offsets, self.messages(block), strict=True)
        ]

    def messages(self, block: bytes) -> list[int]:
        """The message of each posting of a block."""
        return [self.first + number for number in _read(block[self._split(block) :], self.message_bytes)]

    def sharing(self, fingerprint: int, block: bytes) -> list[int]:
        """The messages in a block that have this fingerprint."""
        split, width, wide = self._split(block), self.offset_bytes, self.message_bytes
        sought = (fingerprint - self.start(self.slot(fingerprint))).to_bytes(width, "big")
        first = block.find(sought, 0, split)
        while first > 0 and first % width:  # found across two neighbors
            first = block.find(sought, first + 1, split)
        if first < 0:
            return []
        last = first
        while last < split and block.startswith(sought, last):
            last += width
        ids = block[split + first // width * wide : split + last // width * wide]
        return [self.first + number for number in _read(ids, wide)]

    def blocks(self, postings: Iterable[Posting]) -> Iterator[tuple[int, bytes]]:
        """Slot and block of all these postings, which are sorted; of a stop-phrase the latest messages only."""
        for slot, group in groupby(postings, key=lambda posting: self.slot(posting[0])):
            yield slot, self.pack(slot, latest(group))

    def _split(self, block: bytes) -> int:
        """Where in a block the messages begin."""
        return len(block) // (self.offset_bytes + self.message_bytes) * self.offset_bytes


def latest(postings: Iterable[Posting]) -> list[Posting]:
    """The postings sorted, without repetitions, of each fingerprint the MOST_SHARING latest messages."""
    once = sorted(set(postings))
    sharing = Counter(map(itemgetter(0), once))
    if max(sharing.values(), default=0) <= MOST_SHARING:
        return once
    return [kept for _mark, group in groupby(once, key=itemgetter(0)) for kept in list(group)[-MOST_SHARING:]]


@lru_cache(maxsize=1_000)
def _bytes_for(largest: int) -> int:
    return max(1, (largest.bit_length() + 7) // 8)


def _written(numbers: Iterable[int], width: int) -> bytes:
    """Fixed-width numbers, the high byte first; made eight bytes wide, then cut."""
    wide = array("Q", numbers)
    if sys.byteorder == "little":
        wide.byteswap()
    text = bytearray(wide.tobytes())
    for length in range(8, width, -1):
        del text[::length]
    return bytes(text)


def _read(text: bytes, width: int) -> "array[int]":
    """The numbers that `_written` wrote."""
    padded = bytearray(len(text) // width * 8)
    for byte in range(width):
        padded[8 - width + byte :: 8] = text[byte::width]
    wide = array("Q", bytes(padded))
    if sys.byteorder == "little":
        wide.byteswap()
    return wide
