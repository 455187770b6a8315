"""Is it true? Familiarity that the record does not bear."""

import re
from collections.abc import Iterator
from datetime import timedelta

from engagement.personalization.claims import claims
from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.reading import Reading
from engagement.personalization.times import COUNT, count

STRANGERS = gettext_noop(
    "This sounds as if we knew %(name)s well, but nothing on record says that we ever spoke."
)
NEW = gettext_noop(
    "This sounds as if we had known %(name)s for long, but the first contact on record was on %(date)s."
)

_FAMILIAR = re.compile(
    r"(?<!\w)(?:long time no (?:see|speak)|(?:my|our)? ?old friend(?! of)|like old times|our last (?:chat"
    r"|call|conversation|meeting|talk)"
    r"|since we last (?:spoke|talked|met|chatted)|as (?:we|you and i) (?:discussed|talked about|agreed)"
    r"|(?:great|good|nice|lovely) to (?:catch up|see you again|hear from you again)|per our (?:conversation"
    r"|call|chat)"
    r"|as you (?:told|mentioned to) (?:me|us)|you told (?:me|us))(?!\w)",
)
_SPOKEN = ("touchpoint", "their_words", "promise", "request", "declined", "broken")

_WE = r"(?:we|you and i|you and we|the two of us)"
_ORDINAL = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|fifteenth|twentieth)"
_ORDINALS = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "twelfth": 12, "fifteenth": 15, "twentieth": 20,
}  # fmt: skip
_MANY = (
    r"(?:so many|too many|many|several|countless|all (?:these|those|the)|a good few|quite (?:a few"
    r"|some)|the last few|these past(?: few)?|these|the past few)"
)
_LONG = (
    rf"(?:(?:so |such )?(?:ages|years|donkey's years|decades|an age|an eternity|forever|a lifetime"
    rf"|a long(?:, long)? (?:time|while)|so long|{_MANY} years"
    rf"|(?:over |more than |almost |nearly |well over |about |half )?a decade|(?:over |more than |almost "
    rf"|nearly )?{COUNT} years|years and years)|ever so long)"
)
_US = (
    r"(?:us|me|our \w{1,12}|my \w{1,12}|we|one of us|one of ours|(?:part of )?(?:the|this) (?:family|team"
    r"|crew|house|gang))"
)
_KNOWN = (
    r"(?:known (?:you|each other|one another)|been (?:friends|in touch|together|working together"
    r"|at this together|a team|partners|writing to each other)|worked (?:together|with you|side by side)"
    r"|written to each other|been (?:through (?:a lot|so much|everything)))"
)
_LONG_KNOWN = re.compile(
    r"(?<!\w)(?:(?:my|our|hello,?|dear|hi,?|hey,?) (?:very |dear |dearest )?old friend|oldest friends?"
    r"|old pals?|old chum|old mate)(?=[,.!?:;\n]|\Z| and )"
    rf"|, (?:my )?(?:dear )?old friend(?=[,.!?\n]|\Z)"
    r"|(?<!\w)you(?:'re| are) (?:one of )?(?:our|my) (?:very )?(?:oldest|longest-?standing"
    r"|most long-?standing|earliest) \w{1,15}"
    rf"|(?<!\w){_WE}(?: \w{{1,10}})? (?:go|goes|went) (?:way |such a )?(?:back (?:a (?:long|good) way"
    rf"|so far|such a long way|years|ages|decades|a bit)|way back|back)(?!\w)"
    r"|(?<!\w)(?:(?:after|over|in|through|for|during) )?(?:all|these|so many|the many|the|those)(?: these"
    r"| those| the)?(?: \w{1,8})? years (?:of |that )?"
    rf"(?:working (?:together|with (?:you|us))|friendship|knowing (?:you|each other)|(?:our )?(?:friendship"
    rf"|collaboration|partnership)|together|with (?:us|you)|side by side"
    rf"|{_WE}(?:'ve| have) (?:known|worked|been)|i(?:'ve| have) known you|by our side|on our side"
    rf"|of your (?:support|friendship|company))(?!\w)"
    rf"|(?<!\w)(?:{_WE}|i)(?:'ve| have)(?: all| both)? {_KNOWN}[^.!?\n;]{{0,30}}? (?:for "
    rf"|since )?{_LONG}(?!\w)"
    rf"|(?<!\w)(?:for|in|after|over) (?:all )?{_LONG} (?:that )?(?:{_WE}|i)(?:'ve| have)(?: all"
    rf"| both)? {_KNOWN}(?!\w)"
    rf"|(?<!\w)in all the (?:time|years) (?:that )?(?:{_WE}|i)(?:'ve| have) {_KNOWN}(?!\w)"
    rf"|(?<!\w)you(?:'ve| have)(?: all| always)? (?:been|stood|stuck|supported|worked|helped|backed|put up"
    rf"|walked|come|written|tested|served|known|kept|believed)"
    rf"[^.!?\n;,]{{0,30}}?(?<!\w){_US}[^.!?\n;,]{{0,40}}? (?:for|over|through|all) (?:{_LONG}"
    rf"|these years)(?!\w)"
    rf"|(?<!\w)it(?:'s| has|s) been {_LONG},? (?:since (?:{_WE}|you)(?: first)? (?:first|met|started|began"
    rf"|joined|got|teamed|wrote|came)|of (?:working|friendship)|together|with (?:you|us)|that {_WE})(?!\w)"
    rf"|(?<!\w)(?:{_WE}|i)(?: first)? (?:started out|started|began|teamed up|joined forces|set out|met"
    rf"|got to know each other)[^.!?\n]{{0,70}}? (?:it's been|it has been|that's|is|was) (?:now "
    rf"|already )?{_LONG}(?!\w)"
    rf"|(?<!\w){_LONG} (?:together|side by side|of (?:our )?(?:friendship|collaboration|working together"
    rf"|partnership)|with (?:us|you by our side))(?!\w)"
    rf"|(?<!\w){COUNT} years ago(?: today| now)?,? you (?:first )?(?:wrote|joined|came|signed|said"
    rf"|started)[^.!?\n]{{0,20}}? (?:us|our|with us|to us)(?!\w)"
    rf"|(?<!\w)another year (?:side by side|together|with (?:us|you)|at our side|in our company)(?!\w)"
    rf"|(?<!\w)our {_ORDINAL} (?:year|season|summer|winter|christmas|anniversary|campaign) (?:together"
    rf"|side by side|with you|as a team|in a row|already)(?!\w)"
    r"|(?<!\w)through thick and thin(?!\w)"
    rf"|(?<!\w)(?:like|as in) (?:the )?(?:good )?old (?:times|days)(?=[,.!?\n]|\Z)"
    rf"|(?<!\w)our (?:long|long-?standing|years-?long|old|many years of) (?:\w{{1,15}} )?(?:friendship"
    rf"|collaboration|relationship|partnership)(?!\w)"
)
_NUMBER = re.compile(rf"(?<!\w)(?P<count>{COUNT}) years(?!\w)")
_TH = re.compile(rf"(?<!\w)(?P<th>{_ORDINAL})(?!\w)")
_YEAR = 365
_MIN = 240  # days under which nobody is an old friend, nor a year 'another'
_MANY_DAYS = 540  # 'all these years'
_ALL_KEPT = 40  # touchpoints from which on there may be earlier ones that are not read


