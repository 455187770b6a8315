"""Is it true? 'As promised', but nothing was, or something else, or the promise was broken."""

import re
from collections.abc import Iterator

from engagement.personalization import lexicon
from engagement.personalization.claims import claims
from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.message import Evidence
from engagement.personalization.reading import Reading
from engagement.personalization.text import words_of

NO_PROMISE = gettext_noop("This says that something was promised, but no promise to %(name)s is on record.")
OTHER_PROMISE = gettext_noop(
    "This says that something was promised, but the promise to %(name)s on record is another one: “%(what)s”."
)
BROKEN = gettext_noop("This says that a promise was kept, but on record it was not: “%(what)s”.")

# 'I said I'd love to see it' is a wish; 'I owe you an answer' a courtesy.
_WOULD = (
    r"(?:'d| would)(?! (?:love|like|be (?:happy|glad|delighted|up)|rather|never|have|miss|prefer|recommend"
    r"|say|think))"
)
_COURTESY = (
    r"(?:an? )?(?:big |huge |proper |quick |long )?(?:apolog\w{1,3}|answers?|repl(?:y|ies)|response"
    r"|thank\w{0,3}|explanation"
    r"|one|so|big|everything|letter|e-?mail|message|word|line|lot|great|debt|all|it|much|more|less|nothing)"
)
_VOWED = r"(?:promised|pledged|vowed|sworn|swore|assured)"
_GAVE = r"(?:gave|have given|had given|'ve given|'d given)"
_OURS = (
    rf"(?<!\w)(?:as|like|what|than) (?:i|we)? ?(?:'d |had |have |'ve )?{_VOWED}(?!\w)"
    rf"|(?<!\w)(?:the|that|your|a|those|these) (?:\w{{1,20}} ){{0,3}}(?:i|we)(?:'d| had|'ve"
    rf"| have)? {_VOWED}(?!\w)"
    rf"|(?<!\w)(?:i|we) {_VOWED} (?:you|to|that)(?!\w)|(?<!\w)(?:i|we)(?:'d|'ve| had"
    rf"| have) {_VOWED}(?!\w)"
    rf"|(?<!\w)(?:here|this)(?:'s| is| are) (?:the|your) (?:long-)?promised(?!\w)|(?<!\w)(?:the"
    rf"|your) (?:long-)?promised (?!land)\w"
    r"|(?<!\w)(?:true to|as good as|good on|stand(?:ing)? by|stuck to) (?:my|our) word(?!\w)"
    rf"|(?<!\w)(?:i|we) ?{_GAVE} you (?:my|our) word(?!\w)"
    rf"|(?<!\w)(?:i|we)(?: do| did| also| really| rather)?(?: still)? owed? you (?!{_COURTESY}(?!\w))"
    r"(?:an?|the|that|those|some|my|our|two|three)(?!\w)"
)
_KEPT = (
    r"(?<!\w)(?:i|we|i've|we've|i have|we have)(?: always| now| finally)? (?:kept|honou?red|fulfilled"
    r"|made good on"
    r"|delivered on|stuck to|lived up to) (?:my|our|the|that) (?:end of )?(?:\w{1,12} )?(?:promise|word"
    r"|pledge)s?(?!\w)"
    r"|(?<!\w)(?:keeping|honou?ring|making good on|to make good on|delivering on) (?:my|our|the"
    r"|that) (?:promise|word|pledge)(?!\w)"
    r"|(?<!\w)a promise is a promise(?!\w)|(?<!\w)promise (?:kept|delivered|fulfilled)(?!\w)"
)
_THEIRS = (
    rf"(?<!\w)you(?:'d|'ve| had| have)? {_VOWED}(?!\w)|(?<!\w)you ?{_GAVE} (?:me|us) your word(?!\w)"
    r"|(?<!\w)your (?:promise|pledge|word) (?:to|that|of)(?!\w)"
)
_SAID = (
    rf"(?<!\w)(?:i|we)(?:'d|'ve| had| have)? (?:said|told you|mentioned|announced"
    rf"|let you know)(?: to you)?(?: that)? (?:i|we){_WOULD}(?!\w)"
    rf"|(?<!\w)you(?:'d|'ve| had| have)? (?:said|told (?:me|us))(?: that)? you{_WOULD}(?!\w)"
    rf"|(?<!\w)you(?:'d|'ve| had| have)? (?:agreed|committed|undertook|offered) to(?!\w)"
)
_PROMISED, _SAID_SO = re.compile(f"{_KEPT}|{_OURS}|{_THEIRS}"), re.compile(_SAID)
_KEPT_SO = re.compile(_KEPT)
_BORNE_OUT = re.compile(r"(?<!\w)(?:promis|pledg|swor|vow|gave (?:us|me|her|his|their) word)", re.I)
_AHEAD = re.compile(
    r"(?<!\w)(?:\w{1,8}['’]ll|will|would|going to|let me|plans?|intends?|means? to|shall|to follow"
    r"|follows?)(?!\w)",
    re.I,
)
_WE_SHALL = re.compile(
    r"(?<!\w)(?:i|we)(?:['’]ll| will| shall|['’](?:m|re) going to| promise)(?!\w)|(?<!\w)let me", re.I
)
_DENIES = re.compile(
    r"(?<!\w)(?:nobody|no one|never|nothing|\w{1,8}n['’]t|not|still waiting|broken)(?!\w)", re.I
)
_OF_PROMISING = frozenset(map(lexicon.stem, lexicon.words("promising")))
_MOST = 5_000  # characters of a text that are looked through
_BOTH = 2  # words of a promise that a denial of it has as well


