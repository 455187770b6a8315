"""Is it true? Familiarity that the record does not bear."""

import re
from collections.abc import Iterator

from engagement.personalization.claims import claims
from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.reading import Reading

STRANGERS = gettext_noop(
    "This sounds as if we knew %(name)s well, but nothing on record says that we ever spoke."
)

_FAMILIAR = re.compile(
    r"(?<!\w)(?:long time no (?:see|speak)|(?:my|our)? ?old friend|like old times|our last (?:chat"
    r"|call|conversation|meeting|talk)"
    r"|since we last (?:spoke|talked|met|chatted)|as (?:we|you and i) (?:discussed|talked about|agreed)"
    r"|(?:great|good|nice|lovely) to (?:catch up|see you again|hear from you again)|per our (?:conversation|call|chat)"
    r"|as you (?:told|mentioned to) (?:me|us)|you told (?:me|us))(?!\w)",
)
_SPOKEN = ("touchpoint", "their_words", "promise", "request")


def check(reading: Reading) -> Iterator[Finding]:
    """Warn of talk of earlier talks where there were none."""
    if not reading.draft.record_complete or any(item.kind in _SPOKEN for item in reading.draft.evidence):
        return
    match = next(claims(reading, _FAMILIAR), None)
    if match:
        yield Finding(
            "familiar",
            Outcome.WARN,
            STRANGERS,
            {"name": reading.draft.recipient.called},
            (reading.span(match),),
        )
