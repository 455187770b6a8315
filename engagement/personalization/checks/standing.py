"""Is it true? A role or a perk that is not on record."""

import re
from collections.abc import Iterator

from engagement.personalization.claims import claims, on_record
from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.reading import Reading

NO_ROLE = gettext_noop("This speaks of %(name)s as “%(what)s”, but no such role is on record.")
NO_PERK = gettext_noop("This speaks of “%(what)s”, but %(name)s has been given none on record.")

_ROLES = "ambassador|advocate|moderator|speaker|beta tester|reviewer|host|mentor|judge"
_ROLE = re.compile(
    rf"(?<!\w)(?:(?:as|being) (?:our|one of our)|you'?re (?:an?|our|one of our)|you are (?:an?|our|one of our)) "
    rf"(?:\w{{1,20}} )?(?P<ours>{_ROLES})s?(?!\w)"
    rf"|(?<!\w)(?:as|being) an? (?P<theirs>{_ROLES}),? you(?!\w)"
)
_PERK = re.compile(
    r"(?<!\w)your (?:\w{1,20} )?(?P<perk>discount(?: code)?|early access|review sample|sample|free subscription|"
    r"gift card|voucher|license|licence|vip pass|invitation)(?!\w)"
)


def check(reading: Reading) -> Iterator[Finding]:
    """Warn of a role or a perk they do not have."""
    if reading.draft.record_complete:
        for pattern, template in ((_ROLE, NO_ROLE), (_PERK, NO_PERK)):
            yield from _unrecorded(reading, pattern, template)


def _unrecorded(reading: Reading, pattern: re.Pattern[str], template: str) -> Iterator[Finding]:
    match = next(claims(reading, pattern), None)
    if match is None or match.lastgroup is None:
        return
    what = match[match.lastgroup]
    if not any(what.split()[-1] in item.text.casefold() for item in on_record(reading)):
        params = {"name": reading.draft.recipient.called, "what": what}
        yield Finding("standing", Outcome.WARN, template, params, (reading.span(match, match.lastgroup),))
