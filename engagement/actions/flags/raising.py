"""Raising flags: what a watcher sees becomes what people see."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import asdict, dataclass

from django.db import transaction

from engagement.actions.flags.statements import Comparison, close_some, one_at_a_time
from engagement.models import Flag
from engagement.watch import WATCHERS
from influencers import clock
from influencers.models import Program
from influencers.often import OftenAmong


@dataclass(frozen=True, slots=True)
class Figures:
    """What one run of a watcher changed."""

    opened: int = 0
    moved: int = 0
    closed: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(self.opened + other.opened, self.moved + other.moved, self.closed + other.closed)

    def to_dict(self) -> dict[str, int]:
        """Return them by name, for the record of the run."""
        return asdict(self)


def raise_flags(watch: str, now: dt.datetime) -> Figures:
    """Close, move and open the flags of one kind in every program; return how many.

    Each program is asked about its own date. There are never more than three dates on Earth at once; each takes
    one statement where nothing has changed, and one more for each of closing, moving and opening where it has.
    Any number of runs, also at the same time, leave the same flags. What a person snoozed stays snoozed; what a
    person called done stays away for two weeks, or until it gets worse.
    """
    figures = Figures()
    for day, programs in programs_by_day(now).items():
        seen = WATCHERS[watch](day, programs)
        figures += _settle(Comparison(watch, seen, programs, day, now))
    return figures


@transaction.atomic
def _settle(found: Comparison) -> Figures:
    """Close, move and open what differs. Opening comes last and is thus the nearest to what was seen."""
    one_at_a_time(found.kind)
    to_close, to_move, to_open = found.differences()
    closed = found.close() if to_close else 0
    moved = found.move() if to_move else 0
    return Figures(found.open() if to_open else 0, moved, closed)


def programs_by_day(now: dt.datetime) -> dict[dt.date, list[int]]:
    """Return the programs by the date that `now` is in their time zone."""
    found: dict[dt.date, list[int]] = defaultdict(list)
    for pk, zone in Program.objects.order_by("pk").values_list("pk", "time_zone"):
        found[clock.day_in(zone, now)].append(pk)
    return dict(found)


_open_flags = OftenAmong(
    lambda ids: (
        Flag.objects.open()
        .filter(membership__in=ids)
        .order_by("pk")
        .select_for_update(skip_locked=True, of=("self",))
        .values_list("pk", "kind", "program_id", "program__time_zone")
    )
)


def close_resolved(memberships: Collection[int], now: dt.datetime) -> int:
    """Close at once the open flags of these members (ids) whose reason is gone; return how many.

    Called by whatever changes the reason, in its transaction and after the change: one statement where there is no
    open flag, else two. It never waits for a watcher's run: a flag that a run is changing just now is left to it.
    """
    by_day: dict[dt.date, list[tuple[int, str, int]]] = defaultdict(list)
    with transaction.atomic(savepoint=False):
        for pk, kind, program, zone in _open_flags(memberships):
            by_day[clock.day_in(zone, now)].append((pk, kind, program))
        return sum(_close_gone(day, found, memberships, now) for day, found in by_day.items())


def _close_gone(
    day: dt.date, found: list[tuple[int, str, int]], memberships: Collection[int], now: dt.datetime
) -> int:
    programs = {program for _, _, program in found}
    kinds = dict.fromkeys(kind for _, kind, _ in found)
    whom = (
        "membership_id",
        "subject_id",
    )  # not since when: Django takes as long to write SQL as it takes to run
    seen = {
        kind: WATCHERS[kind](day, programs).filter(membership_id__in=memberships).values(*whom)
        for kind in kinds
    }
    return close_some({pk: kind for pk, kind, _ in found}, seen, now)
