"""Is it new? Words the company has sent before, to somebody else or to them."""

from collections.abc import Iterator

from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.matching import Match, best_match
from engagement.personalization.reading import Reading

NAMED_ON = gettext_noop("%(percent)d %% of this was sent to %(name)s on %(date)s.")
NAMED = gettext_noop("%(percent)d %% of this was sent to %(name)s before.")
SOMEBODY_ON = gettext_noop("%(percent)d %% of this was sent to somebody else on %(date)s.")
SOMEBODY = gettext_noop("%(percent)d %% of this was sent to somebody else before.")
THEM_ON = gettext_noop("%(percent)d %% of this was sent to %(name)s already, on %(date)s.")
THEM = gettext_noop("%(percent)d %% of this was sent to %(name)s already.")
ELSEWHERE = gettext_noop("%(percent)d %% of this was sent in another program.")
REWORDED = gettext_noop("This is a message sent to %(name)s before, reworded.")
REWORDED_SOMEBODY = gettext_noop("This is a message sent to somebody else before, reworded.")
REWORDED_ELSEWHERE = gettext_noop("This is a message sent in another program, reworded.")


def check(reading: Reading) -> Iterator[Finding]:
    """Measure the draft against the earlier messages most like it; say what the worst of them says."""
    if not reading.digest:
        return
    match = best_match(reading)
    if match is not None and match.outcome is not Outcome.PASS:
        template, hidden = _templates(match, reading)
        yield Finding(
            "already_sent",
            match.outcome,
            template,
            _params(match, reading),
            match.spans,
            (match.past,),
            hidden,
        )


def _templates(match: Match, reading: Reading) -> tuple[str, str]:
    past = match.past
    if match.reworded:
        named = REWORDED if past.recipient_name else REWORDED_SOMEBODY
        return (named if past.visible else REWORDED_ELSEWHERE), REWORDED_ELSEWHERE
    if not past.visible:
        return ELSEWHERE, ELSEWHERE
    same = past.recipient_id == reading.draft.recipient.id
    dated, bare = (
        (THEM_ON, THEM) if same else (NAMED_ON, NAMED) if past.recipient_name else (SOMEBODY_ON, SOMEBODY)
    )
    return (dated if past.sent_on else bare), ELSEWHERE


def _params(match: Match, reading: Reading) -> dict[str, str | int]:
    params: dict[str, str | int] = {"percent": match.percent}
    if match.past.visible:
        params["name"] = match.past.recipient_name or reading.draft.recipient.called
        if match.past.sent_on:
            params["date"] = f"{match.past.sent_on.day} {match.past.sent_on:%B}"
            params["day"] = match.past.sent_on.isoformat()
    return params