def check(reading: Reading) -> Iterator[Finding]:
    """Warn of talk of earlier talks where there were none, and of years where there were weeks."""
    if not reading.draft.record_complete:
        return
    spoken = any(item.kind in _SPOKEN for item in reading.draft.evidence)
    match = next(claims(reading, _FAMILIAR), None) if not spoken else None
    if match or not spoken:
        match = match or next(claims(reading, _LONG_KNOWN), None)
        if match:
            params: dict[str, str | int] = {"name": reading.draft.recipient.called}
            yield Finding("familiar", Outcome.WARN, STRANGERS, params, (reading.span(match),))
        return
    yield from _too_new(reading)


def _too_new(reading: Reading) -> Iterator[Finding]:
    today, told = reading.draft.today, reading.draft.evidence
    met = [
        item.when for item in told if item.when and item.kind in ("touchpoint", "their_words", "our_words")
    ]
    since = [item.when for item in told if item.when and item.kind in ("role", "perk", "request")]
    if today is None or not met or len(met) >= _ALL_KEPT:
        return
    first = min(met + since)
    for match in claims(reading, _LONG_KNOWN):
        if today - first < timedelta(_days(_around(match))):
            params: dict[str, str | int] = {
                "name": reading.draft.recipient.called,
                "date": f"{first.day} {first:%B %Y}",
                "day": first.isoformat(),
            }
            yield Finding("familiar", Outcome.WARN, NEW, params, (reading.span(match),))
            return


def _around(match: re.Match[str]) -> str:
    """What is claimed, with a number that follows it: 'another year side by side, our fifth already'."""
    after = match.string[match.end() : match.end() + 30]
    return match.group() + (after if match.group().startswith("another year") else "")


def _days(said: str) -> int:
    """How long ago the first contact has to be at the least."""
    number, ordinal = _NUMBER.search(said), _TH.search(said)
    years = count(number["count"]) if number else _ORDINALS[ordinal["th"]] - 1 if ordinal else 0
    if years:
        return max(years * _YEAR * 4 // 5 - 60, 60)
    if "decade" in said or "lifetime" in said:
        return 8 * _YEAR if "half" not in said else 4 * _YEAR
    return _MANY_DAYS if "years" in said or "back" in said else _MIN
