"""Is it true? 'Your post about X', 'the reel you put up yesterday', which nobody has seen."""

import re
from collections.abc import Iterator
from datetime import timedelta

from engagement.personalization import lexicon
from engagement.personalization.claims import claims, on_record
from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.message import Evidence
from engagement.personalization.reading import Reading
from engagement.personalization.text import words_of
from engagement.personalization.times import TIME, past_days

UNSEEN = gettext_noop(
    "This speaks of a post about “%(topic)s”, but none like it is on record. Has anybody seen it?"
)

_NOUN = (
    r"(?:blog post|blog|posts?|videos?|reels?|stor(?:y|ies)|carousel|articles?|piece|photos?|pictures?"
    r"|podcast|episode|threads?"
    r"|vlog|tweets?|reviews?|unboxing|clips?|live ?stream|shorts?|newsletter|write-?up|tutorial|column"
    r"|essay|tiktok|interview"
    r"|slideshow|time-?lapse|snap|vid|pics?|shots?|short film|film)"
)
_WHERE = (
    r"(?:instagram|insta|tiktok|youtube|linkedin|facebook|twitter|threads|substack|pinterest|snapchat"
    r"|mastodon|x|your \w{1,12}|the blog)"
)
_ON_WHAT = (
    r"(?:(?:the|my|our|a|every|your) (?:\w{1,10} )?(?:screens?|wall|fridge|desk|tv|telly|phone|door|board|laptop|shelf"
    r"|table)|repeat|loop)(?!\w)"
)
_ABOUT = rf"(?:about|on(?! {_ON_WHAT})|from|of|with|where|showing|featuring|in which you|reviewing|comparing)"
_DID = r"(?:put up|put online|put out|posted|shared|published|uploaded|released|recorded|filmed|shot|did)"


def _topic(name: str) -> str:
    return rf"(?P<{name}>[^.!?,;\n]{{3,60}})"


def _when(name: str) -> str:
    return rf"(?P<{name}>{TIME})"


_POST = re.compile(
    rf"(?<!\w)your (?:\w{{1,20}} ){{0,3}}?{_NOUN} (?:{_when('when')} )?(?:(?:on|over on"
    rf"|in) {_WHERE} )?{_ABOUT} "
    + _topic("topic")
    + rf"|(?<!\w)(?:that|this|the|a) (?:\w{{1,20}} ){{0,3}}?{_NOUN} of yours {_ABOUT} "
    + _topic("topic2")
    + rf"|(?<!\w)(?:the|that|those) (?P<topic3>(?:\w{{1,20}} ){{1,4}}?){_NOUN} (?:that |which )?you(?:'ve"
    rf"| have|'d)? (?:just |recently )?{_DID}"
    rf"(?: (?:on \w{{1,12}} )?{_when('when2')})?(?!\w)"
    rf"|(?<!\w)(?:the|that) {_NOUN} (?:that |which )?you(?:'ve| have|'d)? (?:just |recently )?{_DID} "
    rf"(?:(?:on {_WHERE} )?{_when('when3')} )?{_ABOUT} "
    + _topic("topic4")
    + rf"|(?<!\w)(?:what|the (?:\w{{1,20}} )?(?:things|words|lines)) you(?:'ve| have|'d)? (?:just "
    rf"|recently )?(?:wrote|written|posted|said|shared|published) "
    rf"(?:{_when('when4')} )?(?:on|over on) {_WHERE} (?:{_when('when5')} )?{_ABOUT} "
    + _topic("topic5")
    + rf"|(?<!\w)you(?:'ve| have)? (?:just |recently )?(?:posted|blogged|tweeted|vlogged|made a (?:video"
    rf"|reel)|wrote a (?:post|piece|thread|review)"
    rf"|filmed|did a (?:post|reel|story|video)) (?:{_when('when6')} )?(?:on {_WHERE} )?(?:about|of|on) "
    + _topic("topic6")
)
_REPOST = re.compile(
    r"(?<!\w)(?:you(?:'ve| have)?(?: just| even| kindly)? (?:reposted|re-?shared|retweeted|regrammed"
    r"|repinned)"
    r"|(?:thank(?:s| you)(?: so much| again)? for|you kindly|i saw you) (?:reposting|re-?sharing|retweeting)"
    r"|your (?:repost|reshare|retweet) of) (?P<topic>[^.!?,;\n]{2,60})"
    r"|(?<!\w)(?:you(?:'ve| have)? (?:just |even )?(?:shared|tagged)|thank(?:s"
    r"| you)(?: so much)? for (?:sharing|tagging)) "
    r"(?P<topic2>(?:us (?:in|on)|our) (?:\w{1,20} ){0,3}?" + _NOUN + r")(?!\w)"
)
_REPOSTED = re.compile(
    r"(?<!\w)(?:re-?post|re-?shar|shar|retweet|regram|repin|tagg?|mention|stor(?:y|ies))", re.I
)
_A_POST = re.compile(
    rf"(?<!\w)(?:{_NOUN}|wrote|writes|posted|posts|blogs?|films?|filmed|channel|publish\w{{0,5}})(?!\w)", re.I
)
_NOT_YET = re.compile(
    r"(?<!\w)(?:send|share|need|await|want|like|waiting for|please|may we|can we|can you|when is|where is"
    r"|happy with|help with|use|for"
    r" you to|ready for|ask(?:ed)? for|to see|approve|draft of|brief for|have)(?: \w{1,8})? \Z"
)
_GOES_ON = re.compile(
    r"(?<!\w)(?:is|was|are|were|has|had|made|makes|got|gave|gives|hangs?|looks?|looked|keeps?|stopped|brought|really|so|just"
    r"|still|and|which|that|when|in|at)(?!\w)"
)
_LEARNED = 2  # days, for whoever counts otherwise