def check(reading: Reading) -> Iterator[Finding]:
    """Warn of a promise that is not on record, was about something else, or was broken."""
    if not reading.draft.record_complete:
        return
    match = next(claims(reading, _PROMISED), None)
    finding = _firmly(reading, match) if match else _loosely(reading)
    if finding:
        yield finding


def _firmly(reading: Reading, match: re.Match[str]) -> Finding | None:
    said, name = _said(reading), reading.draft.recipient.called
    if _KEPT_SO.match(match.group()):
        broken = next((item for item in reading.draft.evidence if _was_broken(reading, item, said)), None)
        if broken:
            params = {"what": broken.text[:80]}
            return Finding("promised", Outcome.WARN, BROKEN, params, (reading.span(match),), (broken,))
    promises = [item for item in reading.draft.evidence if _is_promise(item)]
    if not promises:
        return Finding("promised", Outcome.WARN, NO_PROMISE, {"name": name}, (reading.span(match),))
    told = [_stems(reading, item) for item in promises]
    if not said or not all(told) or any(said & stems for stems in told):
        return None
    other = next((item for item in promises if item.kind in ("promise", "broken")), None)
    if other is None:
        return Finding("promised", Outcome.WARN, NO_PROMISE, {"name": name}, (reading.span(match),))
    params = {"name": name, "what": other.text[:80]}
    return Finding("promised", Outcome.WARN, OTHER_PROMISE, params, (reading.span(match),), (other,))


def _loosely(reading: Reading) -> Finding | None:
    """'I said I would': anything on record that touches it bears it out, our own words too."""
    match, said = next(claims(reading, _SAID_SO), None), _said(reading)
    if match is None or not said:
        return None
    known = (item for item in reading.draft.evidence if item.kind != "avoid")
    if any(said & _stems(reading, item) for item in known):
        return None
    params = {"name": reading.draft.recipient.called}
    return Finding("promised", Outcome.WARN, NO_PROMISE, params, (reading.span(match),))


def _is_promise(item: Evidence) -> bool:
    """A promise, talk of one, or words that say what somebody is going to do."""
    text = item.text[:_MOST]
    if item.kind in ("promise", "broken"):
        return True
    if item.kind == "our_words":  # bears nothing out, but that we said what we would do
        return _WE_SHALL.search(text) is not None
    spoken = item.kind == "their_words" and _AHEAD.search(text) is not None
    return spoken or (item.kind != "avoid" and _BORNE_OUT.search(text) is not None)


def _was_broken(reading: Reading, item: Evidence, said: frozenset[str]) -> bool:
    shared = said & _stems(reading, item)
    if item.kind == "broken":
        return bool(shared)
    return (
        item.kind == "their_words" and len(shared) >= _BOTH and _DENIES.search(item.text[:_MOST]) is not None
    )


def _said(reading: Reading) -> frozenset[str]:
    """What the draft speaks of, greeting, names and talk of promising apart."""
    return _telling((word.text for word in reading.words if not word.slot), reading.names)


def _stems(reading: Reading, item: Evidence) -> frozenset[str]:
    return _telling((word.text for word in words_of(item.text[:_MOST])), reading.names)


def _telling(texts: Iterator[str], names: frozenset[str]) -> frozenset[str]:
    told = (
        text
        for text in texts
        if text not in lexicon.FUNCTION and text not in lexicon.CALENDAR and text not in names
    )
    return (
        frozenset(lexicon.stem(text) for text in told if len(text) > 2 and text not in lexicon.GREETING)
        - _OF_PROMISING
    )
