"""Is it new? Prepared content sent as it is, or barely adapted."""

from collections.abc import Iterator

from engagement.personalization import thresholds
from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.matching import measure
from engagement.personalization.overlap import spans_of
from engagement.personalization.reading import Reading
from engagement.personalization.rewriting import OPENED, without_marks
from engagement.personalization.text import words_of

AS_IT_IS = gettext_noop("This is the prepared text as it is. Make it yours and theirs.")
BARELY = gettext_noop(
    "%(percent)d %% of this is the prepared text. Say more of what only %(name)s would get from you."
)
PARTLY = gettext_noop("%(percent)d %% of this is the prepared text; the rest is your own.")


def check(reading: Reading) -> Iterator[Finding]:
    """Measure how far a draft has moved from the snippet it was started from."""
    if not reading.draft.prepared or not reading.words or OPENED.search(reading.text):
        return  # while marked parts stand, these are said first
    prepared = words_of(without_marks(reading.draft.prepared))
    overlap = measure(reading, prepared)
    if (
        overlap.copied_words < thresholds.MIN_COPIED_WORDS
        and len(reading.words) > thresholds.MIN_COPIED_WORDS
    ):
        return
    severity = _severity(overlap.copied_share)
    if severity is Outcome.PASS:
        return
    params: dict[str, str | int] = {
        "percent": round(100 * overlap.copied_share),
        "name": reading.draft.recipient.called,
    }
    template = AS_IT_IS if overlap.copied_share > 0.97 else BARELY if severity is Outcome.BLOCK else PARTLY
    yield Finding(
        "prepared", severity, template, params, spans_of(reading.words, overlap.copied, thresholds.SLOT_WORDS)
    )


def _severity(share: float) -> Outcome:
    if share >= thresholds.PREPARED_BLOCK:
        return Outcome.BLOCK
    return Outcome.WARN if share >= thresholds.PREPARED_WARN else Outcome.PASS
