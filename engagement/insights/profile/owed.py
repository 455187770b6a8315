"""What we owe, what they owe, and what they ask: promises and requests that are open, in one statement."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, Value

from engagement.models import AdvocateRequest, Promise
from influencers.models import Membership
from influencers.often import Often
from influencers.saying import on_day, the_date

COLUMNS = ("what", "pk", "words", "side", "due_on", "overdue_from", "owner__name", "owner__nickname")


@dataclass(frozen=True, slots=True)
class Owed:
    """An open promise or request. `side` is us or them for a promise, the state for a request."""

    pk: int
    words: str
    side: str
    when: str
    title: str
    late: bool
    who: str


@dataclass(frozen=True, slots=True)
class Open:
    """What is open between us."""

    ours: tuple[Owed, ...]
    theirs: tuple[Owed, ...]
    requests: tuple[Owed, ...]


def open_between(member: Membership, today: dt.date) -> Open:
    """Return the open promises of both sides and the requests that wait, the next due first."""
    found: dict[str, list[Owed]] = {"us": [], "them": [], "request": []}
    for what, pk, words, side, due_on, overdue_from, name, nickname in _open(member=member.pk):
        found[side if what == "promise" else "request"].append(
            Owed(pk, words, side, on_day(due_on, today), the_date(due_on, today), overdue_from <= today,
                 nickname or name.split(" ")[0])
        )  # fmt: skip
    return Open(tuple(found["us"]), tuple(found["them"]), tuple(found["request"]))


def _written(member: int) -> Any:
    promises: Any = Promise.objects.open().filter(membership=member).order_by()
    wishes: Any = AdvocateRequest.objects.waiting().filter(membership=member).order_by()
    of_promises = promises.annotate(what=_name("promise"), words=F("text"), side=F("made_by"))
    of_wishes = wishes.annotate(what=_name("request"), side=F("state"))
    both = of_promises.values_list(*COLUMNS).union(of_wishes.values_list(*COLUMNS), all=True)
    return both.order_by("due_on", "pk")


_open = Often(_written)


def _name(what: str) -> Value:
    return Value(what, output_field=CharField())
