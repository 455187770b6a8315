"""Is it new? Unfilled slots of a template, in any notation."""

import re
from collections.abc import Iterator

from engagement.personalization import lexicon
from engagement.personalization.findings import Finding, Outcome, Spans, gettext_noop
from engagement.personalization.message import Form
from engagement.personalization.reading import Reading

FORMS = (Form.MESSAGE, Form.NOTE)
ORDER = 10  # before what it was copied from: a slot is mended first
UNFILLED = gettext_noop("Still to be filled in: %(slot)s.")

# Every repetition is bounded and no two neighbors match the same text: no input can make these slow.
_NOTATIONS = re.compile(
    r"""
      \{\{[^{}\n]{0,80}\}\}                            # {{first_name}}
    | \{%[^{}\n]{0,80}%\}                              # {% name %}
    | \$?\{[a-z_][\w .'/-]{0,60}\}                     # {name}, ${name}
    | \*\|[^|\n]{1,60}\|\*                             # *|FNAME|*
    | \|\*[^|\n]{1,60}\*\|
    | <<[^<>\n]{1,60}>>                                # <<name>>
    | \[\[(?!\s?rewrite\s?:)[^\[\]\n]{1,60}\]\]        # [[name]]
    | (?<![\w%])%%?[a-z]{2,30}(?:_[a-z]{1,30}){0,6}%%?(?<=%)(?!\w)   # %NAME%, %%first_name%%
    | (?<![\w%])%[sd](?!\w) | %\([a-z_]{1,40}\)[sd]    # %s, %(name)s
    | (?<!\w)_{3,200}(?!\w)                            # ___
    | (?<=\ )\.{10,200}(?!\w)                          # a dotted line to write on
    | (?<!\w)(?:dd?([/.-])mm?\1yy(?:yy)?|mm?([/.-])dd?\2yy(?:yy)?|yyyy-mm-dd)(?!\w)   # dd/mm/yyyy
    | (?<!\w)\$[a-z]{1,20}_[a-z_]{1,30}                # $first_name
    | (?<![\w.])\#[a-z_]{0,20}name\#                   # #name#
    | (?<!\w)-\w{0,20}name-(?!\w)                      # -FIRSTNAME-
    """,
    re.X,
)
_BRACKETED = re.compile(
    r"\[(?P<square>[^\[\]\n]{1,60})\](?!\()|<(?P<angle>[^<>\n]{1,60})>|⟨(?P<long>[^⟨⟩\n]{1,60})⟩|【(?P<thick>[^【】\n]{1,60})】"
    r"|(?<!\w)(?:\(|\*{1,2}|_{1,2})"
    r"(?P<told>(?:insert|enter) [^()*_\n]{1,50}|(?:your|recipient) (?:\w{1,20} )?name)(?:\)|\*{1,2}|_{1,2})"
)
_SLOT_WORDS = frozenset(lexicon.words("slots"))
_JOINED = re.compile(r"[a-z0-9]_[a-z0-9]")
_ASIDES = re.compile(
    r"rewrite\s?:|https?:|3\b|mailto:|www\.|/|!|sic\b|\.\.\.|…|edit\b|\d+\Z|x\Z|redacted|laugh|smil|grin|wink|"
    r"(?:b|i|u|p|br|em|strong|div|span|a|li|ul|ol|h\d|img|table|tr|td)(?:\s[^<>]{0,50})?/?\Z"
)
# Words that say by themselves that something was to be put here.
_SPOKEN = re.compile(
    r"(?<!\w)(?:insert|enter|add|put|fill in) (?:(?:the|your|their|a|an) )?(?:\w{1,20} ){0,2}(?:name"
    r"|handle|topic|link|date|detail|details) here(?!\w)"
    r"|(?<!\w)(?:your|my|first|last|full|company|recipient|brand|creator|influencer)_name(?!\w)"
    r"|(?<!\w)(?:firstname|lastname|fname|lname)(?!\w)|(?<!\w)lorem ipsum(?!\w)"
    r"|(?<!\w)(?:name|text|link|date|topic|insert) goes here(?!\w)|(?<!\w)\(name\)"
    r"|(?<!\w)xyz here(?!\w)|(?<!\w)insert here(?!\w)"
)
# XXX or XYZ where a word should stand: after an article, a preposition or a greeting. At the end it is kisses.
_BEFORE = "at|for|the|your|our|my|their|his|her|of|on|in|with|from|about|by|a|an|to|dear|hi|hey|hello"
"|called|named|than|via|since|until|between"
_CROSSES = re.compile(
    rf"(?<!\w)(?:{_BEFORE}) (?P<mid>x{{3,6}}|xyz)(?= ?[\w,.;:!?'’%()]| ?[-–—])"
    r"|(?<!\w)(?P<front>x{3,6}|xyz)(?= (?:here|goes|inc|ltd|team|project|company|name)(?!\w))"
    r"|(?<=[$€£])(?P<money>x{2,6})(?!\w)|(?<!\w)(?P<percent>x{2,6})(?=%)"
)


def check(reading: Reading) -> Iterator[Finding]:
    """Refuse a text with slots nobody has filled in. Kisses ('xxx') at the end of a line are no slots."""
    spans = _apart(sorted({*_whole(reading), *_bracketed(reading), *_crosses(reading)}))
    if spans:
        slot = reading.text[slice(*spans[0])][:60]
        yield Finding("placeholders", Outcome.BLOCK, UNFILLED, {"slot": slot}, spans)


def _whole(reading: Reading) -> Iterator[tuple[int, int]]:
    for pattern in (_NOTATIONS, _SPOKEN):
        yield from (reading.span(match) for match in reading.find(pattern))


def _bracketed(reading: Reading) -> Iterator[tuple[int, int]]:
    for match in reading.find(_BRACKETED):
        inside = match[match.lastgroup or 0].strip()
        if "@" not in inside and not _ASIDES.match(inside) and _names_a_slot(inside):
            yield reading.span(match)


def _names_a_slot(inside: str) -> bool:
    """[FIRST NAME], [topic/opportunity], <insert vendor name>, <your_name>: called as slots are called."""
    return _JOINED.search(inside) is not None or not _SLOT_WORDS.isdisjoint(re.findall(r"[a-z]+", inside))


def _crosses(reading: Reading) -> Iterator[tuple[int, int]]:
    for match in reading.find(_CROSSES):
        yield reading.span(match, match.lastgroup or 0)


def _apart(spans: list[tuple[int, int]]) -> Spans:
    """The spans without those that begin inside one before."""
    apart: list[tuple[int, int]] = []
    for span in spans:
        if not apart or span[0] >= apart[-1][1]:
            apart.append(span)
    return tuple(apart)
