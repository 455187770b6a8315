"""Where something in a brief stands on record: nothing is said without it."""

import datetime as dt
from dataclasses import dataclass

from engagement.insights.speaking import exchange
from engagement.models import Participation
from influencers.models import Fact, Membership, Portrait
from influencers.saying import the_date


@dataclass(frozen=True, slots=True)
class Source:
    """A row of the record in words. `kind` says which page shows it, `pk` which row, `when` its day."""

    kind: str
    pk: int
    label: str
    when: str


def of_touch(part: Participation, member: Membership, today: dt.date) -> Source:
    """Return an exchange as a source: who spoke, and when."""
    touch = part.touchpoint
    day = member.program.today(part.happened_at)
    return Source("touchpoint", touch.pk, exchange(touch, member.advocate.called), the_date(day, today))


def of_fact(fact: Fact, today: dt.date) -> Source:
    """Return what we learned as a source: from where, by whom, and when."""
    who = fact.learned_by.first_name if fact.learned_by else ""
    return Source("fact", fact.pk, fact.source or who, the_date(fact.learned_on, today))


def of_portrait(portrait: Portrait, today: dt.date) -> Source:
    """Return a description as a source: how we know, and since when."""
    return Source("portrait", portrait.pk, portrait.source, the_date(portrait.written_on, today))
