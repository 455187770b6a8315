"""The port through which earlier messages are found, and the index that lives in memory."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from heapq import nlargest
from math import log2
from typing import Protocol, TypeVar

from engagement.personalization.fingerprints import fingerprints
from engagement.personalization.message import PastMessage

Id = TypeVar("Id", int, str)


class MessageIndex(Protocol):
    """Proposes the few earlier messages that matter; measuring them exactly is the engine's work."""

    def candidates(self, fingerprints: Sequence[int], *, limit: int = 10) -> Sequence[PastMessage]:
        """The earlier messages that share most of these fingerprints, best first."""
        ...


def likeliest(sharing: Iterable[Collection[Id]], limit: int) -> list[Id]:
    """Those that share most, best first; for each fingerprint, who has it. Among equals the one with the higher id.

    What few have weighs more than what many have: one passage of somebody's own says more than three of 'thank you
    so much for', and among a million messages there are always enough of these.
    """
    weights: defaultdict[Id, float] = defaultdict(float)
    # Sorted, so that the same weights are added up in the same order, and equals are equal.
    for those in sorted(sharing, key=len):
        weight = 1 / (1 + log2(max(1, len(those))))
        for one in those:
            weights[one] += weight
    return [one for _, one in nlargest(limit, zip(weights.values(), weights.keys(), strict=True))]


class MemoryIndex:
    """A `MessageIndex` in memory, for tests and for measuring."""

    def __init__(self) -> None:
        self._messages: dict[str, PastMessage] = {}
        self._postings: defaultdict[int, dict[str, None]] = defaultdict(dict)

    def add(self, message: PastMessage) -> None:
        """Remember a message; adding the same id again replaces it."""
        self.remove(message.id)
        self._messages[message.id] = message
        for fingerprint in fingerprints(message.words):
            self._postings[fingerprint][message.id] = None

    def remove(self, message_id: str) -> None:
        """Forget a message; an unknown id is nothing to forget."""
        message = self._messages.pop(message_id, None)
        if message is not None:
            for fingerprint in fingerprints(message.words):
                del self._postings[fingerprint][message_id]

    def candidates(self, fingerprints: Sequence[int], *, limit: int = 10) -> Sequence[PastMessage]:
        """The earlier messages that share most of these fingerprints, best first."""
        sharing = (self._postings[each].keys() for each in set(fingerprints) if each in self._postings)
        return [self._messages[found] for found in likeliest(sharing, limit)]
