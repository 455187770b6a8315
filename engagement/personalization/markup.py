"""Seeing through HTML in a message: what a mail program would not show is not there, and no tag parts a word."""

import html
import re
from collections.abc import Iterator
from functools import lru_cache

# Names only of elements: '<name>' and '<3' are no tags, and an unfilled slot stays one.
_INLINE = (
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong"
    "|sub|sup|tt|u|var|wbr"
)
_BLOCK = (
    "address|article|blockquote|body|br|center|dd|div|dl|dt|figure|footer|h[1-6]|head|header|hr|html|img|li|main|nav"
    "|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
_UNSHOWN = (
    r"display ?: ?none|visibility ?: ?hidden|font-size ?: ?0|opacity ?: ?0(?![.\d])|mso-hide"
    r"|(?<=\s)hidden(?![-\w])"
)
# Where something begins that is not shown; it ends with its closing tag. Repetitions are bounded.
_UNREAD = re.compile(r"<(?P<name>style|script|title|template|noscript)(?:\s[^<>]{0,500})?>")
_HIDDEN = re.compile(
    rf"<(?P<name>span|div|p|font|b|i|em|strong|td|small|a|section)\s[^<>]{{0,500}}?(?:{_UNSHOWN})[^<>]{{0,500}}>"
)
_TAG = re.compile(
    rf"</?(?P<inline>{_INLINE})(?:\s[^<>]{{0,500}})?/?>|</?(?:{_BLOCK})(?:\s[^<>]{{0,500}})?/?>"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,31}\d{0,2});")


Cut = tuple[int, int, str]  # from, up to, what is read instead


def shown(text: str) -> tuple[str, list[int]] | None:
    """What is shown of a lower-case text, and where each character of it stood; None where there is no markup."""
    if "<" not in text and "&" not in text:
        return None
    cuts = sorted(_cuts(text), key=lambda cut: (cut[0], -cut[1]))  # of two that begin here, the longer
    if not cuts:
        return None
    kept: list[str] = []
    places: list[int] = []
    at = 0
    for start, stop, instead in cuts:
        if start < at:  # inside what is cut already
            continue
        kept.append(text[at:start])
        places.extend(range(at, start))
        kept.append(instead)
        places.extend([start] * len(instead))
        at = stop
    kept.append(text[at:])
    places.extend(range(at, len(text)))
    return "".join(kept), places


def _cuts(text: str) -> Iterator[Cut]:
    """Yield what is not shown as it stands."""
    if "<" in text:
        yield from _comments(text)
        for pattern in (_UNREAD, _HIDDEN):
            yield from _hidden(text, pattern)
        yield from ((*match.span(), "" if match["inline"] else "\n") for match in _TAG.finditer(text))
    if "&" in text:
        found = ((*match.span(), _character(match.group())) for match in _ENTITY.finditer(text))
        yield from (cut for cut in found if text[cut[0] : cut[1]] != cut[2])


def _comments(text: str) -> Iterator[Cut]:
    start = text.find("<!--")
    while start >= 0 and (stop := text.find("-->", start)) >= 0:
        yield start, stop + 3, ""
        start = text.find("<!--", stop)


def _hidden(text: str, pattern: re.Pattern[str]) -> Iterator[Cut]:
    """Yield hidden elements; where one is never closed, its own tag."""
    unclosed: set[str] = set()
    for match in pattern.finditer(text):
        name, stop = match["name"], -1
        if name not in unclosed:
            stop = text.find(f"</{name}", match.end())
            stop = text.find(">", stop) if stop >= 0 else -1
            if stop < 0:
                unclosed.add(name)
        yield match.start(), stop + 1 if stop >= 0 else match.end(), ""


@lru_cache(maxsize=1_000)
def _character(entity: str) -> str:
    return html.unescape(entity)