def check(reading: Reading) -> Iterator[Finding]:
    """Warn of a post whose subject, or day, nothing on record touches."""
    if not reading.draft.record_complete:
        return
    for pattern, bears_out in ((_POST, _is_seen), (_REPOST, _is_shared)):
        match = next((found for found in claims(reading, pattern) if not _awaited(found)), None)
        group = (
            next((name for name, text in match.groupdict().items() if text and name.startswith("topic")), "")
            if match
            else ""
        )
        if match and group and not bears_out(reading, match, group):
            params = {"topic": reading.written(match, group)}
            yield Finding("post", Outcome.WARN, UNSEEN, params, (reading.span(match),))
            return


def _awaited(match: re.Match[str]) -> bool:
    """'Could you send me your photo of it': there is none yet."""
    return _NOT_YET.search(match.string[max(0, match.start() - 40) : match.start()]) is not None


def _is_seen(reading: Reading, match: re.Match[str], group: str) -> bool:
    topic = _stems(match[group])
    if not topic:
        return True
    touching = [item for item in on_record(reading) if _touches(item, topic, match[group])]
    when = next((text for name, text in match.groupdict().items() if text and name.startswith("when")), "")
    days = past_days(when, reading.draft.today) if when and reading.draft.today else None
    posts = [item for item in touching if item.kind == "post"]
    if days is None or len(posts) < len(touching):
        return bool(touching)
    first = days.first - timedelta(_LEARNED)  # it may have been put on record later, not earlier
    return any(item.when is None or item.when >= first for item in posts)


def _touches(item: Evidence, topic: frozenset[str], said: str) -> bool:
    """By one word; a bare fact, that speaks of no post, by most of them."""
    known = _stems(item.text)
    if item.kind == "fact" and not _A_POST.search(item.text):
        topic = _stems(_GOES_ON.split(said)[0]) or topic
        return len(topic & known) > len(topic) / 2
    return not topic.isdisjoint(known)


def _is_shared(reading: Reading, match: re.Match[str], group: str) -> bool:
    topic = _stems(match[group])
    shared = [
        item for item in on_record(reading) if _REPOSTED.search(item.text) or item.kind == "their_words"
    ]
    return any(_REPOSTED.search(item.text) is not None or topic & _stems(item.text) for item in shared)


def _stems(text: str) -> frozenset[str]:
    return frozenset(lexicon.stem(word.text) for word in words_of(text) if _says_something(word.text))


def _says_something(text: str) -> bool:
    return text not in lexicon.GENERIC and text not in lexicon.CALENDAR
