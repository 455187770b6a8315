"""What is known about a few people at once: their last words, what they want, what we owe them. One statement each."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, Count, IntegerField, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast, Concat

from engagement.models import AdvocateRequest, Participation, Promise, Touchpoint
from influencers.models import Account, Fact, Membership, Program, RotationDecision
from influencers.often import OftenAmong

YEAR = dt.timedelta(days=365)
# What sentences are made of: people's rows are wide, and reading all of them takes longer than finding them.
NAMES = ("name", "nickname")
MEMBER = (
    "program", "status", "joined_on", "come_from", "review_on", "term_ends_on", "decide_by", "answer_due_on",
    "last_touch_at", "last_live_at", "role__title", "advocate__birthday", *(f"advocate__{name}" for name in NAMES),
    *(f"owner__{name}" for name in NAMES),
)  # fmt: skip
WORDS = (
    "program", "kind", "direction", "channel", "standing", "happened_at", "words",
    *(f"{who}__{name}" for who in ("author", "logged_by", "recipient__advocate") for name in NAMES),
)  # fmt: skip


@dataclass(slots=True)
class Known:
    """A member, and what a sentence about them is made of."""

    member: Membership
    said_last_id: int = 0
    said_last: Touchpoint | None = None
    gave: int = 0  # touches of the last year in which they took part
    audience: int = 0  # followers on their largest account
    wants: str = ""  # what they want now, in our words
    dated: str = ""  # the next thing with a date
    dated_on: dt.date | None = None
    expired: str = ""  # what waits longest to be confirmed
    expired_on: dt.date | None = None
    # By id, for the reason that is about one of them; shared between the people of a page.
    promises: dict[int, Promise] = field(default_factory=dict)
    requests: dict[int, AdvocateRequest] = field(default_factory=dict)
    decisions: dict[int, RotationDecision] = field(default_factory=dict)

    @property
    def called(self) -> str:
        """What we call them."""
        return self.member.advocate.called


def members(program: Program, ids: Collection[int], now: dt.datetime) -> dict[int, Known]:
    """Return these members by id, with owner, role and tier, and the figures that tell quiet people from loud ones."""
    rows: Any = _members(ids, since=now - YEAR, day=program.today(now))
    found = {}
    for row in rows:
        row.program = program
        found[row.pk] = Known(
            row, row.last_words or 0, gave=row.gave or 0, audience=row.audience or 0, wants=row.wants or "",
            dated=(row.dated or "")[10:], dated_on=_day_of(row.dated), expired=(row.expired or "")[10:],
            expired_on=_day_of(row.expired),
        )  # fmt: skip
    return found


def _day_of(both: str | None) -> dt.date | None:
    return dt.date.fromisoformat(both[:10]) if both else None


def words(program: Program, ids: Collection[int]) -> dict[int, Touchpoint]:
    """Return these touchpoints by id, with who wrote and to whom."""
    found = {row.pk: row for row in _words(ids)}
    for row in found.values():
        row.program = program
    return found


def decisions(ids: Collection[int]) -> dict[int, RotationDecision]:
    """Return these rotation decisions by id, with who released them and who tells them."""
    if not ids:
        return {}
    rows = RotationDecision.objects.filter(pk__in=ids).select_related("released_by", "teller")
    return {row.pk: row for row in rows}


def last_words() -> QuerySet[Participation]:
    """Return a member's parts in touches with words, the newest first, for a subquery over memberships."""
    mine = Participation.objects.filter(membership=OuterRef("pk")).exclude(touchpoint__words="")
    return mine.order_by("-happened_at", "-touchpoint")


def _their_part() -> QuerySet[Participation]:
    return Participation.objects.filter(
        membership=OuterRef("pk"), touchpoint__direction__in=["in", "both"]
    ).order_by()


def _count(rows: QuerySet[Any]) -> Subquery:
    counted = rows.values("membership").annotate(n=Count("pk")).values("n")
    return Subquery(counted, output_field=IntegerField())


def _largest(accounts: QuerySet[Account]) -> QuerySet[Account, Any]:
    return accounts.order_by().values("advocate").annotate(most=Max("followers")).values("most")


def _wants(day: dt.date) -> QuerySet[Fact, Any]:
    wishes = Fact.objects.filter(membership=OuterRef("pk"), kind=Fact.Kind.WANTS).true_on(day)
    return wishes.order_by("-learned_on", "-pk").values("text")[:1]


def _dated(day: dt.date) -> QuerySet[Fact, Any]:
    """The next thing with a date."""
    coming = Fact.objects.filter(membership=OuterRef("pk"), on_date__gte=day).true_on(day)
    return coming.order_by("on_date", "pk").values(both=_behind("on_date"))[:1]


def _expired(day: dt.date) -> QuerySet[Fact, Any]:
    gone = Fact.objects.filter(membership=OuterRef("pk")).expired_on(day)
    return gone.order_by("expires_on", "pk").values(both=_behind("expires_on"))[:1]


def _behind(day: str) -> Concat:
    """The day of a fact, and right behind it its words."""
    return Concat(Cast(day, CharField()), "text", output_field=CharField())


def _with_figures(ids: list[int], since: dt.datetime, day: dt.date) -> QuerySet[Membership]:
    return (
        Membership.objects.filter(pk__in=ids)
        .select_related("advocate", "owner", "role")
        .only(*MEMBER)
        .annotate(
            last_words=Subquery(last_words().values("touchpoint")[:1]),
            gave=_count(_their_part().filter(happened_at__gte=since)),
            wants=Subquery(_wants(day)),
            dated=Subquery(_dated(day)),
            expired=Subquery(_expired(day)),
            audience=Subquery(_largest(Account.objects.filter(advocate=OuterRef("advocate")))),
        )
    )


_members = OftenAmong(_with_figures)
_words = OftenAmong(
    lambda ids: (
        Touchpoint.objects.filter(pk__in=ids)
        .select_related("author", "logged_by", "recipient__advocate")
        .only(*WORDS)
    )
)
