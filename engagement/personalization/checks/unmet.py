"""Is it true? A meeting is mentioned; is one on record?"""

import re
from collections.abc import Iterator

from engagement.personalization.claims import claims
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

# 'It would be great to meet you' looks ahead, and claims nothing.
_GLAD = r"(?<!be )(?<!is )(?<!how )(?:so )?(?:great|good|nice|lovely|wonderful|fun|happy|glad|delighted|a pleasure)"
_MET = re.compile(
    rf"(?<!\w){_GLAD} (?:to have met you|meeting you|seeing you (?:at|on|in|last|yesterday|again))(?!\w)"
    rf"|(?<!\w){_GLAD} to (?:finally )?(?:meet|see) you (?:in person|at|last|yesterday|on)(?!\w)"
    r"|(?<!\w)it was (?:so |really )?(?:great|good|nice|lovely|wonderful|fun|a pleasure)"
    r" to (?:finally )?(?:meet|see) you(?!\w)"
    r"|(?:\A|[.!?\n,] ?)(?:so |really )?(?:great|good|nice|lovely) to (?:finally )?(?:meet|have met) you(?!\w)"
    r"|(?<!\w)(?:when|since|after) we met(?!\w)|(?<!\w)thank(?:s| you) for (?:meeting|having) (?:me|us)(?!\w)",
)
_MEAL = re.compile(
    r"(?<!\w)(?:(?:thank(?:s| you) (?:again )?(?:so much )?for|enjoyed) (?:the |our |a |that )?|after our )"
    r"(?:\w{1,20} )?(lunch|dinner|breakfast|brunch|coffee|drinks)(?!\w)",
)
_CALL = re.compile(
    r"(?<!\w)(?:thank(?:s| you) (?:again )?for|enjoyed|after) (?:the|our|yesterday'?s|last week'?s) "
    r"(?:\w{1,20} )?(?:call|phone call)(?!\w)"
    rf"|(?<!\w){_GLAD} (?:talking|speaking) (?:to|with) you(?!\w)",
)
_MEAL_KINDS = "lunch|dinner|breakfast|brunch|coffee|tea|drinks|meal"
_PLACES = "visit|visited|conference|workshop|in person|booth|fair|party|festival|show"
_MEETING_KINDS = f"meet|meets|meeting|met|event|{_MEAL_KINDS}|{_PLACES}"
_MEETING_WORDS = re.compile(rf"(?<!\w)(?:{_MEETING_KINDS})(?!\w)", re.I)
_MEAL_WORDS = re.compile(rf"(?<!\w)(?:{_MEAL_KINDS}|met|meeting|event)(?!\w)", re.I)
_CALL_WORDS = re.compile(
    rf"(?<!\w)(?:call|called|phone|phoned|rang|spoke|talked|zoom|video|{_MEETING_KINDS})(?!\w)", re.I
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
        match = next(claims(reading, pattern), None)
        if match and not _on_record(reading.draft.evidence, borne_out):
            params: dict[str, str | int] = {
                "name": name,
                "meal": (match[1] if match.lastindex else "").lower(),
            }
            yield Finding("unmet", Outcome.WARN, template, params, (reading.span(match),))
            return


def _on_record(evidence: tuple[Evidence, ...], words: re.Pattern[str]) -> bool:
    return any(words.search(item.text) for item in evidence if item.kind in ("touchpoint", "fact", "date"))
