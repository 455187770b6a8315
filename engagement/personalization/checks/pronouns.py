"""Is it true? Pronouns, or a form of address, that are not theirs."""

import re
from collections.abc import Iterator

from engagement.personalization import lexicon
from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.message import Form
from engagement.personalization.reading import Reading
from engagement.personalization.text import Word

FORMS = (Form.MESSAGE, Form.NOTE)
NOT_THEIRS = gettext_noop("This says “%(word)s”, but %(name)s goes by %(pronouns)s.")

_PRONOUNS = {
    "she": frozenset({"she", "her", "hers", "herself", "shes"}),
    "he": frozenset({"he", "him", "his", "himself", "hes"}),
}
_TITLES = {
    "she": frozenset({"ms", "mrs", "miss", "madam", "maam", "frau", "madame", "senora", "signora"}),
    "he": frozenset({"mr", "sir", "herr", "monsieur", "senor", "signor"}),
}
_OTHERS = lexicon.words("others")


def check(reading: Reading) -> Iterator[Finding]:
    """Warn of pronouns in a note, of titles in a message, that are another gender's."""
    theirs = _theirs(reading.draft.recipient.pronouns)
    if not theirs:
        return
    wrong = _in_note(reading, theirs) if reading.draft.form is Form.NOTE else _in_greeting(reading, theirs)
    for word in wrong:
        params = {
            "word": reading.text[word.start : word.end][:40],
            "name": reading.draft.recipient.called,
            "pronouns": reading.draft.recipient.pronouns[:40],
        }
        yield Finding("pronouns", Outcome.WARN, NOT_THEIRS, params, ((word.start, word.end),))
        return


def _theirs(pronouns: str) -> frozenset[str]:
    """'she', 'he', 'they': those that are theirs; nothing where we cannot tell."""
    said = set(re.findall(r"[a-z]+", pronouns.casefold()))
    known = {name for name, forms in _PRONOUNS.items() if said & forms}
    return frozenset(known | ({"they"} if said & {"they", "them", "their"} else set()))


def _in_note(reading: Reading, theirs: frozenset[str]) -> list[Word]:
    if reading.draft.other_names or not _OTHERS.isdisjoint(reading.plain):
        return []
    right = frozenset().union(*(_PRONOUNS.get(name, frozenset()) for name in theirs))
    if not right.isdisjoint(reading.plain):  # theirs is there as well: the other may be anybody's
        return []
    wrong = frozenset().union(*(forms for name, forms in _PRONOUNS.items() if name not in theirs))
    return [word for word in reading.words if word.text in wrong]


def _in_greeting(reading: Reading, theirs: frozenset[str]) -> list[Word]:
    wrong = frozenset().union(*(forms for name, forms in _TITLES.items() if name not in theirs))
    return [
        word
        for word, after in zip(reading.words[:4], reading.words[1:5], strict=False)
        if word.text in wrong and after.text in reading.names
    ]
