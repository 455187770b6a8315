"""Reading whom it was with. Who that may be, a `PeopleFinder` knows."""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from engagement.quicklog.chips import PersonChip, PersonMatch, Span
from engagement.quicklog.text import Text


class PeopleFinder(Protocol):
    """Knows people by handle, nickname, first name, full name or e-mail address."""

    def find(self, token: str) -> Sequence[PersonMatch]:
        """Everybody the token may mean; a handle comes with its '@'."""
        ...


NAMES_WITHIN = 240  # bare names are looked for at the start of the line only: '@' works everywhere
LONGEST_NAME = 3
MAX_HANDLES = 20
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
HANDLE = re.compile(r"(?<![\w@])@\w(?:[\w.\-]*\w)?(?:@\w(?:[\w.\-]*\w)?)?")
NAME = re.compile(r"[^\W\d_](?:[\w'-]*\w)?")
NAME_STARTS = re.compile(r"(?<![^\W\d_])[^\W\d_]")
POSSESSIVE = re.compile(r"'s$")
GAP = re.compile(r"[ ]+")

# Words that are also somebody's name count as one only when they are capitalized.
ALSO_NAMES = (
    "art angel april august autumn bill chase dawn drew faith frank gene grace grant guy hope hunter iris "
    "jack joy june lily mark max may olive page pat peach precious ray rich river rob rose ruby sky star "
    "sue summer sunny tom will "
)
SMALL_WORDS = (
    "a about after all also am an and as at be before but by can could did do dont for from get got had "
    "has have he her here him his how i if in is it its just likes looking loved loves me my no not now "
    "of off ok on or our out over she so said says some than that the their them then there they this to "
    "too up us very want wants was we were what when who why wish with would yes you your everyone "
    "everybody team als an auch auf aus bei das dem den der die ein eine einem einen er es für haben hat "
    "ich ihr ihm ihnen im ist mein meine mit nach nicht noch oder sein sie sich über und unser unsere uns "
    "vom von war wir zu zum zur "
)
NO_NAMES = frozenset(SMALL_WORDS.split())
NO_SMALL_NAMES = NO_NAMES | frozenset(ALSO_NAMES.split()) - {"tom", "max", "jack"}


def lookups(line: str) -> tuple[str, ...]:
    """All tokens `parse` may ask a finder for, so that one can answer from a single query."""
    text = Text.of(line)
    starts = (match.start() for match in NAME_STARTS.finditer(text.plain, 0, NAMES_WITHIN))
    bare = [name for pos in starts for name, _ in names_at(text, pos)]
    marked = [text.line[slice(*match.span())] for match in HANDLE.finditer(text.plain)][:MAX_HANDLES]
    mails = [text.line[slice(*match.span())] for match in EMAIL.finditer(text.plain, 0, NAMES_WITHIN)]
    return tuple(dict.fromkeys([*marked, *mails, *bare]))


def names_at(text: Text, pos: int) -> Iterator[tuple[str, int]]:
    """The names that may stand here, with where they end, the longest first."""
    ends: list[int] = []
    while len(ends) < LONGEST_NAME and pos < NAMES_WITHIN:
        match = NAME.match(text.plain, ends[-1] + 1 if ends else pos)
        if match is None or not _may_be_a_name(text.line[slice(*match.span())]):
            break
        ends.append(match.end() - (2 if POSSESSIVE.search(match[0]) else 0))
        if ends[-1] < match.end() or text.plain[match.end() : match.end() + 1] != " ":
            break
    for end in reversed(ends):
        yield text.line[pos:end], end


def _may_be_a_name(word: str) -> bool:
    small = word.lower()
    return small not in (NO_SMALL_NAMES if word[0].islower() else NO_NAMES)


def read_handle(text: Text, pos: int, people: PeopleFinder) -> PersonChip | None:
    """An '@handle', or an e-mail address, known or not."""
    match = HANDLE.match(text.plain, pos) or EMAIL.match(text.plain, pos)
    if match is None:
        return None
    token = text.line[slice(*match.span())]
    is_handle = token.startswith("@")
    found = tuple(people.find(token)) or (tuple(people.find(token[1:])) if is_handle else ())
    return PersonChip(Span(*match.span()), token.removeprefix("@"), found, handle=is_handle)


def read_known_name(text: Text, pos: int, people: PeopleFinder) -> PersonChip | None:
    """A name somebody we know goes by, the longest that fits."""
    for name, end in names_at(text, pos):
        if found := tuple(people.find(name)):
            return PersonChip(Span(pos, end), name, found)
    return None


def read_full_name(text: Text, pos: int, people: PeopleFinder) -> PersonChip | None:
    """A name of which only the first word is known, 'Zoe Klein': perhaps another Zoe. Asked about, not guessed."""
    full = next((name for name in names_at(text, pos) if _capitalized(name[0])), ("", pos))
    first, *others = full[0].split() or [""]
    if (
        not others
        or people.find(full[0])
        or people.find(others[0])
        or not (known := tuple(people.find(first)))
    ):
        return None
    return PersonChip(Span(pos, full[1]), full[0], known, doubtful=True)


def read_new_name(text: Text, pos: int, *, small: bool) -> PersonChip | None:
    """A name nobody we know goes by; in small letters only where the place in the line speaks for it."""
    names = [name for name in names_at(text, pos) if _capitalized(name[0])]
    if not names and small:
        names = list(names_at(text, pos))[-1:]
    return PersonChip(Span(pos, names[0][1]), names[0][0]) if names else None


def _capitalized(name: str) -> bool:
    return all(word[0].isupper() for word in name.split())
