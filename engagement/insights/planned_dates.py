"""Planned touchpoints for calendars: what, with whom, where; never a word of what it is about."""

import datetime as dt
import zoneinfo
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from engagement.insights.planned import names_of
from engagement.models import Invited, PlannedTouchpoint
from engagement.models.touchpoints import Kind
from influencers.insights.dates import AHEAD, BEFORE, HOUR, Entry
from influencers.models import CalendarFeed, Program

COLUMNS = ("kind", "on", "at", "where", "state", "sequence", "program__slug", "program__time_zone")


def entries(feed: CalendarFeed, programs: QuerySet[Program], today: dt.date) -> Iterator[Entry]:
    """Yield the plans that the owner of a feed may see, called off ones as such; one statement."""
    near = (today - BEFORE, today + AHEAD)
    plans = PlannedTouchpoint.objects.filter(program__in=programs, on__range=near)
    plans = plans.of(feed.user_id) if feed.mine else plans
    rows: Any = (
        Invited.objects.filter(plan__in=plans)
        .order_by("plan", "pk")
        .values("plan_id", "membership__advocate__name", *(f"plan__{name}" for name in COLUMNS))
    )
    for _pk, group in groupby(rows, key=lambda row: row["plan_id"]):
        people = list(group)
        yield _entry(people[0], names_of(row["membership__advocate__name"] for row in people))


def _entry(row: dict[str, Any], names: str) -> Entry:
    plan = {name: row[f"plan__{name}"] for name in COLUMNS}
    starts, ends = _span(plan["on"], plan["at"], plan["program__time_zone"])
    kind = str(Kind(plan["kind"]).label)
    where = reverse("engagement:planned", args=[plan["program__slug"], row["plan_id"]])
    return Entry(
        f"plan-{row['plan_id']}", _("%(kind)s with %(name)s") % {"kind": kind, "name": names}, starts, ends,
        settings.PUBLIC_URL + where, where=plan["where"], sequence=plan["sequence"],
        called_off=plan["state"] == PlannedTouchpoint.State.CALLED_OFF,
    )  # fmt: skip


def _span(on: dt.date, at: dt.time | None, zone: str) -> tuple[dt.date | dt.datetime, dt.date | dt.datetime]:
    """Return the whole day, or an hour by the program's clocks: one that is real on a day when these change."""
    if at is None:
        return on, on + dt.timedelta(days=1)
    there = zoneinfo.ZoneInfo(zone)
    instant = dt.datetime.combine(on, at, tzinfo=there).astimezone(dt.UTC)
    return instant.astimezone(there), (instant + HOUR).astimezone(there)
