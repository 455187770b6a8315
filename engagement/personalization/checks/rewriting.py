"""Is it new? Parts of prepared content that must be rewritten, and were not."""

from collections.abc import Iterator

from engagement.personalization import thresholds
from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.message import Form
from engagement.personalization.overlap import spans_of
from engagement.personalization.reading import Reading
from engagement.personalization.rewriting import NOTATION, kept_of, parts_of

FORMS = (Form.MESSAGE, Form.NOTE)
ORDER = 9  # before slots: it is the larger gap
STANDS = gettext_noop("Still to be rewritten: “%(part)s”.")
HARDLY = gettext_noop(
    "This part of the prepared text is meant to be rewritten (“%(part)s”). Say it as only %(name)s would get it."
)
SHOWN = 80


def check(reading: Reading) -> Iterator[Finding]:
    """Refuse a draft in which a marked part stands, or has only lost its mark."""
    standing = tuple(match.span() for match in NOTATION.finditer(reading.text))
    if standing:
        part = parts_of(reading.text)[0][:SHOWN]
        yield Finding("rewriting", Outcome.BLOCK, STANDS, {"part": part}, standing[: thresholds.REPEATS])
        return
    for part in parts_of(reading.draft.prepared or ""):
        kept = kept_of(part, reading.masked)
        if any(kept):
            params = {"part": part[:SHOWN], "name": reading.draft.recipient.called}
            spans = spans_of(reading.words, kept, thresholds.SLOT_WORDS)
            yield Finding("rewriting", Outcome.BLOCK, HARDLY, params, spans)
            return
