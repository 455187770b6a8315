"""Is it about them? Does it rest on something particular to this person?"""

from collections.abc import Iterator, Sequence

from engagement.personalization import flattery, lexicon
from engagement.personalization.claims import on_record
from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.flattery import fits_anybody
from engagement.personalization.message import Evidence
from engagement.personalization.praise import PRAISING, Praise, praise_in
from engagement.personalization.reading import Reading
from engagement.personalization.text import Word

GOOD = gettext_noop("Good: it picks up what is on record about %(name)s (“%(words)s”).")
FLATTERY = gettext_noop("This would be true of anybody. What did %(name)s say, do or post that you mean?")
NOTHING = gettext_noop("Nothing in this is about %(name)s in particular. What did they say last?")
UNKNOWN = gettext_noop(
    "Nothing in this rests on what is on record about %(name)s. If you know it from elsewhere, log it."
)
OTHER_LANGUAGE = gettext_noop("Nothing on record about %(name)s was recognized in this. Is it about them?")

_REPLY_WORDS = 6  # an answer this short belongs to a conversation, and may be about nothing but that


def check(reading: Reading) -> Iterator[Finding]:
    """Praise what rests on the record; ask for a particular where there is none."""
    if not reading.words:
        return
    name = reading.draft.recipient.called
    touched, words = _touched(reading)
    if touched and not words:  # only the prepared text touches it: nothing to praise
        return
    if touched and not _by_chance(reading, words):
        said = ", ".join(dict.fromkeys(reading.text[word.start : word.end][:40] for word in words[:3]))
        spans = tuple((word.start, word.end) for word in words)
        yield Finding("particular", Outcome.PASS, GOOD, {"name": name, "words": said}, spans, touched)
    elif not any(reading.quoted):
        yield from _missing(reading, name)


def _missing(reading: Reading, name: str) -> Iterator[Finding]:
    params = {"name": name}
    praise = praise_in(reading)
    if praise is Praise.EMPTY or (praise is Praise.BARE and flattery.may_be_praise(reading)):
        words = [word for word in reading.words if word.text in PRAISING]
        grave = Outcome.BLOCK if praise is Praise.EMPTY else Outcome.WARN
        yield Finding("particular", grave, FLATTERY, params, tuple((word.start, word.end) for word in words))
    elif fits_anybody(reading):
        yield Finding("particular", Outcome.WARN, FLATTERY, params, flattery.said_to_anybody(reading))
    elif reading.is_everyday or not reading.draft.record_complete:
        return
    elif not reading.is_english:
        if len(reading.words) > _REPLY_WORDS:
            yield Finding("particular", Outcome.WARN, OTHER_LANGUAGE, params)
    else:
        yield Finding("particular", Outcome.WARN, UNKNOWN if reading.particulars else NOTHING, params)


def _by_chance(reading: Reading, words: Sequence[Word]) -> bool:
    """Whether one common word of the record stands in what plainly fits anybody: 'you cook', to a cook."""
    return len({lexicon.stem(word.text) for word in words}) == 1 and flattery.fits_certainly_anybody(reading)


def _touched(reading: Reading) -> tuple[tuple[Evidence, ...], list[Word]]:
    """The evidence that the particular words touch, most first, and those of the words that are not prepared."""
    stems = reading.particular_stems
    shared = [(item, reading.evidence_words(item) & stems) for item in on_record(reading)]
    ranked = sorted((pair for pair in shared if pair[1]), key=lambda pair: -len(pair[1]))
    known = frozenset().union(*(common for _, common in ranked)) if ranked else frozenset()
    begun = {word.start for word, prepared in zip(reading.words, reading.prepared, strict=True) if prepared}
    words = [
        word for word in reading.particulars if lexicon.stem(word.text) in known and word.start not in begun
    ]
    return tuple(item for item, _ in ranked[:3]), words
