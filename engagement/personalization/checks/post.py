"""Is it true? 'Your post about X', which nobody has seen."""

import re
from collections.abc import Iterator

from engagement.personalization import lexicon
from engagement.personalization.claims import on_record
from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.reading import Reading
from engagement.personalization.text import words_of

UNSEEN = gettext_noop(
    "This speaks of a post about “%(topic)s”, but none like it is on record. Has anybody seen it?"
)

_POST = re.compile(
    r"(?<!\w)your (?:\w{1,20} ){0,2}?(?:post|video|reel|story|article|piece|photo|podcast|episode"
    r"|thread|vlog|blog post|tweet) "
    r"(?:about|on|from|of) (?P<topic>[^.!?,;\n]{3,60})",
)


def check(reading: Reading) -> Iterator[Finding]:
    """Warn of a post whose subject nothing on record touches."""
    match = next(reading.find(_POST), None) if reading.draft.record_complete else None
    if match is None:
        return
    topic = {lexicon.stem(word.text) for word in words_of(match["topic"]) if _says_something(word.text)}
    known = {lexicon.stem(word.text) for item in on_record(reading) for word in words_of(item.text)}
    if topic and not topic & known:
        yield Finding(
            "post", Outcome.WARN, UNSEEN, {"topic": reading.written(match, "topic")}, (reading.span(match),)
        )


def _says_something(text: str) -> bool:
    return text not in lexicon.GENERIC and text not in lexicon.CALENDAR
