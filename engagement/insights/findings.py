"""What the personal check found, ready to be read: the sentence, the words it means, the evidence; no score."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _

from engagement.models import Touchpoint
from engagement.personalization.findings import Finding, Outcome, Verdict
from engagement.personalization.message import Evidence, PastMessage
from influencers.models import Program
from influencers.saying import quoted

TONES = {Outcome.BLOCK: "bad", Outcome.WARN: "warn", Outcome.PASS: "good"}
AROUND = 40  # characters shown on both sides of the words that are meant
MOST_EXCERPTS = 3
MOST_PROOFS = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an excerpt; `marked` if these are the words that are meant."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words that are meant, in their surroundings; `start` and `end` are the place of the first in the whole."""

    parts: tuple[Part, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Proof:
    """What a finding rests on. `url` is empty where there is nothing to open."""

    source: str
    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """One finding for a page."""

    check: str
    tone: str
    sentence: str
    excerpts: tuple[Excerpt, ...]
    proofs: tuple[Proof, ...]


def shown(verdict: Verdict, words: str, programs: QuerySet[Program], here: str) -> list[ShownFinding]:
    """Return the findings as a reader of these programs may see them, gravest first; `here` is the page's program."""
    return _seen(verdict, words, _slugs(verdict.findings, programs), here)


def shown_in(touches: Sequence[Touchpoint], programs: QuerySet[Program]) -> dict[int, list[ShownFinding]]:
    """Return what was found in each stored message when it was checked; one statement for all of them."""
    verdicts = {touch.pk: (touch.words, _stored(touch)) for touch in touches}
    slugs = _slugs([found for _words, verdict in verdicts.values() for found in verdict.findings], programs)
    here = {touch.pk: touch.program.slug for touch in touches}
    return {pk: _seen(verdict, words, slugs, here[pk]) for pk, (words, verdict) in verdicts.items()}


def _stored(touch: Touchpoint) -> Verdict:
    return Verdict.of([Finding.from_dict(data) for data in touch.findings], touch.check_version)


def _seen(verdict: Verdict, words: str, slugs: Mapping[str, str], here: str) -> list[ShownFinding]:
    seen = verdict.as_seen_by(lambda past_id: past_id in slugs)
    return [_shown(finding, words, slugs, here) for finding in seen.findings]


def _slugs(findings: Iterable[Finding], programs: QuerySet[Program]) -> dict[str, str]:
    """The program of each earlier message the reader may open, by the message's id."""
    past = [item for finding in findings for item in finding.evidence if isinstance(item, PastMessage)]
    ids = {item.id for item in past if item.id}
    if not ids:
        return {}
    rows = Touchpoint.objects.filter(pk__in=ids, program__in=programs).values_list("pk", "program__slug")
    return {str(pk): slug for pk, slug in rows}


def _shown(finding: Finding, words: str, slugs: Mapping[str, str], here: str) -> ShownFinding:
    proofs = dict.fromkeys(proof for item in finding.evidence if (proof := _proof(item, slugs, here)))
    return ShownFinding(
        check=finding.check,
        tone=TONES[finding.severity],
        sentence=sentence_of(finding),
        excerpts=_excerpts(words, finding.spans),
        proofs=tuple(proofs)[:MOST_PROOFS],
    )


def sentence_of(finding: Finding) -> str:
    """Return the finding in the reader's language, its date and its weekdays as they write them."""
    params = dict(finding.params)
    if isinstance(day := params.get("day"), str):
        params["date"] = formats.date_format(dt.date.fromisoformat(day), "DATE_FORMAT")
    params |= {name: _(str(params[name])) for name in ("weekday", "right") if name in params}
    sentence = _(finding.template)
    return sentence % params if params else sentence.replace("%%", "%")


def _excerpts(words: str, spans: Iterable[tuple[int, int]]) -> tuple[Excerpt, ...]:
    """Spans that stand close together share an excerpt."""
    groups: list[list[tuple[int, int]]] = []
    for start, end in sorted((start, end) for start, end in spans if start < end):
        if groups and start - groups[-1][-1][1] < 2 * AROUND:
            groups[-1].append((start, end))
        else:
            groups.append([(start, end)])
    return tuple(_excerpt(words, group) for group in groups[:MOST_EXCERPTS])


def _excerpt(words: str, spans: list[tuple[int, int]]) -> Excerpt:
    at = max(0, spans[0][0] - AROUND)
    parts = [Part("…")] if at else []
    for start, end in spans:
        parts += [Part(words[at:start]), Part(words[max(at, start) : end], marked=True)]
        at = max(at, end)
    last = min(len(words), at + AROUND)
    parts += [Part(words[at:last]), Part("…" if last < len(words) else "")]
    return Excerpt(tuple(part for part in parts if part.text), *spans[0])


def _proof(item: Evidence | PastMessage, slugs: Mapping[str, str], here: str) -> Proof | None:
    if isinstance(item, Evidence):
        when = formats.date_format(item.when, "DATE_FORMAT") if item.when else ""
        kind, _colon, pk = item.ref.partition(":")
        url = (
            reverse("engagement:touchpoint", args=[here, pk])
            if kind == "touchpoint" and pk.isdecimal()
            else ""
        )
        return Proof(when, quoted(item.text), url)
    if not item.visible:
        return Proof(_("Sent in another program"), "")
    source = (
        _("To %(name)s") % {"name": item.recipient_name} if item.recipient_name else _("To somebody else")
    )
    when = formats.date_format(item.sent_on, "DATE_FORMAT") if item.sent_on else ""
    parts = [part for part in (source, when, item.sender) if part]
    url = reverse("engagement:touchpoint", args=[slugs[item.id], item.id]) if item.id in slugs else ""
    return Proof(" · ".join(parts), quoted(item.words) if item.words else "", url)
