"""What was given, in money, by tier, channel, reach and tenure: one statement over everybody in the program."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from engagement.insights.fairness.period import Period
from influencers.models import Account, Program, Tier

REACH = (0, 1_000, 10_000, 50_000, 250_000)  # followers from which a band begins
TENURE = (0, 1, 2, 4)  # years
DAYS = 365.25

# The worth of perks that nobody took back, and of what requests were granted beside them.
_FIND = """
WITH member AS (
  SELECT m.id, m.advocate_id, m.tier_id, m.joined_on FROM influencers_membership m
   WHERE m.program_id = %s AND m.joined_on IS NOT NULL AND m.joined_on < %s
     AND (m.ended_on IS NULL OR m.ended_on > %s)
), got AS (
  SELECT membership_id, SUM(value) AS value FROM (
    SELECT g.membership_id, g.value FROM influencers_grant g JOIN influencers_perk k ON k.id = g.perk_id
     WHERE k.program_id = %s AND g.given_on >= %s AND g.given_on < %s AND g.withdrawn_on IS NULL
    UNION ALL
    SELECT r.membership_id, r.value FROM engagement_advocaterequest r
     WHERE r.decided_at >= %s AND r.decided_at < %s AND r.decision IN ('grant', 'part')
       AND r.state IN ('decided', 'answered') AND r.grant_id IS NULL AND r.value > 0) given
   GROUP BY membership_id
), account AS (
  SELECT a.advocate_id, a.platform, SUM(COALESCE(a.followers, 0)) OVER (PARTITION BY a.advocate_id) AS reach,
         ROW_NUMBER() OVER (PARTITION BY a.advocate_id ORDER BY COALESCE(a.followers, 0) DESC, a.platform) AS place
    FROM influencers_account a JOIN member m ON m.advocate_id = a.advocate_id
), one AS (
  SELECT m.tier_id, COALESCE(c.platform, '') AS platform, {reach} AS reach, {tenure} AS tenure,
         COALESCE(g.value, 0) AS value
    FROM member m LEFT JOIN got g ON g.membership_id = m.id
    LEFT JOIN account c ON c.advocate_id = m.advocate_id AND c.place = 1
)
SELECT tier_id, platform, reach, tenure, COUNT(*), SUM(CASE WHEN value > 0 THEN 1 ELSE 0 END), SUM(value)
  FROM one GROUP BY tier_id, platform, reach, tenure
"""


@dataclass(frozen=True, slots=True)
class Group:
    """Some of the members: how many, how many got anything, its worth in all and for each. `width` is of 100."""

    label: str
    people: int
    got: int
    value: float
    each: float
    width: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """The members told apart by one thing."""

    title: str | LazyText
    groups: tuple[Group, ...]


def value_by(program: Program, period: Period) -> tuple[Comparison, ...]:
    """Return what was given by tier, channel, reach and tenure; two statements."""
    tiers = {tier.pk: (place, tier.name) for place, tier in enumerate(Tier.objects.filter(program=program))}
    rows = _rows(program, period)
    platforms = dict(Account.Platform.choices)
    return (
        _compared(_("By tier"), rows, 0, lambda key: tiers.get(key, (len(tiers), str(_("No tier"))))),
        _compared(
            _("By channel"), rows, 1, lambda key: (not key, str(platforms.get(key, key) or _("No account")))
        ),
        _compared(_("By reach"), rows, 2, lambda key: (key, _reach(key))),
        _compared(_("By tenure"), rows, 3, lambda key: (key, _tenure(key))),
    )


def _rows(program: Program, period: Period) -> list[tuple[Any, ...]]:
    days = [period.until - dt.timedelta(days=round(years * DAYS)) for years in TENURE]
    bands = " ".join(f"WHEN COALESCE(c.reach, 0) >= {start} THEN {start}" for start in reversed(REACH))
    years = " ".join(f"WHEN m.joined_on <= %s THEN {start}" for start in reversed(TENURE))
    sql = _FIND.format(reach=f"CASE {bands} ELSE 0 END", tenure=f"CASE {years} ELSE 0 END")
    since, end = (connection.ops.adapt_datetimefield_value(at) for at in (period.since, period.end))
    first, until = period.first.isoformat(), period.until.isoformat()
    joined = [day.isoformat() for day in reversed(days)]
    with connection.cursor() as cursor:
        cursor.execute(sql, [program.pk, until, first, program.pk, first, until, since, end, *joined])
        return list(cursor.fetchall())


def _compared(title: LazyText, rows: Iterable[tuple[Any, ...]], column: int, name: Any) -> Comparison:
    sums: dict[Any, list[float]] = defaultdict(lambda: [0, 0, 0.0])
    for row in rows:
        total = sums[name(row[column])]
        for place, figure in enumerate(row[4:]):
            total[place] += float(figure)
    most = max([value / people for people, _got, value in sums.values() if people], default=0) or 1
    return Comparison(
        title,
        tuple(
            Group(label, int(people), int(got), value, value / people, round(value / people / most * 100, 1))
            for (_place, label), (people, got, value) in sorted(sums.items())
        ),
    )


def _reach(start: int) -> str:
    place = REACH.index(start)
    if not start:
        return str(_("under %(many)s followers")) % {"many": f"{REACH[1]:,}"}
    if place == len(REACH) - 1:
        return str(_("%(many)s followers and more")) % {"many": f"{start:,}"}
    return str(_("%(from)s to %(until)s")) % {"from": f"{start:,}", "until": f"{REACH[place + 1]:,}"}


def _tenure(start: int) -> str:
    place = TENURE.index(start)
    if not start:
        return str(_("in the first year"))
    if place == len(TENURE) - 1:
        return str(_("%(years)d years and more")) % {"years": start}
    return str(_("%(from)d to %(until)d years")) % {"from": start, "until": TENURE[place + 1]}
