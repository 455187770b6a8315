"""The engine behind the interface of the evaluation set: the same checks, no special case."""

from collections.abc import Iterable, Mapping
from typing import Any

from engagement.personalization.engine import review
from engagement.personalization.index import MemoryIndex
from engagement.personalization.message import Draft, Evidence, PastMessage, Recipient


class Gate:
    """`load` every earlier message once, then `check` case by case."""

    def __init__(self) -> None:
        self._index = MemoryIndex()

    def load(self, messages: Iterable[Mapping[str, Any]]) -> None:
        """Remember earlier messages: `{"to", "text", "case"}` each."""
        for number, message in enumerate(messages):
            self._index.add(PastMessage(f"{number:08}", message["to"], message["text"]))

    def check(self, case: Mapping[str, Any]) -> dict[str, Any]:
        """The verdict for one case, with the words that the leading finding points at."""
        index = self._index
        if case.get("history"):
            index = MemoryIndex()
            for number, message in enumerate(case["history"]):
                index.add(PastMessage(f"{number:08}", message["to"], message["text"]))
        verdict = review(_draft(case), index)
        leading = verdict.leading
        return {
            "verdict": verdict.outcome.value,
            "spans": [list(span) for span in leading.spans] if leading else [],
        }


def _draft(case: Mapping[str, Any]) -> Draft:
    person = case["recipient"]
    handle = person.get("handle") or ""
    return Draft(
        words=case["candidate"],
        recipient=Recipient(person["id"], person["name"], handles=(handle,) if handle else ()),
        evidence=tuple(Evidence("their_words", note) for note in person.get("notes") or ()),
        prepared=case.get("snippet"),
        # A case brings recent words at most: no touchpoints, no promises. Nothing follows from their absence.
        record_complete=False,
    )
