"""Promises: 'promised a sample by Fri', 'I'll send photos', 'Muster bis Freitag versprochen'."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engagement.quicklog.chips import PersonChip, PromiseChip, Span
from engagement.quicklog.clauses import find_due, with_what_follows, without
from engagement.quicklog.language import Owes
from engagement.quicklog.pieces import Reader

DOES = (
    "send|share|post|bring|let|get|introduce|forward|write|call|phone|check|confirm|deliver|film|"
    "record|review|ask|mail|email|tell|give|ship|drop|invite|organize|organise|arrange|prepare|"
    "follow|come back|reply|answer|set up|publish|mention|look into|find out|sort|fix|make sure|add|"
    "book|pay|return|draft|sign|connect|show"
)
MACHT = (
    "schick|send|bring|meld|liefer|kümmer|stell|teil|schreib|ruf|frag|prüf|klär|lad|gib|gebe|zeig|post|dreh|film|"
    "bestätig|organisier|besorg|leit"
)
WHO = r"(?:(?P<we>i|we|ich|wir)|(?P<they>she|he|they|sie|er)|(?P<who>@?[^\W\d_][\w.'-]*))"
AUX = r"(?:\s+(?:have|has|had|hat|haben|habe|also|just|kindly|again|even))*"
GAVE_WORD = r"(?:promised|promise|versprach|versprochen|zugesagt)"
US, THEM = r"(?:us|me|uns|mir)", r"(?:her|him|them|ihr|ihm|ihnen|@[\w.-]+)"
TO = rf"(?:\s+(?:(?P<to_us>{US})|(?P<to_them>{THEM}))\b)?"

PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{WHO}{AUX}\s+)?{GAVE_WORD}:?{TO}\s*(?:that|to have|dass|:)?\s*(?P<text>.*)",
        rf"{WHO}(?:'ll|\s+will|\s+shall|\s+(?:am |is |are )?(?:gonna|going to))\s+(?P<text>(?:{DOES})\b.*)",
        r"(?P<we>i|we)(?:'ll|\s+will|'m going to|'re going to)\s+(?P<text>(?!be\b).+)",
        rf"(?:will|gonna|going to)\s+(?P<text>(?:{DOES})\b.*)",
        rf"(?P<we>(?:i |we )?owe){TO}\s+(?P<text>.+)",
        rf"(?:{WHO}\s+)?(?:werden|werde|wird)\s+(?P<text>.+)",
        rf"{WHO}\s+(?P<text>(?:{MACHT})\w*\s.+)",
        r"(?P<text>(?:schick|liefer|bring|besorg)(?:e|en)\s.+)",
        rf"(?:{WHO}\s+(?:hat|haben|habe)\b{TO}\s*)(?P<text>.+?)\s+(?:versprochen|zugesagt)",
        rf"(?:{TO}\s*)(?P<text>.+?)\s+(?:versprochen|zugesagt)",
    )
)
ONE_OF_US = re.compile(r"(?:our|my|mein|unser)\b")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words a clause may be, when it names nobody."""

    owes: Owes
    owner: str


def find_promise(
    reader: Reader, clause: Span, rest: Sequence[Span], people: Sequence[PersonChip], before: Speaker | None
) -> PromiseChip | None:
    """The promise a clause makes, if it makes one."""
    plain = reader.text.plain
    for pattern in PATTERNS:
        match = pattern.fullmatch(plain, clause.start, clause.end)
        speaker = _speaker(reader, match, people, before) if match else None
        if match and speaker:
            return _chip(reader, clause, list(rest), match, speaker)
    return None


def _chip(
    reader: Reader, clause: Span, rest: list[Span], match: re.Match[str], speaker: Speaker
) -> PromiseChip:
    said = clause
    whole = with_what_follows(reader.text, clause, rest)
    due = find_due(reader.text, whole, reader.today)
    start = match.start("text")
    if start < said.end and match.end("text") < clause.end:  # the verb stands at the end, as in German
        said = Span(clause.start, match.end("text"))
        text = without(reader.text, said, due, start)
    else:
        text = without(reader.text, whole, due, start)
    sure = bool(
        _group(match, "we") or _group(match, "they") or _group(match, "who") or _group(match, "to_us")
    )
    return PromiseChip(
        span=whole,
        text=text or whole.of(reader.text.line),
        owes=speaker.owes,
        owner=speaker.owner,
        due_options=due.options if due else (),
        due_span=due.span if due else None,
        sure=sure or bool(_group(match, "to_them")),
    )


def _group(match: re.Match[str], name: str) -> str | None:
    return match[name] if name in match.re.groupindex else None


def _speaker(
    reader: Reader, match: re.Match[str], people: Sequence[PersonChip], before: Speaker | None
) -> Speaker | None:
    """Who gave the word; none when the clause's subject is nobody we know."""
    we, they, who = (_group(match, name) for name in ("we", "they", "who"))
    ours, theirs = Speaker(Owes.WE, reader.me), Speaker(Owes.THEY, only_name(people))
    if we:
        return ours
    if they:
        return theirs
    if who:
        return _named(who.removeprefix("@"), people, reader.me)
    if _group(match, "to_us"):
        return theirs
    return (before if before and not _group(match, "to_them") else None) or ours


def only_name(people: Sequence[PersonChip]) -> str:
    """The one participant's name; empty when there are several."""
    return _name(people[0]) if len(people) == 1 else ""


def _name(person: PersonChip) -> str:
    return person.candidates[0].name if len(person.candidates) == 1 else person.token


def _named(word: str, people: Sequence[PersonChip], me: str) -> Speaker | None:
    """The participant, or the writer, who goes by a word."""
    if word in (name.lower() for name in me.split()):
        return Speaker(Owes.WE, me)
    for person in people:
        names = [person.token, *(candidate.name for candidate in person.candidates)]
        if any(word == part.lower() for name in names for part in (name, *name.split())):
            return Speaker(Owes.THEY, _name(person))
    return None
