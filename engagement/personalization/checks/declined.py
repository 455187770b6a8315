"""Is it true to what they answered? The same pitch again after they said no."""

import re
from collections.abc import Iterator

from engagement.personalization import lexicon
from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.message import Evidence
from engagement.personalization.reading import Reading
from engagement.personalization.text import plain_text

SAID_NO = gettext_noop("%(name)s said no to this (“%(no)s”). If you ask again, say that you know.")


def _any_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(lexicon.lines(name))})(?!\w)")


_NO, _PITCH, _KNOWN = _any_of("no_phrases"), _any_of("pitch_phrases"), _any_of("known_no")
_NOS = frozenset(map(lexicon.stem, lexicon.words("nos")))
_ENOUGH = 2  # telling words that the no and the draft share
_LONGEST = 5_000  # characters of a note that are looked through


def check(reading: Reading) -> Iterator[Finding]:
    """Warn of a pitch about what they have turned down, unless it says so itself."""
    if next(reading.find(_PITCH), None) is None or next(reading.find(_KNOWN), None) is not None:
        return
    stems = {lexicon.stem(word.text) for word in reading.particulars if len(word.text) > 2}
    for item, said, subject in _refusals(reading):
        shared = subject & stems
        if subject and len(shared) >= min(_ENOUGH, len(subject)):
            words = [word for word in reading.particulars if lexicon.stem(word.text) in shared]
            params = {"name": reading.draft.recipient.called, "no": said.strip()[:80]}
            spans = tuple((word.start, word.end) for word in words)
            yield Finding("declined", Outcome.WARN, SAID_NO, params, spans, (item,))
            return


def _refusals(reading: Reading) -> Iterator[tuple[Evidence, str, frozenset[str]]]:
    """Each no, the sentence it was said in, and what it was about: that sentence, or our message before it."""
    for item in reading.draft.evidence:
        if item.kind == "their_words":
            for sentence in re.split(r"[.!?\n]+", item.text[:_LONGEST]):
                if _NO.search(plain_text(sentence)[0]):
                    subject = reading.evidence_words(Evidence("their_words", sentence)) - _NOS
                    yield item, sentence, subject or _asked_before(reading, item)


def _asked_before(reading: Reading, no: Evidence) -> frozenset[str]:
    """What our last message before a bare 'no, thanks' was about."""
    ours = (item for item in reading.draft.evidence if item.kind == "our_words")
    before = (item for item in ours if no.when is None or item.when is None or item.when <= no.when)
    last = next(before, None)
    return reading.evidence_words(last) if last else frozenset()
