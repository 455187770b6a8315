"""Is it true? A greeting that calls the recipient by somebody else's name."""

from collections.abc import Iterator

from engagement.personalization import lexicon
from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.reading import Reading
from engagement.personalization.text import Word, words_of

KNOWN = gettext_noop("This calls them %(called)s, but it is for %(name)s.")
UNKNOWN = gettext_noop("This greets “%(called)s”, but it is for %(name)s. Is that what they are called?")

SHORT_FORM = 3  # letters of a name that are enough to be a short form of it
_TWO_WORDS = {
    ("good", "morning"),
    ("good", "afternoon"),
    ("good", "evening"),
    ("guten", "tag"),
    ("guten", "morgen"),
    ("buenos", "dias"),
}
_NOT_NAMES = lexicon.GENERIC | lexicon.CALENDAR | lexicon.REPLY | lexicon.NO_NAMES
_SLOT_SIGNS = ("{", "[", "<", "%", "|", "_", "⟨", "【")
_AFTER_A_NAME = ",!.:;?\n"


def check(reading: Reading) -> Iterator[Finding]:
    """Block another known person's name in a greeting; ask about a name we do not know."""
    if not reading.names:
        return
    for called, greeted in _addressed(reading):
        if (
            _is_theirs(called.text, reading.names)
            or reading.text[max(0, called.start - 1) : called.start] in _SLOT_SIGNS
        ):
            continue
        known = called.text in _known(reading)
        if known or (greeted and called.text not in _NOT_NAMES and not called.slot):
            params = {
                "called": reading.text[called.start : called.end][:40],
                "name": reading.draft.recipient.called,
            }
            span = ((called.start, called.end),)
            yield Finding(
                "other_name",
                Outcome.BLOCK if known else Outcome.WARN,
                KNOWN if known else UNKNOWN,
                params,
                span,
            )
            return


def _addressed(reading: Reading) -> Iterator[tuple[Word, bool]]:
    """The words in the places where a name is called out; and whether it was a greeting at the very start."""
    words = reading.words
    for place, word in enumerate(words):
        before = words[place - 1].text if place else ""
        after = words[place + 1].break_before if place + 1 < len(words) else _ending(reading.text, word)
        closed = (after[:1] in _AFTER_A_NAME and after != "") or after == "end"
        starts = place > 0 and (place == 1 or words[place - 1].break_before in (".", "!", "?", "\n", "\n\n"))
        pair = tuple(earlier.text for earlier in words[max(0, place - 2) : place])
        if word.break_before == " " and starts and before in lexicon.SALUTATIONS:
            yield word, place == 1 and closed
        elif (
            word.break_before == " "
            and ((pair in _TWO_WORDS and place == 2) or (before in lexicon.THANKS and closed))
        ) or (closed and (place == 0 or word.break_before == ",")):
            yield word, False


def _ending(text: str, word: Word) -> str:
    rest = text[word.end :].strip()
    return next((char for char in rest if char in _AFTER_A_NAME), "end")


def _known(reading: Reading) -> frozenset[str]:
    return frozenset(word.text for name in reading.draft.other_names for word in words_of(name)[:1])


def _is_theirs(called: str, names: frozenset[str]) -> bool:
    """Their name, or a short or long form of it: Alex for Alexandra, Sammie for Sam."""
    if called in names:
        return True
    pairs = (sorted((called, name), key=len) for name in names)
    return any(len(short) >= SHORT_FORM and long.startswith(short) for short, long in pairs)
