"""Is it true to what they asked of us? A subject that is on record as not to be mentioned."""

from collections.abc import Iterator

from engagement.personalization import lexicon
from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.reading import Reading

NOT_THIS = gettext_noop("On record about %(name)s as not to be said: “%(what)s”.")

_ABOUT_IT = frozenset(map(lexicon.stem, lexicon.words("avoiding")))


def check(reading: Reading) -> Iterator[Finding]:
    """Warn of the particular words of a note that says what to avoid."""
    stems = {lexicon.stem(word.text) for word in reading.particulars if len(word.text) > 2}
    for item in reading.draft.evidence:
        shared = (reading.evidence_words(item) & stems) - _ABOUT_IT if item.kind == "avoid" else None
        if shared:
            words = [word for word in reading.particulars if lexicon.stem(word.text) in shared]
            params = {"name": reading.draft.recipient.called, "what": item.text[:100]}
            spans = tuple((word.start, word.end) for word in words)
            yield Finding("avoid", Outcome.WARN, NOT_THIS, params, spans, (item,))
            return
