"""Drafts for Ana, and earlier messages to Tom: what the tests of the personal check talk about."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from engagement.personalization.engine import review
from engagement.personalization.findings import Finding, Outcome, Verdict
from engagement.personalization.index import MemoryIndex
from engagement.personalization.message import Draft, Evidence, PastMessage, Recipient

ANA = Recipient("ana", "Ana Silva", nicknames=("Anita",), handles=("@ana.runs",))
TODAY = date(2026, 11, 22)  # a Sunday
LUNCH = Evidence(
    "touchpoint", "Lunch: she runs the Lisbon marathon in May", date(2026, 11, 17), "touchpoint:1"
)
TO_TOM = (
    "We have a new letterpress in the studio and thought of you at once. "
    "Would you like to come over and print the first poster with us?"
)


def past(words: str = TO_TOM, **fields: Any) -> PastMessage:
    """An earlier message to Tom."""
    known = {"id": "m1", "recipient_id": "tom", "recipient_name": "Tom", "sent_on": date(2026, 5, 3)}
    return PastMessage(words=words, **(known | fields))


def reviewed(words: str, *sent: PastMessage, **fields: Any) -> Verdict:
    """The verdict on a draft to Ana, after these earlier messages."""
    index = MemoryIndex()
    for message in sent:
        index.add(message)
    known = {
        "recipient": ANA,
        "evidence": (LUNCH,),
        "today": TODAY,
        "other_names": frozenset({"Tom", "Maya", "Will"}),
    }
    return review(Draft(words, **(known | fields)), index)


def found(verdict: Verdict, check: str) -> Finding | None:
    """What this check had to say, if anything."""
    return next((finding for finding in verdict.findings if finding.check == check), None)


def severity(verdict: Verdict, check: str) -> Outcome:
    """How grave this check found it."""
    finding = found(verdict, check)
    return finding.severity if finding else Outcome.PASS


def pointed_at(words: str, finding: Finding | None) -> Iterable[str]:
    """The words the finding's spans point at."""
    return [words[start:end] for start, end in finding.spans] if finding else []
