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
_STATED = re.compile(
    r"(?:\(|\[|, |pronouns? (?:are |is |as |to |down as )?|goes by |go by )[\"']?"
    r"(?P<said>she|he|they) ?/ ?(?:her|hers|him|his|them|theirs)(?!\w)"
)
_QUOTES = "\"'“”‘’«»„"
_REACH = 20  # words after a name in which a pronoun is still theirs
_SENTENCE_ENDS = frozenset((".", "!", "?", "\n", "\n\n", "…"))


def check(reading: Reading) -> Iterator[Finding]:
    """Warn of pronouns in a note, of titles in a message, that are another gender's."""
    theirs = _theirs(reading.draft.recipient.pronouns)
    if not theirs:
        return
    if reading.draft.form is Form.NOTE:
        wrong = _in_note(reading, theirs)
    else:
        wrong = [*_in_greeting(reading, theirs), *_told_of(reading, theirs), *_in_brackets(reading, theirs)]
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


def _told_of(reading: Reading, theirs: frozenset[str]) -> Iterator[Word]:
    """'Robin takes a large, send it to her': told of in the third person, with nobody else named between."""
    wrong = frozenset().union(*(forms for name, forms in _PRONOUNS.items() if name not in theirs))
    right = frozenset().union(*(_PRONOUNS.get(name, frozenset()) for name in theirs))
    if "they" in theirs:
        right |= {"they", "them", "their", "theirs", "themself", "themselves"}
    words = reading.words
    for place, word in enumerate(words[:-1]):
        if not _is_named(reading, word) or not _is_told_of(reading, place):
            continue
        ends = 0
        for after in words[place + 1 : place + 1 + _REACH]:
            gap = reading.text[max(0, after.start - 4) : after.start]
            ends += after.break_before in _SENTENCE_ENDS
            if ends > (1 if _quoted(reading, word.start) else 0) or (ends and _closes(gap)):
                break
            if after.text in right or _somebody_else(reading, after):
                break
            if after.text in wrong:
                yield after
                break


def _is_named(reading: Reading, word: Word) -> bool:
    """Their name, or what is theirs: 'Robin', 'Robin's'."""
    return word.text in reading.names or (
        word.text.endswith("s")
        and word.text[:-1] in reading.names
        and re.search(r"['’]s\Z", reading.text[word.start : word.end]) is not None
    )


def _is_told_of(reading: Reading, place: int) -> bool:
    """Told of, not spoken to: the sentence goes on after the name, and no comma stands before it."""
    after, word = reading.words[place + 1], reading.words[place]
    spoken_to = (
        place == 0 or word.break_before in (",",) or reading.words[place - 1].text in lexicon.SALUTATIONS
    )
    return after.break_before in (" ", "") and not (spoken_to and not _quoted(reading, word.start))


def _quoted(reading: Reading, start: int) -> bool:
    """Whether a quotation, or what follows a colon, begins before this place in the same paragraph."""
    before = reading.text[max(0, start - 300) : start].rpartition("\n\n")[2]
    return re.search(r"(?:(?:\A|[\s(:])['\"“‘«„]|[“«„]|: )", before) is not None


def _closes(gap: str) -> bool:
    return any(sign in gap.rstrip() for sign in _QUOTES)


def _somebody_else(reading: Reading, word: Word) -> bool:
    """Another person: by what they are, or by a word in capitals amid a sentence."""
    if word.text in _OTHERS or word.text in reading.draft.other_names:
        return True
    written = reading.text[word.start : word.end]
    amid = word.break_before in (" ", "")
    return (
        amid
        and written[:1].isupper()
        and not written.isupper()
        and word.text not in reading.names
        and word.text not in lexicon.CALENDAR
        and word.text not in lexicon.FUNCTION
    )


def _in_brackets(reading: Reading, theirs: frozenset[str]) -> Iterator[Word]:
    """'Yusuf Demir (she/her)', 'your pronouns down as he/him'."""
    for match in reading.find(_STATED):
        if match["said"] in theirs:
            continue
        start = reading.span(match, "said")[0]
        before = [word for word in reading.words if word.end <= reading.span(match)[0] + 1][-1:]
        if (before and before[0].text in reading.names) or re.search(
            r"(?<!\w)your? (?:pronouns|go by)", match.string[max(0, match.start() - 40) : match.end()]
        ):
            yield from (word for word in reading.words if word.start == start)
