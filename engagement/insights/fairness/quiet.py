"""Quiet advocates: who gives most, asks least, and has not been thanked lately.

Points, as docs/fairness.md says them: 1 for each exchange in which they spoke, 3 for a promise of theirs that was kept,
5 for each ask of ours that they fulfilled; less 3 for each request of theirs. All within the period. Left out is who
was thanked in the last ninety days: by a thank-you on record, a perk, a gift or a letter of ours.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import connection

from engagement.insights.fairness.period import Period
from influencers import clock
from influencers.models import Membership, Program

EXCHANGE, KEPT, DELIVERED, REQUESTED = 1, 3, 5, 3
LATELY = dt.timedelta(days=90)
FEW, LOOKED_AT = 8, 200

# Whose exchanges could be enough is seen by the index alone; who spoke in them is asked of the first two hundred.
_FIND = """
WITH member AS (
  SELECT id FROM influencers_membership WHERE program_id = %(program)s AND status IN ('active', 'welcoming', 'paused')
), took_part AS (
  SELECT p.membership_id, COUNT(*) AS n FROM engagement_participation p JOIN member m ON m.id = p.membership_id
   WHERE p.happened_at >= %(since)s AND p.happened_at < %(end)s GROUP BY p.membership_id
), delivered AS (
  SELECT a.membership_id, COUNT(*) AS n FROM engagement_ask a JOIN member m ON m.id = a.membership_id
   WHERE a.delivered_on >= %(first)s AND a.delivered_on < %(until)s GROUP BY a.membership_id
), kept AS (
  SELECT p.membership_id, COUNT(*) AS n FROM engagement_promise p JOIN member m ON m.id = p.membership_id
   WHERE p.made_by = 'them' AND p.state = 'kept' AND p.settled_at >= %(since)s AND p.settled_at < %(end)s
   GROUP BY p.membership_id
), asked AS (
  SELECT r.membership_id, COUNT(*) AS n FROM engagement_advocaterequest r JOIN member m ON m.id = r.membership_id
   WHERE r.asked_on >= %(first)s AND r.asked_on < %(until)s AND r.state <> 'withdrawn' GROUP BY r.membership_id
), got AS (
  SELECT g.membership_id, MAX(g.given_on) AS last FROM influencers_grant g JOIN member m ON m.id = g.membership_id
   WHERE g.withdrawn_on IS NULL GROUP BY g.membership_id
), thanked AS (
  SELECT a.membership_id, MAX(t.happened_at) AS last FROM engagement_ask a JOIN member m ON m.id = a.membership_id
    JOIN engagement_touchpoint t ON t.id = a.thanked_in_id GROUP BY a.membership_id
), likely AS (
  SELECT m.id, COALESCE(d.n, 0) AS delivered, COALESCE(k.n, 0) AS kept, COALESCE(r.n, 0) AS requests, g.last AS got,
         h.last AS thanked
    FROM member m LEFT JOIN took_part p ON p.membership_id = m.id LEFT JOIN delivered d ON d.membership_id = m.id
    LEFT JOIN kept k ON k.membership_id = m.id LEFT JOIN asked r ON r.membership_id = m.id
    LEFT JOIN got g ON g.membership_id = m.id LEFT JOIN thanked h ON h.membership_id = m.id
   WHERE (g.last IS NULL OR g.last < %(lately_on)s) AND (h.last IS NULL OR h.last < %(lately)s)
   ORDER BY %(exchange)s * COALESCE(p.n, 0) + %(delivered)s * COALESCE(d.n, 0) + %(kept)s * COALESCE(k.n, 0)
            - %(requested)s * COALESCE(r.n, 0) DESC, m.id LIMIT %(looked_at)s
), spoke AS (
  SELECT l.id, l.delivered, l.kept, l.requests, l.got, l.thanked,
         (SELECT COUNT(*) FROM engagement_participation p JOIN engagement_touchpoint t ON t.id = p.touchpoint_id
           WHERE p.membership_id = l.id AND p.happened_at >= %(since)s AND p.happened_at < %(end)s
             AND t.direction IN ('in', 'both')) AS exchanges,
         (SELECT MAX(p.happened_at) FROM engagement_participation p
            JOIN engagement_touchpoint t ON t.id = p.touchpoint_id
           WHERE p.membership_id = l.id AND t.direction = 'out' AND t.kind IN ('gift', 'letter')) AS gift
    FROM likely l
)
SELECT id, delivered, kept, requests, exchanges, got, thanked, gift,
       %(exchange)s * exchanges + %(kept)s * kept + %(delivered)s * delivered - %(requested)s * requests AS points
  FROM spoke WHERE (gift IS NULL OR gift < %(lately)s)
   AND %(exchange)s * exchanges + %(kept)s * kept + %(delivered)s * delivered - %(requested)s * requests > 0
 ORDER BY points DESC, requests, id LIMIT %(few)s
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


def quiet_advocates(program: Program, period: Period, today: dt.date) -> tuple[Quiet, ...]:
    """Return the quietest of those who give most, the first one first; two statements."""
    at = connection.ops.adapt_datetimefield_value
    known: dict[str, Any] = {
        "program": program.pk, "since": at(period.since), "end": at(period.end), "first": period.first.isoformat(),
        "until": period.until.isoformat(), "lately_on": (today - LATELY).isoformat(),
        "lately": at(clock.start_of(today - LATELY, program.time_zone)),
    }  # fmt: skip
    points = {"exchange": EXCHANGE, "kept": KEPT, "delivered": DELIVERED, "requested": REQUESTED}
    with connection.cursor() as cursor:
        cursor.execute(_FIND, {**known, **points, "looked_at": LOOKED_AT, "few": FEW})
        rows = cursor.fetchall()
    people = Membership.objects.select_related("advocate", "owner").in_bulk([row[0] for row in rows])
    return tuple(
        Quiet(
            member=people[pk], delivered=delivered, kept=kept, requests=requests, exchanges=exchanges, points=points,
            thanked=max((day for day in map(_day, thanks) if day), default=None),
        )
        for pk, delivered, kept, requests, exchanges, *thanks, points in rows
    )  # fmt: skip


def _day(value: Any) -> dt.date | None:
    if value is None:
        return None
    return dt.date.fromisoformat(str(value)[:10])
