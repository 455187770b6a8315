"""The brief: one page before a call or a lunch, written from the record only."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from engagement.insights.brief.asking import Ask
from engagement.insights.brief.material import Material, material
from engagement.insights.brief.rules import worth_asking
from engagement.insights.brief.since import News, since
from engagement.insights.brief.source import Source, of_fact, of_portrait
from engagement.insights.brief.talks import Talk, talks
from engagement.insights.profile.ways import Ways, ways_to
from engagement.models import AdvocateRequest, Promise
from influencers.models import Fact, Membership
from influencers.saying import on_day, the_date

__all__ = ["Ask", "Brief", "Matter", "News", "Talk", "brief"]

# The page has to stay one page: what finds no room is counted.
OURS, THEIRS, REQUESTS, AVOID, KNOW = 3, 2, 2, 4, 4
MUCH = 12


@dataclass(frozen=True, slots=True)
class Matter:
    """A promise, a request or a fact: the words, what to know beside them, and where it stands."""

    words: str
    beside: str
    late: bool
    source: Source


@dataclass(frozen=True, slots=True)
class Brief:
    """What to know before one speaks with somebody. `left_out` is how many promises and requests found no room."""

    talks: tuple[Talk, ...]
    ours: tuple[Matter, ...]
    theirs: tuple[Matter, ...]
    requests: tuple[Matter, ...]
    left_out: int
    spoke: str
    spoke_exactly: str
    since: tuple[News, ...]
    avoid: tuple[Matter, ...]
    avoid_left_out: int
    know: tuple[Matter, ...]
    portraits: tuple[Matter, ...]
    ask: tuple[Ask, ...]
    ways: Ways

    @property
    def full(self) -> bool:
        """Whether there is so much that paper needs smaller letters."""
        lists = (self.ours, self.theirs, self.requests, self.since, self.avoid, self.know, self.portraits)
        return sum(len(one) for one in lists) > MUCH


def brief(member: Membership, now: dt.datetime) -> Brief:
    """Return the brief of a member, in seven statements."""
    known = material(member, now)
    ours, theirs = _promises(known, Promise.By.US), _promises(known, Promise.By.THEM)
    requests = [
        _request(wish, known) for wish in known.requests if wish.state != AdvocateRequest.State.ANSWERED
    ]
    news, avoid = since(known), _facts(known, Fact.Kind.AVOID)
    told = {one.source.pk for one in news if one.source.kind == "fact"}
    return Brief(
        talks=talks(known),
        ours=tuple(ours[:OURS]),
        theirs=tuple(theirs[:THEIRS]),
        requests=tuple(requests[:REQUESTS]),
        left_out=sum(
            max(len(rows) - room, 0) for rows, room in ((ours, OURS), (theirs, THEIRS), (requests, REQUESTS))
        ),
        spoke=on_day(known.spoke_on, known.today) if known.spoke_on else "",
        spoke_exactly=the_date(known.spoke_on, known.today) if known.spoke_on else "",
        since=news,
        avoid=avoid[:AVOID],
        avoid_left_out=max(len(avoid) - AVOID, 0),
        know=_facts(known, Fact.Kind.KNOW, Fact.Kind.WANTS, Fact.Kind.PERSON, told=told)[
            : KNOW - len(known.portraits)
        ],
        portraits=tuple(
            Matter(one.text, str(one.get_side_display()), False, of_portrait(one, known.today))
            for one in known.portraits
        ),
        ask=worth_asking(known),
        ways=ways_to(member, known.today),
    )


def _promises(known: Material, by: str) -> list[Matter]:
    return [
        Matter(
            promise.text, on_day(promise.due_on, known.today), promise.overdue_from <= known.today,
            Source("promise", promise.pk, promise.owner.first_name, the_date(promise.due_on, known.today)),
        )
        for promise in known.promises
        if promise.state == Promise.State.OPEN and promise.made_by == by
    ]  # fmt: skip


def _request(wish: AdvocateRequest, known: Material) -> Matter:
    source = Source("request", wish.pk, wish.owner.first_name, the_date(wish.asked_on, known.today))
    beside = str(wish.get_decision_display() or wish.get_state_display())
    return Matter(wish.words, beside, wish.overdue_from <= known.today, source)


def _facts(known: Material, *kinds: str, told: Collection[int] = ()) -> tuple[Matter, ...]:
    """Return facts of these kinds, but those that the page has told already."""
    facts = [fact for kind in kinds for fact in known.facts_of(kind) if fact.pk not in told]
    return tuple(Matter(fact.text, "", False, of_fact(fact, known.today)) for fact in facts)
