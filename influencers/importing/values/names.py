"""Names of people."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from influencers.importing.limits import MAX_NAME
from influencers.importing.messages import Code, Message
from influencers.importing.values.text import hides_letters, is_spreadsheet_error, one_line, without_nul
from influencers.importing.values.wordlists import words

# What stands after a comma without being a first name.
_AFTER = words(
    "jr sr i ii iii iv md m.d phd ph.d dr prof mba msc m.sc bsc b.sc ma ba esq cpa cfa pmp rn dds dvm jd "
    "llm inc ltd llc gmbh ag kg co corp ceo cto cmo coo founder usa uk dipl.-ing dipl mag"
)
_WORD = r"[^\W\d_](?:[^\W\d_]|[.'’\-])*"
_LAST_FIRST = re.compile(rf"({_WORD}(?: {_WORD}){{0,2}}), ({_WORD}(?: {_WORD})?)")


# A letter that was lost before the file was made: ?ukasz, Zo\ufffd.
_LOST = re.compile(r"\ufffd|(?<!\S)\?+(?=[^\W\d_])|(?<=[^\W\d_])\?+(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Name:
    """A name, and where it had to be cut, the whole of it."""

    text: str
    whole: str = ""
    messages: tuple[Message, ...] = ()


def read_name(text: str, *, last_first: bool = False) -> Name:
    """Read a name: one line, composed, without hidden letters. `last_first` reads `Lin, Priya` as Priya Lin."""
    name = one_line(text)
    messages = []
    if is_spreadsheet_error(name):
        return Name("", messages=(Message(Code.NAME_IS_AN_ERROR, name),))
    if "\x00" in text:
        messages.append(Message(Code.NUL_REMOVED, name))
    if hides_letters(text):
        messages.append(Message(Code.INVISIBLE_REMOVED, name))
    if last_first and (turned := first_name_first(name)) != name:
        messages.append(Message(Code.NAME_TURNED, name, read_as=turned))
        name = turned
    if _LOST.search(name):
        messages.append(Message(Code.NAME_LOST_LETTERS, name))
    if not re.sub(r"[\u200c-\u200f\ufe00-\ufe0f\s]", "", name):
        return Name("", messages=tuple(messages))
    if len(name) > MAX_NAME:
        messages.append(Message(Code.NAME_SHORTENED, name, read_as=str(MAX_NAME)))
        return Name(name[:MAX_NAME].strip(), without_nul(text), tuple(messages))
    return Name(name, messages=tuple(messages))


def first_name_first(name: str) -> str:
    """Return `Priya Lin` for `Lin, Priya`; anything that may be something else stays as it is."""
    found = _LAST_FIRST.fullmatch(name)
    if found is None or found[2].rstrip(".").casefold() in _AFTER or found[2].startswith("The "):
        return name
    if not (found[1][:1].isupper() and found[2][:1].isupper()):
        return name
    return f"{found[2]} {found[1]}"


def writes_last_names_first(cells: Sequence[str]) -> bool:
    """Whether a column has the habit of `Lin, Priya`: one such name alone may be an artist's (Tyler, The Creator)."""
    names = [name for cell in cells if (name := one_line(cell))]
    turned = sum(1 for name in names if first_name_first(name) != name)
    return turned > 1 and turned >= 0.05 * len(names)


def name_key(name: str) -> str:
    """Return what is equal for two ways to write the same name."""
    return one_line(name).casefold()
