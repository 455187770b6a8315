"""Is it true to what they answered? The same pitch again after they said no."""

import re
from collections.abc import Iterator
from functools import cache

from engagement.personalization import lexicon
from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.message import Evidence
from engagement.personalization.reading import Reading
from engagement.personalization.text import Word, plain_text, words_of

SAID_NO = gettext_noop("%(name)s said no to this (“%(no)s”). If you ask again, say that you know.")


def _any_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(lexicon.lines(name))})(?!\w)")


_NO, _PITCH, _KNOWN = _any_of("no_phrases"), _any_of("pitch_phrases"), _any_of("known_no")
_NOS = frozenset(map(lexicon.stem, lexicon.words("nos")))
_ASKING = frozenset(map(lexicon.stem, lexicon.words("asking")))
# 'I know you said no, but would you think about it once more?' knows, and asks all the same.
_ALL_THE_SAME = re.compile(
    r"(?<!\w)(?:no|declined|turned \w{1,8} down|weren't (?:keen|interested|sure)|passed|not (?:your"
    r"|for you)|rather not|not interested"
    r"|against it)(?!\w)[^\n]{0,90}?(?<!\w)(?:but|yet|still|though|however|maybe|perhaps"
    r"|now)(?!\w)[^\n]{0,60}?(?<!\w)"
    r"(?:would you|could you|can we|could we|may we|will you|won't you|what if|how about|think (?:about|it)"
    r"|reconsider|once more|one more time"
    r"|any chance|change(?:d)? your mind|tempt|give it (?:a|another)|ask (?:you )?again"
    r"|try (?:you )?again)(?!\w)"
    r"|(?<!\w)(?:reconsider|change(?:d)? your mind|think again|second thoughts|change of heart"
    r"|asking (?:you )?(?:once more|again|one more time))(?!\w)"
)
_LEFT = re.compile(
    r"(?<!\w)(?:settled|won't (?:ask|bring|mention|raise|come back)|will not (?:ask|bring)|not (?:going to"
    r"|here to) ask|in case you (?:ever )?change"
    r"|if you (?:ever )?(?:change|reconsider)|unless you (?:change|reconsider)|don't (?:have to"
    r"|need to) reconsider|not asking)(?!\w)"
)
_ENOUGH = 2  # telling words that the no and the draft share
_LONGEST = 5_000  # characters of a note that are looked through


def check(reading: Reading) -> Iterator[Finding]:
    """Warn of a pitch about what they have turned down, unless it says so itself and leaves it there."""
    if next(reading.find(_PITCH), None) is None or _is_left_there(reading):
        return
    for item, said, subject, alike in _refusals(reading):
        mean = _thing if alike else lexicon.stem
        telling = [word for word in _told(reading, alike) if mean(word.text) in subject]
        shared = {mean(word.text) for word in telling}
        if subject and len(shared) >= min(_ENOUGH, len(subject)):
            params = {"name": reading.draft.recipient.called, "no": said.strip()[:80]}
            spans = tuple((word.start, word.end) for word in telling)
            yield Finding("declined", Outcome.WARN, SAID_NO, params, spans, (item,))
            return


def _is_left_there(reading: Reading) -> bool:
    if next(reading.find(_LEFT), None) is not None:
        return True
    return next(reading.find(_KNOWN), None) is not None and next(reading.find(_ALL_THE_SAME), None) is None


def _told(reading: Reading, alike: bool) -> list[Word]:
    return [word for word in (reading.words if alike else reading.particulars) if len(word.text) > 1]


def _refusals(reading: Reading) -> Iterator[tuple[Evidence, str, frozenset[str], bool]]:
    """Each no, what it was said in, what it was about (that, or our message before it), and whether by its meaning."""
    for item in reading.draft.evidence:
        if item.kind == "declined":
            yield item, item.text, _things(reading, item.text[:_LONGEST]), True
        elif item.kind == "their_words":
            for sentence in re.split(r"[.!?\n]+", item.text[:_LONGEST]):
                if _NO.search(plain_text(sentence)[0]):
                    subject = reading.evidence_words(Evidence("their_words", sentence)) - _NOS
                    yield item, sentence, subject or _asked_before(reading, item), False


def _asked_before(reading: Reading, no: Evidence) -> frozenset[str]:
    """What our last message before a bare 'no, thanks' was about."""
    ours = (item for item in reading.draft.evidence if item.kind == "our_words")
    before = (item for item in ours if no.when is None or item.when is None or item.when <= no.when)
    last = next(before, None)
    return reading.evidence_words(last) if last else frozenset()


def _things(reading: Reading, text: str) -> frozenset[str]:
    """What a request was about, in words that stand for all that mean the same."""
    told = (word.text for word in words_of(text) if len(word.text) > 1 and not word.slot)
    common = lexicon.FUNCTION | lexicon.CALENDAR | reading.names
    return frozenset(
        _thing(text) for text in told if text not in common and lexicon.stem(text) not in _ASKING
    )


def _thing(text: str) -> str:
    return _alike().get(lexicon.stem(text), lexicon.stem(text))


@cache
def _alike() -> dict[str, str]:
    """For the stem of each word the first of its line."""
    return {lexicon.stem(word): line.split()[0] for line in lexicon.lines("alike") for word in line.split()}
