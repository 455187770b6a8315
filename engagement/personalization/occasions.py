"""How drafts speak of having met, eaten, visited or talked; and what of the record is of that kind."""

import re
from typing import NamedTuple

from engagement.personalization.times import TIME, WEEKDAY

MEAL = r"lunch|dinner|breakfast|brunch|supper|coffee|tea|drinks|beers?|pint|picnic|ice cream"
TALK = r"(?:(?:phone|video|zoom) )?call|chat|phone call|conversation|talk|catch-?up|catch up"
SEEN = r"meeting|get-together|meet-?up|visit|walk together|afternoon together|day together|evening together"
_ANY = rf"(?:{MEAL}|{TALK}|{SEEN})"
STAND = (
    r"(?:stand|booth|stall|table|tent|studio|workshop|office|shop|showroom|open (?:day|house)|fair"
    r"|party|supper)"
)

# 'It would be great to meet you' looks ahead, and claims nothing.
_GOOD = (
    r"(?:great|good|nice|lovely|wonderful|fun|happy|glad|delighted|brilliant|delightful|fantastic|special"
    r"|grand"
    r"|a (?:real |true |great |huge )?(?:pleasure|joy|treat|delight|privilege))"
)
GLAD = rf"(?<!be )(?<!is )(?<!how )(?:(?:so|really|such|what|very) )?{_GOOD}"
_THANKS = r"thank(?:s| you)(?: again| ever)?(?: so much| very much)?(?: again)? for"
_LIKED = rf"(?:{_THANKS}|(?:really |so |thoroughly |much )?(?:enjoyed|loved)|remember|grateful for)"
_WHEN = r"(?:when|since|after|the (?:day|evening|afternoon|night|time|moment)|(?:the )?(?:last|first) time)"
_WE = r"(?:we(?: two| both| all)?|you and (?:i|we)|the two of us)"
_EVER = r"(?:(?:first|last|finally|just|all|both) )?"
_SAID = (
    r"(?:said|told|mentioned|asked|talked|spoke|discussed|agreed|showed|promised|were|had|suggested|wanted"
    r"|chatted"
    r"|described|explained|laughed|left off|left it|sketched|gave|brought|raised|worked out|settled|planned"
    r"|joked)"
)
_TOGETHER = (
    rf"(?:met|sat down|got together|sat together|shook hands|ran into each other|bumped into each other"
    rf"|saw each other"
    rf"|walked (?:round|around|through|along)|shared (?:a|an|that) (?:\w{{1,12}} )?(?:table|meal|{MEAL})"
    rf"|had (?:a |our |that )?(?:\w{{1,12}} )?(?:{MEAL}|meeting)|ate together|danced|stood (?:together"
    rf"|side by side))"
)
_PREP = r"(?:at|over|on|during|in)"
_POSSESSIVE = (
    rf"(?:yesterday|last (?:week|night|month|weekend|{WEEKDAY})|this (?:morning|week)|today"
    rf"|{WEEKDAY}|the other day)'s"
)


class Occasion(NamedTuple):
    """What a draft may speak of, how, and the record that bears it out."""

    name: str
    said: re.Pattern[str]
    kinds: frozenset[str]
    words: re.Pattern[str]


def _family(noun: str) -> str:
    """'thanks for the lunch', 'since our lunch', 'over lunch you said', 'last week's lunch', 'the lunch we had'."""
    return (
        rf"(?<!\w){_LIKED} (?:the |our |a |that |this )?(?:\w{{1,20}}(?:'s)? ){{0,2}}(?P<what>{noun})(?!\w)"
        rf"|(?<!\w)(?:ever since|since|after|following|further to|back from) (?:our |that )(?:last |first )?"
        rf"(?:\w{{1,20}} )?(?P<what2>{noun})(?!\w)"
        rf"|(?<!\w){_PREP} (?:our |the |that )?(?:last |first )?(?P<what3>{noun})(?: {TIME})?,? (?:{_WE}"
        rf"|you|i)"
        rf" (?:both |all |kindly |also )?{_SAID}(?!\w)"
        rf"|(?<!\w)(?:{_WE}|you|i) (?:both |kindly "
        rf"|also )?{_SAID} [^.!?\n;:]{{0,60}}?(?<!\w){_PREP} (?:our |that )?(?:last |first )?"
        rf"(?P<what4>{noun})(?!\w)"
        rf"|(?<!\w)where we left off [^.!?\n;:]{{0,20}}?(?P<what5>{noun})(?!\w)"
        rf"|(?<!\w){_POSSESSIVE} (?:\w{{1,20}} ){{0,2}}(?P<what6>{noun})(?!\w)"
        rf"|(?<!\w)(?:the|that) (?:\w{{1,20}} )?(?P<what7>{noun}) (?:that )?(?:{_WE}) (?:had|shared"
        rf"|enjoyed)(?!\w)"
        rf"|(?<!\w){GLAD} (?P<what8>{noun}) (?:with you )?(?={TIME})"
        rf"|(?<!\w)notes (?:from|of|on) our (?P<what9>{noun})(?!\w)"
    )


