"""Is it new? Unfilled slots of a template, in any notation."""

import re
from collections.abc import Iterator

from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.message import Form
from engagement.personalization.reading import Reading

FORMS = (Form.MESSAGE, Form.NOTE)
ORDER = 10  # before what it was copied from: a slot is mended first
UNFILLED = gettext_noop("Still to be filled in: %(slot)s.")

# Every repetition is bounded and no two neighbors can match the same text: no input can make these slow.
_CERTAIN = re.compile(
    r"""
      \{\{[^{}\n]{0,80}\}\}                              # {{first_name}}
    | \{%[^{}\n]{0,80}%\}                                # {% name %}
    | \$?\{[a-z_][\w .'/-]{0,60}\}                       # {name}, ${name}
    | \*\|[^|\n]{1,60}\|\*                               # *|FNAME|*
    | \|\*[^|\n]{1,60}\*\|
    | <<[^<>\n]{1,60}>>                                  # <<name>>
    | \[\[[^\[\]\n]{1,60}\]\]                            # [[name]]
    | %%?[a-z]{1,30}(?:_[a-z]{1,30}){0,6}%%?(?!\w)       # %NAME%, %%first_name%%
    | (?<!\w)%[sd](?!\w) | %\([a-z_]{1,40}\)[sd]         # %s, %(name)s
    | (?<!\w)_{3,200}(?!\w)                              # ___
    | (?<!\w)\$[a-z]{1,20}_[a-z_]{1,30}                  # $first_name
    | (?<![\w.])\#[a-z]{1,20}_?(?:name)\#                # #name#
    """,
    re.X | re.I,
)
_SLOT_WORDS = (
    r"(?:insert|your|my|their|the|a|an|enter|add|mention|fill|name|first|last|full|recipient|company|brand|product|title|"
    r"topic|date|time|day|month|place|location|city|event|specific|relevant|position|role|job|project|handle|link|url|"
    r"email|e-mail|phone|address|amount|number|client|customer|contact|partner|creator|influencer|advocate|campaign|"
    r"detail|details|reason|example|quote|something|timeframe|deadline|post|video|niche|service|offer|price|code)"
)
# [FIRST NAME], [topic/opportunity], <insert vendor name>: brackets round the words slots are named with, or a name_with_underscores.
_BRACKETED = re.compile(
    r"\[([^\[\]\n]{1,60})\](?!\()|<([^<>\n]{1,60})>|⟨([^⟨⟩\n]{1,60})⟩|【([^【】\n]{1,60})】", re.I
)
_NAMED_LIKE_A_SLOT = re.compile(rf"(?<!\w){_SLOT_WORDS}(?:s|'s|’s)?(?!\w)|\w_\w", re.I)
_ASIDES = re.compile(
    r"(?:https?:|mailto:|www\.|/|!|sic\b|\.\.\.|…|edit\b|\d+\Z|x\Z|e-?mail protected|redacted|laugh|smil|grin|wink|"
    r"(?:b|i|u|p|br|em|strong|div|span|a|li|ul|ol|h\d|img|table|tr|td)(?:\s[^<>]{0,50})?/?\Z)",
    re.I,
)
# Words that say by themselves that something was to be put here.
_SPOKEN = re.compile(
    r"(?<!\w)(?:insert|enter|add|put|fill[ ]in)[ ](?:the[ ]|your[ ]|their[ ]|a[ ])?"
    r"(?:(?:first|last|full|company|brand|recipient'?s?|customer|product|event|advocate|influencer)[ ])?name[ ]here(?!\w)"
    r"|(?<!\w)(?:your|first|last|company|recipient)_name(?!\w)"
    r"|(?<!\w)(?:firstname|lastname|first_name|last_name|fname|lname|tbd_name)(?!\w)"
    r"|(?<!\w)lorem[ ]ipsum(?!\w)"
    r"|(?<!\w)(?:name|text|link|date|topic|insert)[ ]goes[ ]here(?!\w)",
    re.I,
)
# XXX where a word should stand: after an article, a preposition or a greeting. At the end it is kisses.
_CROSSES = re.compile(
    r"(?<!\w)(?:at|for|the|your|our|my|their|his|her|of|on|in|with|from|about|by|and|or|a|an|to|is|was|are|as|dear|hi|hey|"
    r"hello|called|named|than|via|since|until|between)[ ](x{3,6})(?=[ ]?[\w,.;:!?'’%()]|[ ]?[-–—])"
    r"|(?<!\w)(x{3,6})(?=[ ](?:here|goes|inc|ltd|team|project|company|name)(?!\w))"
    r"|(?<=[$€£])(x{2,6})(?!\w)|(?<!\w)(x{3,6})(?=%)",
    re.I,
)
_INSERT = re.compile(
    r"(?<!\w)(?:\(|\*{1,2}|_{1,2})(?:insert|enter|your|recipient|name of)[ ][^()*_\n]{1,50}(?:\)|\*{1,2}|_{1,2})",
    re.I,
)


def check(reading: Reading) -> Iterator[Finding]:
    """Refuse a text with slots nobody has filled in. Kisses ('xxx') at the end of a line are no slots."""
    spans = sorted({*_whole(reading.text), *_bracketed(reading.text), *_crosses(reading.text)})
    if spans:
        first = reading.text[slice(*spans[0])]
        yield Finding("placeholders", Outcome.BLOCK, UNFILLED, {"slot": first[:60]}, tuple(_apart(spans)))


def _whole(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_CERTAIN, _SPOKEN, _INSERT):
        yield from (match.span() for match in pattern.finditer(text))


def _bracketed(text: str) -> Iterator[tuple[int, int]]:
    for match in _BRACKETED.finditer(text):
        inside = (match[1] or match[2] or match[3] or match[4]).strip()
        if _NAMED_LIKE_A_SLOT.search(inside) and not _ASIDES.match(inside) and "@" not in inside:
            yield match.span()


def _crosses(text: str) -> Iterator[tuple[int, int]]:
    for match in _CROSSES.finditer(text):
        yield match.span(match.lastindex or 0)


def _apart(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans without those that lie inside one before."""
    end = -1
    for span in spans:
        if span[0] >= end:
            yield span
            end = span[1]
