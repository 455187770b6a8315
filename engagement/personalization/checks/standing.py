"""Is it true? A role or a perk that is not on record."""

import re
from collections.abc import Iterator

from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.reading import Reading

NO_ROLE = gettext_noop("This speaks of %(name)s as “%(what)s”, but no such role is on record.")
NO_PERK = gettext_noop("This speaks of “%(what)s”, but %(name)s has been given none on record.")

_ROLE = re.compile(
    r"(?<!\w)(?:as|being|you'?re|you are|youre) (?:an?|our|one of our) (?:\w{1,20} )?"
    r"(ambassador|advocate|moderator|speaker|beta tester|reviewer|host|mentor|judge)s?(?!\w)",
)
_PERK = re.compile(
    r"(?<!\w)your (?:\w{1,20} )?(discount(?: code)?|early access|review sample|sample"
    r"|free subscription|gift card|voucher|"
    r"license|licence|vip pass|invitation)(?!\w)",
)


def check(reading: Reading) -> Iterator[Finding]:
    """Warn of a role or a perk they do not have."""
    if not reading.draft.record_complete:
        return
    for pattern, kinds, template in (
        (_ROLE, ("role",), NO_ROLE),
        (_PERK, ("perk", "request", "promise"), NO_PERK),
    ):
        match = next(reading.find(pattern), None)
        if match and not _on_record(reading, match[1], kinds):
            params = {"name": reading.draft.recipient.called, "what": match[1].lower()}
            yield Finding("standing", Outcome.WARN, template, params, (reading.span(match, 1),))


def _on_record(reading: Reading, what: str, kinds: tuple[str, ...]) -> bool:
    """Any evidence of the kind will do for a role or perk named in other words; elsewhere the word must stand."""
    last = what.split()[-1].lower()
    return any(last in item.text.lower() for item in reading.draft.evidence) or (
        kinds == ("role",)
        and any(item.kind == "role" and "ambassador" in what.lower() for item in reading.draft.evidence)
    )
