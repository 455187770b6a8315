"""The personal check itself: every check reads the draft, the findings add up to a verdict."""

from engagement.personalization.checks import all_checks
from engagement.personalization.findings import Verdict
from engagement.personalization.index import MessageIndex
from engagement.personalization.message import Draft
from engagement.personalization.reading import Reading

# Goes up whenever the same words could get another verdict; kept with every verdict.
VERSION = "5"


def review(draft: Draft, index: MessageIndex) -> Verdict:
    """Read a draft and say what is to be said about it. Answers for any input, in bounded time."""
    reading = Reading(draft, index)
    return Verdict.of((finding for check in all_checks(draft.form) for finding in check(reading)), VERSION)
