"""Is it true? A meeting is mentioned; is one on record?"""

import re
from collections.abc import Iterator

from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.message import Evidence
from engagement.personalization.reading import Reading

UNMET = gettext_noop(
    "This speaks of having met %(name)s, but no meeting is on record. Log it, or leave it out."
)
NO_MEAL = gettext_noop(
    "This speaks of “%(meal)s” with %(name)s, but none is on record. Log it, or leave it out."
)
NO_CALL = gettext_noop("This speaks of a call with %(name)s, but none is on record. Log it, or leave it out.")

_GLAD = r"(?:great|good|nice|lovely|wonderful|pleasure|fun|happy|glad|enjoyed|loved|delighted|so[ ]good)"
_MET = re.compile(
    rf"(?<!\w){_GLAD}[ ](?:to[ ](?:have[ ]met|see)[ ]you|(?:meeting|seeing)[ ]you"
    r"|to[ ]meet[ ](?:you[ ])?(?:in[ ]person|at|last|yesterday|today|on))(?!\w)"
    r"|(?<!\w)(?:when|since|after)[ ]we[ ]met(?!\w)|(?<!\w)thank(?:s|[ ]you)[ ]for[ ](?:meeting|having)[ ](?:me|us|with)(?!\w)"
    r"|(?<!\w)(?:great|good|nice|lovely)[ ]to[ ]meet[ ]you(?!\w)",
    re.I,
)
_MEAL = re.compile(
    r"(?<!\w)(?:thank(?:s|[ ]you)[ ](?:again[ ])?(?:so[ ]much[ ])?for|enjoyed|loved|after)[ ](?:the[ ]|our[ ]|a[ ]|that[ ])?"
    r"(?:\w{1,20}[ ])?(lunch|dinner|breakfast|brunch|coffee|drinks)(?!\w)",
    re.I,
)
_CALL = re.compile(
    r"(?<!\w)(?:thank(?:s|[ ]you)[ ](?:again[ ])?for|enjoyed|after|on|in)[ ](?:the|our|yesterday'?s|last[ ]week'?s)[ ]"
    r"(?:\w{1,20}[ ])?(?:call|phone[ ]call)(?!\w)|(?<!\w)(?:great|good|nice|lovely)[ ](?:talking|speaking)[ ](?:to|with)[ ]you(?!\w)",
    re.I,
)
_MEETING_WORDS = re.compile(
    r"(?<!\w)(?:meet|meets|meeting|met|event|lunch|dinner|breakfast|brunch|coffee|tea|drinks|visit|visited|conference|"
    r"workshop|in person|booth|fair|party|festival|show|saw|dinner)(?!\w)", re.I)  # fmt: skip
_MEAL_WORDS = re.compile(
    r"(?<!\w)(?:lunch|dinner|breakfast|brunch|coffee|tea|drinks|meal|met|meeting|event)(?!\w)", re.I
)
_CALL_WORDS = re.compile(
    r"(?<!\w)(?:call|called|phone|phoned|rang|spoke|talked|zoom|video|meeting|lunch|dinner|coffee|met|event)(?!\w)",
    re.I,
)


def check(reading: Reading) -> Iterator[Finding]:
    """Warn of a meeting, meal or call that no touchpoint bears out."""
    if not reading.draft.record_complete:
        return
    name = reading.draft.recipient.called
    for pattern, borne_out, template in (
        (_MEAL, _MEAL_WORDS, NO_MEAL),
        (_MET, _MEETING_WORDS, UNMET),
        (_CALL, _CALL_WORDS, NO_CALL),
    ):
        match = pattern.search(reading.text)
        if match and not _on_record(reading.draft.evidence, borne_out):
            params: dict[str, str | int] = {
                "name": name,
                "meal": (match[1] if match.lastindex else "").lower(),
            }
            yield Finding("unmet", Outcome.WARN, template, params, (match.span(),))
            return


def _on_record(evidence: tuple[Evidence, ...], words: re.Pattern[str]) -> bool:
    return any(words.search(item.text) for item in evidence if item.kind in ("touchpoint", "fact", "date"))
