"""What was decided in a period, as columns of numbers: how much was needed, given, pressed for; how far they reach."""

from dataclasses import dataclass
from typing import Any

from django.db import connection

from engagement.insights.fairness.period import Period
from engagement.insights.proportion import response_level
from engagement.models import AdvocateRequest
from influencers.models import Program

Decision = AdvocateRequest.Decision
GIVEN = (Decision.GRANT, Decision.PART, Decision.DECLINE)  # what is put off is not decided yet
LOUD = 2  # times pressed for from which a request counts as loud; once in public is loud, too

# Aggregated once and joined: asking for each request by itself takes four times as long.
_FIND = """
WITH decided AS (
  SELECT r.id, r.membership_id, m.advocate_id, r.rank AS need, {level} AS response,
         substr(CAST(r.decided_at AS text), 1, 10) AS day
    FROM engagement_advocaterequest r JOIN influencers_membership m ON m.id = r.membership_id
   WHERE m.program_id = %s AND r.decided_at >= %s AND r.decided_at < %s AND r.rank IS NOT NULL
     AND r.state IN ('decided', 'answered') AND r.decision IN ('grant', 'part', 'decline')
), pressed AS (
  SELECT d.id, COUNT(*) AS times, SUM(CASE WHEN p.kind = 'public' THEN 1 ELSE 0 END) AS public
    FROM decided d JOIN engagement_pressure p ON p.advocate_request_id = d.id AND CAST(p."on" AS text) <= d.day
   GROUP BY d.id
), reach AS (
  SELECT a.advocate_id, SUM(COALESCE(a.followers, 0)) AS followers FROM influencers_account a
   WHERE a.advocate_id IN (SELECT advocate_id FROM decided) GROUP BY a.advocate_id
)
SELECT d.membership_id, d.need, d.response, COALESCE(p.times, 0), COALESCE(p.public, 0), COALESCE(f.followers, 0)
  FROM decided d LEFT JOIN pressed p ON p.id = d.id LEFT JOIN reach f ON f.advocate_id = d.advocate_id
"""


@dataclass(frozen=True, slots=True)
class Decided:
    """One decided request, as numbers. `need` is the rank of 1 to 9, `response` how much was given, 0 to 3."""

    member: int
    need: int
    response: int
    pressed: int
    public: int
    followers: int

    @property
    def is_loud(self) -> bool:
        """Whether it was among those asked for the loudest."""
        return self.public > 0 or self.pressed >= LOUD


Row = tuple[int, int, int, int, int, int]  # as Decided, without the cost of twenty thousand objects


def decided_in(program: Program, period: Period) -> list[Row]:
    """Return (member, need, response, pressed, public, followers) of each decision; one statement."""
    return _run(_FIND.format(level=_level_sql()), program, period)


def _level_sql() -> str:
    """Return the SQL of `response_level`, made of it, so that there is one rule."""
    large = 1
    cases = [
        f"WHEN r.decision = '{decision.value}' AND r.value {'>' if value > large else '<='} %s "
        f"THEN {response_level(decision, value, large=large)}"
        for decision in GIVEN
        for value in (0, 2)
    ]
    return f"CASE {' '.join(cases)} END"


def _run(sql: str, program: Program, period: Period) -> list[Row]:
    since, end = (connection.ops.adapt_datetimefield_value(at) for at in (period.since, period.end))
    large: list[Any] = [
        program.large_value if connection.vendor == "postgresql" else float(program.large_value)
    ]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*large * (2 * len(GIVEN)), program.pk, since, end])
        return list(cursor.fetchall())
