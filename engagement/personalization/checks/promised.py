"""Is it true? 'As promised', but nothing was."""

import re
from collections.abc import Iterator

from engagement.personalization.claims import claims, on_record
from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.reading import Reading

NO_PROMISE = gettext_noop("This says that something was promised, but no promise to %(name)s is on record.")

_PROMISED = re.compile(
    r"(?<!\w)(?:as|like) (?:i|we)? ?promised(?!\w)|(?<!\w)(?:the|that|your|a) (?:\w{1,20} )?(?:i"
    r"|we)(?:'d| had)? promised(?!\w)"
    r"|(?<!\w)(?:i|we) promised (?:you|to)(?!\w)|(?<!\w)(?:here|this) is the promised(?!\w)",
)
_BORNE_OUT = re.compile(r"(?<!\w)promis", re.I)


def check(reading: Reading) -> Iterator[Finding]:
    """Warn of a promise that is not on record."""
    if not reading.draft.record_complete:
        return
    match = next(claims(reading, _PROMISED), None)
    if match and not any(
        item.kind == "promise" or _BORNE_OUT.search(item.text) for item in on_record(reading)
    ):
        yield Finding(
            "promised",
            Outcome.WARN,
            NO_PROMISE,
            {"name": reading.draft.recipient.called},
            (reading.span(match),),
        )
