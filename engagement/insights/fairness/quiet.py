"""Quiet advocates: who gives most, asks least, and has not been thanked lately.

Points, as docs/fairness.md says them: 1 for each exchange in which they spoke, 3 for a promise of theirs that was kept,
5 for each ask of ours that they fulfilled; less 3 for each request of theirs. All within the period. Left out is who
was thanked in the last ninety days: by a thank-you on record, a perk, a gift or a letter of ours.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from heapq import nlargest
from typing import Any

from django.db import connection
from django.db.models import Count, Max, Q

from engagement.insights.fairness.period import Period
from engagement.models import Participation
from influencers import clock
from influencers.models import Membership, Program

EXCHANGE, KEPT, DELIVERED, REQUESTED = 1, 3, 5, 3
LATELY = dt.timedelta(days=90)
FEW, LOOKED_AT, MOST = 8, 50, 1000

# The thousand with whom most was exchanged. How often they asked is known already; who spoke in the exchanges is asked
# of the fifty that could have most points.
_FIND = """
WITH member AS (
  SELECT id FROM influencers_membership WHERE program_id = %(program)s AND status IN ('active', 'welcoming', 'paused')
), fact AS (
  SELECT p.membership_id, 1 AS part, 0 AS delivered, 0 AS kept FROM engagement_participation p
   WHERE p.happened_at >= %(since)s AND p.happened_at < %(end)s
  UNION ALL
  SELECT membership_id, 0, 1, 0 FROM engagement_ask WHERE delivered_on >= %(first)s AND delivered_on < %(until)s
  UNION ALL
  SELECT membership_id, 0, 0, 1 FROM engagement_promise
   WHERE made_by = 'them' AND state = 'kept' AND settled_at >= %(since)s AND settled_at < %(end)s
), got AS (
  SELECT membership_id, MAX(given_on) AS last FROM influencers_grant WHERE withdrawn_on IS NULL GROUP BY membership_id
), thanked AS (
  SELECT a.membership_id, MAX(t.happened_at) AS last FROM engagement_ask a
    JOIN engagement_touchpoint t ON t.id = a.thanked_in_id WHERE a.state = 'thanked' GROUP BY a.membership_id
), total AS (
  SELECT f.membership_id AS id, CAST(SUM(f.part) AS integer) AS part,
         CAST(SUM(f.delivered) AS integer) AS delivered, CAST(SUM(f.kept) AS integer) AS kept
    FROM fact f JOIN member m ON m.id = f.membership_id GROUP BY f.membership_id
)
SELECT t.id, t.part, t.delivered, t.kept, g.last, h.last
  FROM total t LEFT JOIN got g ON g.membership_id = t.id LEFT JOIN thanked h ON h.membership_id = t.id
 WHERE (g.last IS NULL OR g.last < %(lately_on)s) AND (h.last IS NULL OR h.last < %(lately)s)
 ORDER BY %(exchange)s * t.part + %(worth_delivered)s * t.delivered + %(worth_kept)s * t.kept
          DESC, t.id LIMIT %(looked_at)s
"""


@dataclass(frozen=True, slots=True)
class Quiet:
    """Somebody who gives and does not ask. `thanked` is the last day they were thanked or given anything, if ever."""

    member: Membership
    exchanges: int
    kept: int
    delivered: int
    requests: int
    points: int
    thanked: dt.date | None


@dataclass(frozen=True, slots=True)
class Spoken:
    """How often somebody spoke, and when we last sent them a gift or a letter."""

    exchanges: int = 0
    gift: dt.datetime | None = None


def quiet_advocates(
    program: Program, period: Period, today: dt.date, asked: Mapping[int, int]
) -> tuple[Quiet, ...]:
    """Return the quietest of those who give most, the first one first; three statements.

    `asked` says how many requests each member made in the period.
    """
    lately = clock.start_of(today - LATELY, program.time_zone)

    def points_of(pk: int, exchanges: int, delivered: int, kept: int) -> int:
        given = EXCHANGE * exchanges + DELIVERED * delivered + KEPT * kept
        return given - REQUESTED * asked.get(pk, 0)

    rows = nlargest(LOOKED_AT, _likely(program, period, today, lately), key=lambda row: points_of(*row[:4]))
    spoken = _spoken([row[0] for row in rows], period, lately)
    found = []
    for pk, _part, delivered, kept, got, thanked in rows:
        spoke = spoken.get(pk, Spoken())
        points = points_of(pk, spoke.exchanges, delivered, kept)
        if points > 0 and (spoke.gift is None or spoke.gift < lately):
            last = max((day for day in map(_day, (got, thanked, spoke.gift)) if day), default=None)
            found.append((-points, asked.get(pk, 0), pk, spoke.exchanges, kept, delivered, last))
    first = sorted(found, key=lambda one: one[:3])[:FEW]
    people = Membership.objects.select_related("advocate", "owner").in_bulk([one[2] for one in first])
    return tuple(
        Quiet(people[pk], exchanges, kept, delivered, requests, -points, last)
        for points, requests, pk, exchanges, kept, delivered, last in first
    )


def _likely(program: Program, period: Period, today: dt.date, lately: dt.datetime) -> list[tuple[Any, ...]]:
    at = connection.ops.adapt_datetimefield_value
    known: dict[str, Any] = {
        "program": program.pk, "since": at(period.since), "end": at(period.end), "first": period.first.isoformat(),
        "until": period.until.isoformat(), "lately_on": (today - LATELY).isoformat(), "lately": at(lately),
        "exchange": EXCHANGE, "worth_delivered": DELIVERED, "worth_kept": KEPT, "looked_at": MOST,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_FIND, known)
        return list(cursor.fetchall())


def _spoken(members: Collection[int], period: Period, lately: dt.datetime) -> dict[int, Spoken]:
    within = Q(
        happened_at__gte=period.since, happened_at__lt=period.end, touchpoint__direction__in=["in", "both"]
    )
    ours = Q(touchpoint__direction="out", touchpoint__kind__in=["gift", "letter"])
    rows = Participation.objects.filter(membership__in=members, happened_at__gte=min(period.since, lately))
    counted = rows.order_by().values("membership").annotate(
        exchanges=Count("pk", filter=within), gift=Max("happened_at", filter=ours)
    )  # fmt: skip
    return {row["membership"]: Spoken(row["exchanges"], row["gift"]) for row in counted}


def _day(value: Any) -> dt.date | None:
    return None if value is None else dt.date.fromisoformat(str(value)[:10])
