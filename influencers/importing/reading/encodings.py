"""In which encoding a text is, and which of its lines are in another one.

Guessing by letter statistics calls Windows-1252 files Windows-1250 and turns ñ into ń. So: a byte order mark,
else strict UTF-8, else Windows-1252, and people are told to look.
"""

import codecs
from dataclasses import dataclass, field

from influencers.importing.errors import FileRefused
from influencers.importing.messages import Code, Message

# The longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CHOICES = ("utf-8", "cp1252", "iso-8859-1", "iso-8859-2", "cp1250", "cp1251", "mac-roman", "utf-16")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and its encoding. `odd` says of some lines that they were in another one, `bad` that they are lost."""

    text: str
    encoding: str
    odd: dict[int, Message] = field(default_factory=dict)
    bad: dict[int, Message] = field(default_factory=dict)
    messages: tuple[Message, ...] = ()


def decode(data: bytes, encoding: str = "") -> Decoded:
    """Decode a file; raises FileRefused where it is in none of the encodings we know."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _certain(data[len(mark) :], name)
    if encoding:
        return _certain(data, encoding)
    if wide := _wide(data):
        return _certain(data, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _not_quite_utf8(data)


def _certain(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeDecodeError, LookupError) as problem:
        if encoding == "utf-8" and isinstance(problem, UnicodeDecodeError):
            return _line_by_line(data)
        raise FileRefused(Message(Code.UNKNOWN_ENCODING, encoding)) from problem


def _wide(data: bytes) -> str:
    """Recognize UTF-16 without a mark: every other byte of Latin text is NUL."""
    sample = data[:2000]
    if len(sample) < 4 or b"\x00" not in sample:
        return ""
    for name, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if zeros.count(0) > 0.4 * len(zeros):
            return name
    return ""


def _not_quite_utf8(data: bytes) -> Decoded:
    """Tell a file in Windows-1252 from one in UTF-8 with some lines that are not."""
    foreign = [line for line in data.splitlines() if not line.isascii()]
    fine = sum(1 for line in foreign if _is_utf8(line))
    if 4 * fine >= len(foreign) - fine:
        return _line_by_line(data)
    text, name = _single_byte(data)
    return Decoded(text, name, messages=(Message(Code.READ_AS_ENCODING, read_as=name),))


def _line_by_line(data: bytes) -> Decoded:
    texts: list[str] = []
    odd: dict[int, Message] = {}
    bad: dict[int, Message] = {}
    for number, line in enumerate(data.splitlines(keepends=True), start=1):
        if _is_utf8(line):
            texts.append(line.decode("utf-8"))
        elif _mixes(line):
            bad[number] = Message(Code.BAD_BYTES, line.decode("utf-8", "replace").strip())
            texts.append(line.decode("utf-8", "replace"))
        else:
            text, name = _single_byte(line)
            odd[number] = Message(Code.ROW_READ_AS_ENCODING, text.strip(), read_as=name)
            texts.append(text)
    return Decoded("".join(texts), "utf-8", odd, bad)


def _mixes(line: bytes) -> bool:
    """Whether the line is broken UTF-8 (a lone surrogate, a cut letter) rather than Windows-1252."""
    readable = line.decode("utf-8", "replace").replace("\ufffd", "")
    return _has_surrogate(line) or not readable.isascii()


def _has_surrogate(line: bytes) -> bool:
    try:
        line.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _single_byte(data: bytes) -> tuple[str, str]:
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        return data.decode("iso-8859-1"), "iso-8859-1"
