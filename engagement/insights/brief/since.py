"""What changed since we last spoke: learned, settled, decided, given, agreed."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import formats
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from engagement.insights.brief.material import Material
from engagement.insights.brief.source import Source, of_fact
from engagement.models import AdvocateRequest, Promise
from influencers.models import Fact
from influencers.saying import quoted, the_date

MOST = 6


@dataclass(frozen=True, slots=True)
class News:
    """Something that is otherwise than when we last spoke."""

    day: dt.date
    what: str
    words: str
    source: Source


def since(known: Material) -> tuple[News, ...]:
    """Return what changed after the day on which we last spoke, the newest first."""
    if known.spoke_on is None:
        return ()
    found = [*_learned(known), *_settled(known), *_decided(known), *_given(known)]
    return tuple(sorted(found, key=lambda one: one.day, reverse=True)[:MOST])


def _learned(known: Material) -> Iterator[News]:
    for fact in known.facts:
        new = known.spoke_on and fact.learned_on > known.spoke_on
        if new and fact.kind != Fact.Kind.AVOID:  # that stands on top, new or not
            yield News(fact.learned_on, _("Learned"), fact.text, of_fact(fact, known.today))


def _settled(known: Material) -> Iterator[News]:
    for promise in known.promises:
        if promise.settled_at is None:
            continue
        day = known.member.program.today(promise.settled_at)
        ours = promise.made_by == Promise.By.US
        if promise.state == Promise.State.KEPT:
            what = _("We kept our promise") if ours else _("They kept their promise")
        else:
            what = _("We broke a promise") if ours else _("They broke a promise")
        made_good = _("Made good: %(how)s") % {"how": promise.made_good} if promise.made_good else ""
        words = " · ".join(filter(None, [promise.text, made_good]))
        yield News(day, what, words, _on_record("promise", promise.pk, day, known))


def _decided(known: Material) -> Iterator[News]:
    for wish in known.requests:
        if wish.decided_at is None or known.spoke_at is None or wish.decided_at <= known.spoke_at:
            continue
        day = known.member.program.today(wish.decided_at)
        told = (
            _("answered")
            if wish.state == AdvocateRequest.State.ANSWERED
            else _("decided, they do not know yet")
        )
        what = _("%(decision)s (%(told)s)") % {"decision": wish.get_decision_display(), "told": told}
        yield News(day, what, quoted(wish.words, 120), _on_record("request", wish.pk, day, known))


def _given(known: Material) -> Iterator[News]:
    called = {
        "grant": _("They were given"), "role": _("Their role"), "vouch": _("Somebody vouched for them"),
        "term": _("A new term, until"),
    }  # fmt: skip
    for what, text, day in known.news:
        ends = parse_date(text) if what == "term" else None
        words = formats.date_format(ends, "DATE_FORMAT") if ends else text
        shown = quoted(words, 120) if what == "vouch" else words
        yield News(day, called[what], shown, _on_record("people", known.member.pk, day, known))


def _on_record(kind: str, pk: int, day: dt.date, known: Material) -> Source:
    return Source(kind, pk, "", the_date(day, known.today))
