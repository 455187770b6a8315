"""People, their memberships and the ways to reach them."""

from collections.abc import Sequence
from typing import Any

from influencers.actions.advocates import names_of
from influencers.actions.bulk import SIZE, Pen, chunks
from influencers.actions.imports.changes import Changes
from influencers.actions.imports.known import Known
from influencers.actions.imports.plan import PlannedRow
from influencers.actions.imports.somebody import Somebody
from influencers.models import Advocate, ContactPoint, Membership, Program

DERIVED = ("sort_name", "first_key", "search_text")
Undo = dict[int, dict[str, Any]]


def write_people(program: Program, rows: Sequence[PlannedRow], undo: Undo, pen: Pen) -> None:
    """Add the new, change the changed; afterwards every row's somebody is known."""
    new: list[Advocate] = []
    changed: list[Advocate] = []
    only_found_differently: list[Advocate] = []
    fields: set[str] = set()
    for row in rows:
        somebody = _somebody(row)
        if somebody.known is None:
            somebody.known = Known(Advocate())
            new.append(somebody.known.advocate)
            undo[row.line]["new"] = True
        elif before := _before(somebody.known.advocate, row.changes):
            undo[row.line]["before"] = before
            fields |= set(before)
            changed.append(somebody.known.advocate)
        else:
            only_found_differently.append(somebody.known.advocate)
        _set(somebody.known, row.changes, pen)
    pen.add(new)
    pen.change(changed, [*sorted(fields), "version", "updated_at", *DERIVED] if changed else [])
    Advocate.objects.bulk_update(only_found_differently, DERIVED, batch_size=SIZE)
    _write_memberships(program, new, changed, pen)
    _write_contacts(rows, undo, pen)


def _somebody(row: PlannedRow) -> Somebody:
    if row.somebody is None:
        raise ValueError(row.line)  # only rows that are somebody have changes
    return row.somebody


def _before(advocate: Advocate, changes: Changes) -> dict[str, Any]:
    """Return the person's own fields that change, as they are."""
    before: dict[str, Any] = {name: pair[0] for name, pair in changes.facts.items()}
    if changes.tags:
        before["tags"] = list(advocate.tags)
    if changes.extra:
        before["extra"] = dict(advocate.extra)
    return before


def _set(known: Known, changes: Changes, pen: Pen) -> None:
    advocate = known.advocate
    for name, (_before_it, after) in changes.facts.items():
        setattr(advocate, name, after)
    if changes.tags:
        advocate.tags = changes.tags[1]
    if changes.extra:
        advocate.extra = advocate.extra | {
            title: after for title, (_before_it, after) in changes.extra.items()
        }
    if advocate.pk and (changes.facts or changes.tags or changes.extra):
        advocate.version += 1
        advocate.updated_at = pen.now
    handles = [account.handle for account in known.accounts.values()] + [
        row.handle for row in changes.accounts
    ]
    contacts = [*known.emails.values(), *known.phones.values()]
    set_index(advocate, handles, contacts + changes.emails + changes.phones)


def set_index(advocate: Advocate, handles: list[str], contacts: list[str]) -> None:
    """Set what a person is sorted by and found by, without saving."""
    advocate.sort_name, advocate.search_text = names_of(advocate, handles, contacts)
    advocate.first_key = advocate.sort_name.split(" ")[0]


def _write_memberships(program: Program, new: list[Advocate], changed: list[Advocate], pen: Pen) -> None:
    come_from = pen.reason[:300]
    pen.add(
        [
            Membership(advocate=advocate, program=program, come_from=come_from, sort_name=advocate.sort_name)
            for advocate in new
        ]
    )
    follow_names(changed)


def follow_names(advocates: Sequence[Advocate]) -> None:
    """Let the memberships of people be sorted by the names they have now."""
    names = {advocate.pk: advocate.sort_name for advocate in advocates}
    for ids in chunks(names):
        renamed = []
        for member in Membership.objects.filter(advocate__in=ids):
            if member.sort_name != names[member.advocate_id]:
                member.sort_name = names[member.advocate_id]
                renamed.append(member)
        Membership.objects.bulk_update(renamed, ["sort_name"], batch_size=SIZE)


def _write_contacts(rows: Sequence[PlannedRow], undo: Undo, pen: Pen) -> None:
    points: list[tuple[int, ContactPoint]] = []
    for row in rows:
        known = _somebody(row).known
        if known is None:
            continue
        position = len(known.emails) + len(known.phones)
        kinds = [(ContactPoint.Kind.EMAIL, value) for value in row.changes.emails]
        kinds += [(ContactPoint.Kind.PHONE, value) for value in row.changes.phones]
        for kind, value in kinds:
            points.append(
                (row.line, ContactPoint(advocate=known.advocate, kind=kind, value=value, position=position))
            )
            position += 1
    pen.add([point for _line, point in points])
    for line, point in points:
        undo[line].setdefault("contacts", []).append(point.pk)
