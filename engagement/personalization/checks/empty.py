"""Is there anything in it at all?"""

from collections.abc import Iterator

from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.message import Form
from engagement.personalization.reading import Reading

FORMS = (Form.MESSAGE, Form.NOTE)
NOTHING = gettext_noop("There is nothing in it yet.")


def check(reading: Reading) -> Iterator[Finding]:
    """Refuse words that hold no visible character."""
    if not reading.words and not any(char.isprintable() and not char.isspace() for char in reading.text):
        yield Finding("empty", Outcome.BLOCK, NOTHING)
