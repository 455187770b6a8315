"""The header and the rows of an export."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Max, QuerySet
from django.db.models.functions import Length

from influencers.actions.imports import tickets
from influencers.importing.formulas import guard
from influencers.importing.own.columns import (
    ABOUT_MEMBERSHIP,
    FACTS,
    LISTS,
    MARK,
    NOTES,
    OTHER_COLUMNS,
    SEPARATOR,
    platform_headers,
)
from influencers.models import Account, Advocate, ContactPoint, Membership

AT_ONCE = 500
# A cell of a spreadsheet holds 32,767 letters; longer notes go on in further columns.
CELL = 32_000
Cell = str | int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns that these members need, and the members themselves, fetched only when rows are asked for."""

    members: QuerySet[Membership]
    platforms: tuple[str, ...]
    notes: int

    @property
    def header(self) -> list[str]:
        """Return the titles of the columns."""
        titles = [MARK, *FACTS, *LISTS]
        for platform in self.platforms:
            titles += platform_headers(platform)
        titles += ABOUT_MEMBERSHIP
        titles += [NOTES if number == 1 else f"{NOTES} {number}" for number in range(1, self.notes + 1)]
        return [*titles, OTHER_COLUMNS]

    def rows(self) -> Iterator[list[Cell]]:
        """Yield a row for each member, in the order of the list, a few hundred in memory at a time."""
        members = self.members.select_related("advocate", "role", "tier", "owner", "program")
        members = members.prefetch_related("advocate__accounts", "advocate__contact_points")
        for member in members.iterator(chunk_size=AT_ONCE):
            yield [guard(cell) if isinstance(cell, str) else cell for cell in self._cells(member)]

    def _cells(self, member: Membership) -> Iterator[Cell]:
        advocate = member.advocate
        yield tickets.write(advocate.pk)
        for field in FACTS.values():
            yield str(getattr(advocate, field.value))
        points = list(advocate.contact_points.all())
        yield SEPARATOR.join(point.value for point in points if point.kind == ContactPoint.Kind.EMAIL)
        yield SEPARATOR.join(point.value for point in points if point.kind == ContactPoint.Kind.PHONE)
        yield SEPARATOR.join(str(tag) for tag in advocate.tags)
        yield from _accounts(list(advocate.accounts.all()), self.platforms)
        yield from _membership(member)
        yield from self._notes(advocate.notes)
        yield json.dumps(advocate.extra, ensure_ascii=False) if advocate.extra else ""

    def _notes(self, notes: str) -> Iterator[str]:
        for number in range(self.notes):
            yield notes[number * CELL : (number + 1) * CELL]


def sheet_of(members: QuerySet[Membership]) -> Sheet:
    """Return the export of a list of members. Two statements; the rows come when they are asked for."""
    people = Advocate.objects.filter(pk__in=members.order_by().values("advocate"))
    found = (
        Account.objects.filter(advocate__in=people).order_by().values_list("platform", flat=True).distinct()
    )
    longest = people.aggregate(longest=Max(Length("notes")))["longest"] or 0
    order = list(Account.Platform.values)
    return Sheet(members, tuple(sorted(found, key=order.index)), max(1, -(-longest // CELL)))


def _accounts(accounts: Sequence[Account], platforms: Sequence[str]) -> Iterator[Cell]:
    """Yield handles, followers and addresses of each platform; several stand in one cell, in the same order."""
    by_platform: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        by_platform[account.platform].append(account)
    for platform in platforms:
        rows = by_platform[platform]
        counts = ["" if row.followers is None else str(row.followers) for row in rows]
        yield SEPARATOR.join(row.handle for row in rows)
        yield int(counts[0]) if len(counts) == 1 and counts[0] else _joined(counts)
        yield _joined([row.url for row in rows])


def _joined(texts: Sequence[str]) -> str:
    """Join texts in their order; nothing at all if all are empty."""
    return SEPARATOR.join(texts) if any(texts) else ""


def _membership(member: Membership) -> Iterator[Cell]:
    """Yield what people want to read of the membership, as ABOUT_MEMBERSHIP names it."""
    spoken = member.last_touch_at
    yield str(member.get_status_display())
    yield str(member.role or "")
    yield str(member.tier or "")
    yield str(member.owner or "")
    yield member.joined_on.isoformat() if member.joined_on else ""
    yield member.ended_on.isoformat() if member.ended_on else ""
    yield member.program.today(spoken).isoformat() if spoken else ""
