"""The engine behind the interface of the evaluation set: the same checks, no special case."""

from collections.abc import Iterable, Mapping
from typing import Any

from engagement.personalization.engine import review
from engagement.personalization.habits import learn
from engagement.personalization.index import MemoryIndex
from engagement.personalization.message import Draft, Evidence, PastMessage, Recipient


class Gate:
    """`load` every earlier message once, then `check` case by case."""

    def __init__(self) -> None:
        self._index = MemoryIndex()
        self._habits: frozenset[int] = frozenset()

    def load(self, messages: Iterable[Mapping[str, Any]]) -> None:
        """Remember earlier messages: `{"to", "text", "case"}` each. Who wrote them is not said: one writer."""
        sent = [(message["to"], message["text"]) for message in messages]
        for number, (to, text) in enumerate(sent):
            self._index.add(PastMessage(f"{number:08}", to, text))
        self._habits = learn(reversed(sent))

    def check(self, case: Mapping[str, Any]) -> dict[str, Any]:
        """The verdict for one case, with the words that the leading finding points at."""
        index, habits = self._index, self._habits
        if case.get("history"):
            alone = Gate()
            alone.load(case["history"])
            index, habits = alone._index, alone._habits
        verdict = review(_draft(case, habits), index)
        leading = verdict.leading
        return {
            "verdict": verdict.outcome.value,
            "spans": [list(span) for span in leading.spans] if leading else [],
        }


def _draft(case: Mapping[str, Any], habits: frozenset[int]) -> Draft:
    person = case["recipient"]
    handle = person.get("handle") or ""
    return Draft(
        words=case["candidate"],
        recipient=Recipient(person["id"], person["name"], handles=(handle,) if handle else ()),
        evidence=tuple(Evidence("their_words", note) for note in person.get("notes") or ()),
        prepared=case.get("snippet"),
        habits=habits,
        # A case brings recent words at most: no touchpoints, no promises. Nothing follows from their absence.
        record_complete=False,
    )
