"""The port through which earlier messages are found, and the index that lives in memory."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Protocol

from engagement.personalization.fingerprints import fingerprints
from engagement.personalization.message import PastMessage


class MessageIndex(Protocol):
    """Proposes the few earlier messages that matter; measuring them exactly is the engine's work."""

    def candidates(self, fingerprints: Sequence[int], *, limit: int = 10) -> Sequence[PastMessage]:
        """The earlier messages that share most of these fingerprints, best first."""
        ...


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
        shared = Counter(
            found for fingerprint in set(fingerprints) for found in self._postings.get(fingerprint, ())
        )
        best = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:limit]
        return [self._messages[found] for found, _ in best]
