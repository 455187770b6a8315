"""What they want of us: 'asked for a sample', 'wants to meet the designer', 'braucht das Logo bis Montag'."""

import re
from collections.abc import Sequence

from engagement.quicklog.chips import AskChip, Span
from engagement.quicklog.clauses import find_due, with_what_follows, without
from engagement.quicklog.pieces import Reader

THEY = r"(?:she|he|they|sie|er|@?[^\W\d_][\w.'-]*(?:\s+and\s+@?[^\W\d_][\w.'-]*)?)"
ADVERBS = r"(?:also|really|just|still|badly|urgently|even|auch|noch|dringend|gern|gerne)"
PATTERNS = tuple(
    re.compile(rf"(?:(?P<subject>{THEY})(?:\s+(?:is|are|was|were))?\s+)?(?:{ADVERBS}\s+)*(?:{pattern})")
    for pattern in (
        r"(?:asked|asks|asking|ask)(?:\s+(?:us|me))?\s+(?:for|if|whether)\s+(?P<text>.+)",
        r"(?:wants|wanted|needs|needed|requests|requested|hopes for|hoping for|wishes for)\s+(?P<text>.+)",
        r"(?:would like|would love|'d like|'d love)\s+(?P<text>.+)",
        r"(?:fragt|fragte|bat|bittet)(?:\s+(?:uns|mich))?\s+(?:nach|um|ob)\s+(?P<text>.+)",
        r"(?:möchten?|wünscht sich|wünschen sich|braucht|brauchen)\s+(?P<text>.+)",
        r"(?:hätten? gerne?|würden? gerne?)\s+(?P<text>.+)",
    )
)
CONTRACTED = re.compile(r"(?P<subject>she|he|they)'d\s+(?:like|love)\s+(?P<text>.+)")
PLURAL = re.compile(r"(?P<subject>they)\s+(?:\w+ly\s+)?(?:want|need)\s+(?P<text>.+)")
GERMAN_WILL = re.compile(r"(?P<subject>sie|er)\s+(?:will|wollen|wollte)\s+(?P<text>.+)")
OURS = frozenset(
    {"i", "we", "ich", "wir", "you", "nobody", "who", "what", "it", "that", "this", "which", "press"}
)


def find_ask(reader: Reader, clause: Span, rest: Sequence[Span]) -> AskChip | None:
    """The wish a clause tells of, if it tells of one of theirs."""
    for pattern in (CONTRACTED, PLURAL, GERMAN_WILL, *PATTERNS):
        match = pattern.fullmatch(reader.text.plain, clause.start, clause.end)
        if match and match["subject"] not in OURS:
            return _chip(reader, clause, list(rest), match.start("text"))
    return None


def _chip(reader: Reader, clause: Span, rest: list[Span], start: int) -> AskChip:
    whole = with_what_follows(reader.text, clause, rest)
    due = find_due(reader.text, whole, reader.today)
    text = without(reader.text, whole, due, start)
    return AskChip(
        span=whole,
        text=text or whole.of(reader.text.line),
        due_options=due.options if due else (),
        due_span=due.span if due else None,
    )
