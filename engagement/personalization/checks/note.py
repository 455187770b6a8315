"""Is it about them? A note of a call or a lunch that could stand under anybody's name."""

from collections.abc import Iterator

from engagement.personalization import lexicon
from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.message import Form
from engagement.personalization.reading import Reading

FORMS = (Form.NOTE,)
ONE_THING = gettext_noop("This could stand under anybody's name. What is one thing %(name)s said?")
ONE_THING_UNNAMED = gettext_noop("This could stand under anybody's name. What is one thing they said?")

_ANYBODYS = (lexicon.FUNCTION | lexicon.GREETING | lexicon.PRAISE | lexicon.REPLY | lexicon.NOTE | lexicon.CALENDAR) - {
    "passion", "energy", "creative", "original", "talent", "special", "inspiration"
}  # fmt: skip


def check(reading: Reading) -> Iterator[Finding]:
    """Ask for one thing they said, unless the note holds a word that is about something."""
    said = [word for word in reading.words if not word.slot and word.text not in reading.names]
    if not reading.text.strip() or any(
        word.text not in _ANYBODYS and not lexicon.is_filler(word.text) for word in said
    ):
        return
    name = reading.draft.recipient.called
    span = ((reading.words[0].start, reading.words[-1].end),) if reading.words else ()
    yield Finding(
        "note", Outcome.BLOCK, ONE_THING if name else ONE_THING_UNNAMED, {"name": name} if name else {}, span
    )