_MET_SAID = re.compile(
    rf"(?<!\w){GLAD} (?:to have (?:met|seen|hosted|had) you|meeting you|hosting you|having you (?:here|over"
    rf"|with us|round|at|in)"
    r"|seeing you (?:at|on|in|last|yesterday|again|this|the other|there|all)|hanging out|bumping into you"
    r"|running into you"
    r"|catching up in person|spending (?:the|an?|that|some) \w{1,12} with you)(?!\w)"
    rf"|(?<!\w){GLAD} to (?:finally |at last )?(?:meet|see|have|host) you (?:in person|at|last|yesterday|on"
    rf"|in the flesh|here|over"
    r"|this (?:morning|week|afternoon)|the other|face to face)(?!\w)"
    rf"|(?<!\w)(?:it was|what) (?:so |really |such )?{_GOOD} (?:it was )?"
    r"to (?:finally |at last )?(?:meet|see|host|bump into|run into|spend (?:the|an?"
    r"|some) \w{1,12} with) you(?!\w)"
    r"|(?:\A|[.!?\n,] ?)(?:so |really )?(?:great|good|nice|lovely) to (?:finally )?(?:meet"
    r"|have met) you(?!\w)"
    rf"|(?<!\w)(?:{GLAD} to|it was \w{{1,12}} to|finally|of) (?:finally |at last )?(?:be|being|been|put"
    rf"|putting|shake|shaking|sit|sitting) "
    r"(?:in the same room|a face to|your hand|(?:down )?(?:across|opposite) from you|down with you)(?!\w)"
    rf"|(?<!\w){_WHEN} (?:that )?{_WE} {_EVER}{_TOGETHER}(?!\w)"
    rf"|(?<!\w){_WHEN} i {_EVER}(?:met you|saw you|bumped into you|ran into you|visited you|came (?:by|over"
    rf"|round|to see you))(?!\w)"
    r"|(?<!\w)thank(?:s| you)(?: again)?(?: so much)? for (?:meeting|having|hosting|putting up|welcoming"
    r"|showing|driving) (?:me|us)(?!\w)"
    rf"|(?<!\w){_LIKED} (?:dropping|stopping|popping|swinging|coming) (?:by|in|over|round|along|all the way)"
    r"(?! (?:my|our) (?:inbox|dms?|page|post|profile|comments|feed|stream))(?!\w)"
    rf"|(?<!\w){_LIKED} (?:coming to|visiting|joining us (?:at|for)|being at|calling in at"
    rf"|spending [^.!?\n,]{{1,20}} (?:at|with)) "
    rf"(?:us(?: at)?|our|the) (?:\w{{1,20}} ){{0,2}}{STAND}(?!\w)"
    r"|(?<!\w)when you (?:came|dropped|stopped|popped|swung|called|looked) (?:by|over|round|in)(?!\w)"
    r"|(?<!\w)you (?:dropped|stopped|popped|swung|came) (?:by|over|round) (?:us|our|the|here|on|last"
    r"|yesterday|this|the other|in)(?!\w)"
    r"|(?<!\w)(?:when|since|after|the (?:day|week|time)) you (?:visited|came to (?:see|visit)|stayed with"
    r"|sat with|joined) (?:us|me|our)(?!\w)"
    rf"|(?<!\w)(?:{_LIKED}|since|after|following) your (?:\w{{1,20}} )?visit(?!\w)"
    rf"|(?<!\w)(?:{_LIKED}|since|after|ever since|following) (?:our |that )(?:last |first "
    rf"|little )?(?:\w{{1,20}} )?(?:{SEEN})(?!\w)"
    rf"|(?<!\w){_PREP} our (?:last |first )?(?:{SEEN})(?: {TIME})?,? (?:you|we|i) {_SAID}(?!\w)"
    rf"|(?<!\w)(?:you (?:were|came|stopped|stood|sat|helped|spent|looked|said|told|tried)|seeing you"
    rf"|meeting you|having you|we met)"
    rf"(?! (?:about|for))[^.!?\n,;]{{0,40}}? (?:at|by|behind|next to|round"
    rf"|to) our (?:\w{{1,20}} )?{STAND}(?!\w)"
    rf"|(?<!\w){_WE} {_EVER}{_TOGETHER} (?={TIME}|in|at|for|over)"
    r"|(?<!\w)(?:face to face|in person|shaking your hand|shook your hand) (?=(?:last|yesterday|the other"
    r"|on|at the))"
    rf"|(?<!\w){_POSSESSIVE} (?:\w{{1,20}} )?(?:{SEEN})(?!\w)"
    rf"|(?<!\w){_THANKS} (?:the|your) (?:tour|hospitality|warm welcome)(?!\w)"
    rf"|(?<!\w)(?:the|that) (?:{SEEN}) {_WE} had(?!\w)"
)
_CALL_SAID = re.compile(
    _family(TALK)
    + rf"|(?<!\w){GLAD} (?:talking|speaking|chatting|catching up)(?: (?:to|with) you|(?= {TIME}))(?!\w)"
    + rf"|(?<!\w){GLAD} to (?:finally |at last )?(?:talk|speak|chat|catch up|hear your voice)(?: (?:to"
    rf"|with) you)? (?={TIME}|on the)"
    + r"|(?<!\w)it was (?:so |really )?(?:great|good|nice|lovely|a pleasure) to (?:talk|speak"
    r"|hear your voice|catch up)(?!\w)"
    + rf"|(?<!\w){_WHEN} {_WE} (?:last )?(?:spoke|talked|chatted|were on the phone|rang|had (?:a"
    rf"|our) (?:chat|call))(?!\w)"
    + rf"|(?<!\w){_WHEN} (?:i (?:called|rang|phoned) you|you (?:called|rang|phoned)(?: (?:me|us))?)(?!\w)"
    + rf"|(?<!\w){_WE} (?:spoke|talked|chatted)(?: [^.!?\n,;:]{{1,25}})? (?={TIME}|on the (?:phone"
    rf"|telephone))"
    + r"|(?<!\w)you (?:said|told (?:me|us)|mentioned|asked)[^.!?\n;:]{0,50} (?:on|over) the (?:phone"
    r"|telephone)(?!\w)"
    + rf"|(?<!\w){_THANKS} (?:calling|ringing|phoning|picking up the phone|taking (?:my|our|the) call"
    rf"|making time to (?:talk|speak|chat))(?!\w)"
    + r"|(?<!\w)(?:hearing your voice|heard your voice|on the phone yesterday)(?!\w)"
    + rf"|(?<!\w){_WE} {_EVER}(?:got|hopped|jumped|were) on the (?:phone|telephone|line)(?!\w)"
)

_PLACES = (
    "visit|visited|visits|conference|workshop|in person|booth|stand|stall|fair|party|festival|show|came"
    "|dropped|stopped|stayed"
    "|hosted|market|saw each other|joined us|open day|open house"
)
_MET_WORDS = f"meet|meets|meeting|met|event|{MEAL}|meal|{_PLACES}"
LIVE = frozenset({"lunch", "meeting", "event"})
OCCASIONS = (
    Occasion(
        "meal",
        re.compile(_family(MEAL)),
        LIVE,
        re.compile(rf"(?<!\w)(?:{MEAL}|meal|ate|met|meeting|event)(?!\w)", re.I),
    ),
    Occasion("met", _MET_SAID, LIVE, re.compile(rf"(?<!\w)(?:{_MET_WORDS})(?!\w)", re.I)),
    Occasion(
        "call",
        _CALL_SAID,
        LIVE | {"call"},
        re.compile(
            rf"(?<!\w)(?:call|called|calls|phone|phoned|rang|spoke|talked|talk|chat|chatted|zoom|video"
            rf"|{_MET_WORDS})(?!\w)",
            re.I,
        ),
    ),
)
