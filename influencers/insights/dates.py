"""The dates of a program, or of one colleague's people, for calendars: names and kinds, never a word of notes."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from influencers import clock
from influencers.access import programs_for
from influencers.models import (
    CalendarFeed,
    Farewell,
    HandOver,
    Membership,
    Program,
    RotationDecision,
    WarmUpStep,
)
from influencers.models.memberships import OVER, SERVING, Status

BEFORE, AHEAD = dt.timedelta(days=60), dt.timedelta(days=400)
HOUR = dt.timedelta(hours=1)
WHOSE = (
    "pk", "advocate__name", "advocate_id", "program__slug", "program__time_zone",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A date: `uid` stays the same when it moves. All day where it starts on a date; it ends before `ends`.

    `sequence` grows where calendars have to be told that it is another time or place, or was called off.
    """

    uid: str
    summary: str
    starts: dt.date | dt.datetime
    ends: dt.date | dt.datetime
    url: str
    where: str = ""
    sequence: int = 0
    called_off: bool = False


# What other apps know of dates: each adds itself when it is ready (`engagement.apps`).
SOURCES: list[Callable[[CalendarFeed, QuerySet[Program], dt.date], Iterable[Entry]]] = []


def dates_of(feed: CalendarFeed, today: dt.date) -> list[Entry]:
    """Return what the owner of a feed may see at this moment, in order of time. Seven statements, however many rows."""
    programs = programs_for(feed.user)
    if feed.program_id:
        programs = programs.filter(pk=feed.program_id)
    found = [
        *_memberships(feed, programs, today), *_to_tell(feed, programs), *_first_words(feed, programs, today),
        *_hand_overs(feed, programs), *_warm_ups(feed, programs, today),
        *(entry for source in SOURCES for entry in source(feed, programs, today)),
    ]  # fmt: skip
    return sorted(found, key=lambda entry: (entry.starts.isoformat(), entry.uid))


def _memberships(feed: CalendarFeed, programs: QuerySet[Any], today: dt.date) -> Iterator[Entry]:
    near = (today - BEFORE, today + AHEAD)
    due = Q(term_ends_on__range=near) | Q(decide_by__range=near) | Q(review_on__range=near)
    rows = Membership.objects.filter(due, program__in=programs, status__in=SERVING)
    if feed.mine:
        rows = rows.filter(owner=feed.user)
    says = {
        "term_ends_on": _("%(name)s: the term ends"), "decide_by": _("%(name)s: decide what follows"),
        "review_on": _("%(name)s: review"),
    }  # fmt: skip
    for row in rows.order_by("pk").values(*WHOSE, "status", *says):
        for column, text in says.items():
            day = row[column]
            settled = column == "decide_by" and row["status"] == Status.LEAVING
            if day and near[0] <= day <= near[1] and not settled:
                yield _on(day, f"{column.split('_')[0]}-{row['pk']}", text, row)


def _to_tell(feed: CalendarFeed, programs: QuerySet[Any]) -> Iterator[Entry]:
    rows = RotationDecision.objects.not_told().filter(membership__program__in=programs, tell_by__isnull=False)
    if feed.mine:
        rows = rows.filter(Q(teller=feed.user) | Q(membership__owner=feed.user))
    for row in _through(rows, "tell_by"):
        yield _on(row["tell_by"], f"tell-{row['own']}", _("%(name)s: tell them what was decided"), row)


def _first_words(feed: CalendarFeed, programs: QuerySet[Any], today: dt.date) -> Iterator[Entry]:
    rows = Farewell.objects.filter(
        membership__program__in=programs, membership__status__in=OVER, membership__farewell=F("pk"),
        contact_on__gte=today - BEFORE,
    )  # fmt: skip
    if feed.mine:
        rows = rows.filter(contact_by=feed.user)
    for row in _through(rows, "contact_on"):
        yield _on(row["contact_on"], f"word-{row['own']}", _("%(name)s: the first word as alumni"), row)


def _hand_overs(feed: CalendarFeed, programs: QuerySet[Any]) -> Iterator[Entry]:
    rows = HandOver.objects.open().filter(membership__program__in=programs, planned_at__isnull=False)
    if feed.mine:
        rows = rows.filter(Q(to_owner=feed.user) | Q(from_owner=feed.user))
    for row in _through(rows, "planned_at"):
        at = clock.local(row["planned_at"], row["program__time_zone"])
        text = _("%(name)s: meets who looks after them now") % {"name": row["advocate__name"]}
        yield Entry(f"meet-{row['own']}", text, at, at + HOUR, _page(row))


def _warm_ups(feed: CalendarFeed, programs: QuerySet[Any], today: dt.date) -> Iterator[Entry]:
    rows = WarmUpStep.objects.filter(
        membership__program__in=programs, membership__status__in=SERVING, due_on__range=(today, today + AHEAD)
    )
    if feed.mine:
        rows = rows.filter(who=feed.user)
    for row in _through(rows, "due_on", "step"):
        text = "%(name)s: " + str(WarmUpStep.Step(row["step"]).label).replace("%", "%%")
        yield _on(row["due_on"], f"warm-{row['own']}", text, row)


def _through(rows: QuerySet[Any], *columns: str) -> Iterator[dict[str, Any]]:
    """Yield rows that belong to a membership, with what is needed of it; `own` is their own id."""
    for values in rows.order_by("pk").values("pk", *(f"membership__{name}" for name in WHOSE), *columns):
        own = {name.removeprefix("membership__"): value for name, value in values.items() if name != "pk"}
        yield {**own, "own": values["pk"]}


def _on(day: dt.date, uid: str, text: str, row: dict[str, Any]) -> Entry:
    return Entry(uid, text % {"name": row["advocate__name"]}, day, day + dt.timedelta(days=1), _page(row))


def _page(row: dict[str, Any]) -> str:
    return settings.PUBLIC_URL + reverse(
        "engagement:advocate", args=[row["program__slug"], row["advocate_id"]]
    )
