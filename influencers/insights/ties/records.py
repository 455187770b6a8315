"""Ties between people of a program, read from vouches and connections: two statements however many there are."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from influencers.models import Connection, Membership, Program, Vouch

MOST = 5_000  # of each kind; beyond that nobody looks at a drawing
KINDS = dict(Connection.Kind.choices)


@dataclass(frozen=True, slots=True)
class Show:
    """Which ties are asked for."""

    vouches: bool = True
    connections: bool = True
    gone: bool = False  # withdrawn and ended ones too


@dataclass(frozen=True, slots=True)
class Tie:
    """A vouch of `one` (None: of the colleague `colleague`) for `other`, or that they know each other."""

    kind: str
    one: int | None
    other: int
    colleague: str
    words: str
    how: str
    given_on: dt.date | None
    checked: str
    checked_on: dt.date | None
    gone_on: dt.date | None
    gone_because: str
    apart: bool = False

    @property
    def is_vouch(self) -> bool:
        """Whether somebody gives their word."""
        return self.kind == "vouch"


def ties(program: Program, show: Show, day: dt.date, among: Collection[int] | None = None) -> list[Tie]:
    """Return the ties of a program; with `among` those that touch one of these memberships."""
    found: list[Tie] = []
    if show.vouches:
        found += map(_vouch, _vouches(program, show, day, among))
    if show.connections:
        found += map(_connection, _connections(program, show, among))
    return found


def neighbors(member: Membership, show: Show, day: dt.date) -> set[int]:
    """Return who is one step away from a member, and they themselves; one statement."""
    me = [member.pk]
    pairs = [
        _vouches(member.program, show, day, me).values_list("by_membership", "membership"),
        _connections(member.program, show, me).values_list("membership", "other"),
    ]
    asked = [
        one.order_by() for one, wanted in zip(pairs, (show.vouches, show.connections), strict=True) if wanted
    ]
    rows = asked[0].union(*asked[1:]) if asked else []
    return {member.pk} | {pk for row in rows for pk in row if pk is not None}


def _vouches(program: Program, show: Show, day: dt.date, among: Collection[int] | None) -> QuerySet[Vouch]:
    rows = Vouch.objects.filter(membership__program=program)
    rows = rows if show.gone else rows.standing_on(day)
    if among is not None:
        rows = rows.filter(Q(membership__in=among) | Q(by_membership__in=among))
    people = ("by_user", "checked_by")
    return (
        rows.select_related(*people).order_by("pk")[:MOST] if among is None else rows.select_related(*people)
    )


def _connections(program: Program, show: Show, among: Collection[int] | None) -> QuerySet[Connection]:
    rows = Connection.objects.filter(membership__program=program)
    rows = rows if show.gone else rows.standing()
    if among is not None:
        return rows.filter(Q(membership__in=among) | Q(other__in=among))
    return rows.order_by("pk")[:MOST]


def _vouch(row: Any) -> Tie:
    return Tie(
        kind="vouch", one=row.by_membership_id, other=row.membership_id, colleague=str(row.by_user or ""),
        words=row.words, how=row.how_known, given_on=row.given_on, checked=str(row.checked_by or ""),
        checked_on=row.checked_on, gone_on=row.withdrawn_on, gone_because=row.withdrawn_because,
    )  # fmt: skip


def _connection(row: Any) -> Tie:
    return Tie(
        kind="connection", one=row.membership_id, other=row.other_id, colleague="",
        words=str(KINDS.get(row.kind, _("Know each other"))), how=row.how, given_on=None, checked="",
        checked_on=None, gone_on=row.ended_on, gone_because=row.ended_because,
        apart=row.kind == Connection.Kind.RIVAL,
    )  # fmt: skip
