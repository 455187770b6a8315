"""Is it true? A meeting, meal, visit or call is mentioned; is one on record, and on the day that is named?"""

import re
from collections.abc import Iterator

from engagement.personalization.checks.weekday import on_another_day
from engagement.personalization.claims import claims
from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.message import Evidence
from engagement.personalization.occasions import OCCASIONS, Occasion
from engagement.personalization.reading import Reading
from engagement.personalization.times import TIME, Days, past_days

UNMET = gettext_noop(
    "This speaks of having met %(name)s, but no meeting is on record. Log it, or leave it out."
)
NO_MEAL = gettext_noop(
    "This speaks of “%(meal)s” with %(name)s, but none is on record. Log it, or leave it out."
)
NO_CALL = gettext_noop("This speaks of a call with %(name)s, but none is on record. Log it, or leave it out.")
NOT_THEN = gettext_noop(
    "This says “%(when)s”, but nothing like it with %(name)s is on record then; the last was on %(date)s."
)
_TEMPLATES = {"meal": NO_MEAL, "met": UNMET, "call": NO_CALL}

_TIME = re.compile(rf"(?<!\w){TIME}")
_BREAK = re.compile(
    r"[.!?\n;:]|,(?! (?:20\d\d|\w{6,9}day))"
    r"|(?<!\w)(?:and|but|so|because|will|would|shall|can|could|before|until|till|next|you'll|i'll"
    r"|we'll)(?!\w)"
)
_LEADS_IN = re.compile(
    r"(?:'s)?,? ?(?:(?:now|already|ago) ?)?(?:(?:since|when|that|at|over|on|during|in|for|it was|how|after"
    r"|and) ?){0,2}\Z"
)
_AHEAD = re.compile(
    r"(?<!\w)(?:\w{1,8}'ll|will|shall|let's|could we|can we|tomorrow|next|going to|would|if)(?!\w)"
)
_PREPOSED = re.compile(r"(?:after|following|over|at|on|during|in|\w{5,9}day's) ")
_UNSAID = re.compile(
    r"(?<!\w)(?:cannot|can't|can not|could ?n[o']t|not|never|no|unable|missed|miss|cancel\w{0,5}|called off"
    r"|would|will|wants?|hopes?"
    r"|if|asks?|asked|invited|declined|\w{1,8}n't|next|should|instead|plans?|planned|suggests?"
    r"|suggested)(?!\w)",
    re.I,
)
_WRITTEN = 3  # days that what they wrote about it may lie beside it


def check(reading: Reading) -> Iterator[Finding]:
    """Warn of a meeting, meal or call that no touchpoint bears out."""
    if not reading.draft.record_complete:
        return
    for occasion in OCCASIONS:
        for match in claims(reading, occasion.said):
            if not _looks_ahead(match):
                finding = _unborne(reading, occasion, match)
                if finding:
                    yield finding
                    return


def _unborne(reading: Reading, occasion: Occasion, match: re.Match[str]) -> Finding | None:
    proof = [item for item in reading.draft.evidence if _is_of_the_kind(item, occasion)]
    name = reading.draft.recipient.called
    if "chat" in match.group():  # one chats by writing, too
        proof += [item for item in reading.draft.evidence if _kind(item) in ("message", "comment")]
    if not proof:
        meal = (
            next((text for text in match.groupdict().values() if text), "") if occasion.name == "meal" else ""
        )
        params: dict[str, str | int] = {"name": name, "meal": meal}
        return Finding("unmet", Outcome.WARN, _TEMPLATES[occasion.name], params, (reading.span(match),))
    named = _when(reading, match)
    dated = [item.when for item in proof if item.when and item.kind == "touchpoint"]
    if named is None or len(dated) < len(proof) or _held(named[1], proof) or on_another_day(reading):
        return None
    last = max(dated)
    params = {"name": name, "when": named[0], "date": f"{last.day} {last:%B %Y}", "day": last.isoformat()}
    return Finding("unmet", Outcome.WARN, NOT_THEN, params, (reading.span(match),))


def _held(days: Days, proof: list[Evidence]) -> bool:
    return any(
        item.when is not None and days.hold(item.when, 0 if _kind(item) in _LOGGED else _WRITTEN)
        for item in proof
    )


_LOGGED = frozenset({"lunch", "meeting", "event", "call"})


def _kind(item: Evidence) -> str:
    return item.text.partition(":")[0].strip().casefold() if item.kind == "touchpoint" else ""


def _is_of_the_kind(item: Evidence, occasion: Occasion) -> bool:
    """Of such a kind, or in words that tell of such a thing as having been."""
    if _kind(item) in occasion.kinds:
        return True
    if _kind(item) in _LOGGED or item.kind not in ("touchpoint", "fact", "date"):
        return False
    return any(
        occasion.words.search(sentence) and not _UNSAID.search(sentence)
        for sentence in re.split(r"[.!?;\n]", item.text.partition(":")[2] if _kind(item) else item.text)
    )


def _looks_ahead(match: re.Match[str]) -> bool:
    """'After our lunch I will send it', 'shall we meet at the fair': a plan, unless it names a past day."""
    if not _PREPOSED.match(match.group()):
        return False
    text, (start, stop) = match.string, match.span()
    clause = re.split(r"[.!?\n]", text[max(0, start - 60) : start])[-1] + " "
    rest = re.split(r"[.!?\n]", text[stop : stop + 60])[0]
    return _AHEAD.search(clause + rest) is not None and not _PAST.search(clause + match.group() + rest)


_PAST = re.compile(r"(?<!\w)(?:yesterday|last|ago|this morning|the other)(?!\w)")


def _when(reading: Reading, match: re.Match[str]) -> tuple[str, Days] | None:
    """The time that is named in the claim, right after it or right before it."""
    today = reading.draft.today
    if today is None:
        return None
    text, (start, stop) = match.string, match.span()
    after = text[stop : stop + 60]
    cut = _BREAK.search(after)
    inside = text[start : stop + (cut.start() if cut else len(after))]
    before = text[max(0, start - 40) : start]
    said = next(_TIME.finditer(inside), None) or next(
        (found for found in _TIME.finditer(before) if _LEADS_IN.match(before[found.end() :])), None
    )
    days = past_days(said.group(), today) if said else None
    return (said.group()[:40], days) if said and days else None
