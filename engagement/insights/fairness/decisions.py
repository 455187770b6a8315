"""What was asked and decided in a period, as columns of numbers: how much was needed, given, pressed for."""

import json
from dataclasses import dataclass
from itertools import compress
from typing import Any

from django.db import connection

from engagement.insights.fairness.period import Period
from engagement.insights.proportion import response_level
from engagement.models import AdvocateRequest
from influencers.models import Program

Decision = AdvocateRequest.Decision
GIVEN = (Decision.GRANT, Decision.PART, Decision.DECLINE)  # what is put off is not decided yet
LOUD = 2  # times pressed for from which a request counts as loud; once in public is loud, too
# The day of a decision, by which it had been pressed for: that of UTC.
DAY = {"postgresql": "CAST({} AT TIME ZONE 'UTC' AS date)", "sqlite": "date({})"}

# A list for each column: twenty thousand rows would be as many objects, which Python's garbage collector looks through.
GATHER = {"postgresql": "array_agg", "sqlite": "json_group_array"}
# One reading of the table for all that the page asks of it; aggregated once and joined, which takes a quarter of the
# time of asking for each request by itself.
_FIND = """
WITH reach AS (
  SELECT a.advocate_id, CAST(SUM(COALESCE(a.followers, 0)) AS bigint) AS followers
    FROM influencers_membership m JOIN influencers_account a ON a.advocate_id = m.advocate_id
   WHERE m.program_id = %(program)s GROUP BY a.advocate_id
), pressed AS (
  SELECT p.advocate_request_id, COUNT(*) AS times, SUM(CASE WHEN p.kind = 'public' THEN 1 ELSE 0 END) AS public
    FROM engagement_pressure p JOIN engagement_advocaterequest r ON r.id = p.advocate_request_id
   WHERE r.decided_at >= %(since)s AND r.decided_at < %(end)s AND p."on" <= {day} GROUP BY p.advocate_request_id
)
SELECT {gather}(id), {gather}(membership_id), {gather}(rank), {gather}(response), {gather}(times), {gather}(public),
       {gather}(followers), {gather}(asked)
FROM (
SELECT r.id, r.membership_id, r.rank, CASE WHEN {decided} THEN {level} END AS response,
       COALESCE(p.times, 0) AS times, COALESCE(p.public, 0) AS public, COALESCE(f.followers, 0) AS followers,
       CASE WHEN r.asked_on >= %(first)s AND r.asked_on < %(until)s THEN 1 ELSE 0 END AS asked
  FROM engagement_advocaterequest r JOIN influencers_membership m ON m.id = r.membership_id
  LEFT JOIN pressed p ON p.advocate_request_id = r.id LEFT JOIN reach f ON f.advocate_id = m.advocate_id
 WHERE m.program_id = %(program)s AND r.state <> 'withdrawn'
   AND ({decided} OR (r.asked_on >= %(first)s AND r.asked_on < %(until)s))
) one
"""
_DECIDED = (
    "r.decided_at >= %(since)s AND r.decided_at < %(end)s AND r.rank IS NOT NULL "
    "AND r.state IN ('decided', 'answered') AND r.decision IN ('grant', 'part', 'decline')"
)


@dataclass(frozen=True, slots=True)
class Decided:
    """Decided requests, column by column: twenty thousand rows are seven tuples of numbers, not as many objects.

    `need` is the rank of 1 to 9, `response` how much was given, 0 to 3; `pressed` and `public` count what came before
    the decision.
    """

    pk: tuple[int, ...] = ()
    member: tuple[int, ...] = ()
    need: tuple[int, ...] = ()
    response: tuple[int, ...] = ()
    pressed: tuple[int, ...] = ()
    public: tuple[int, ...] = ()
    followers: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.pk)

    @property
    def people(self) -> int:
        """How many people they are about."""
        return len(set(self.member))

    @property
    def loud(self) -> tuple[bool, ...]:
        """Which of them were asked for the loudest."""
        both = zip(self.pressed, self.public, strict=True)
        return tuple([shouted > 0 or times >= LOUD for times, shouted in both])


@dataclass(frozen=True, slots=True)
class Asked:
    """What was decided in a period, and the member of each request that was made in it."""

    decided: Decided
    members: tuple[int, ...]


def asked_in(program: Program, period: Period) -> Asked:
    """Return what was decided, and who asked; one statement."""
    columns = _columns(program, period)
    *figures, asked = columns
    decided = [response is not None for response in figures[3]]
    return Asked(
        Decided(*(tuple(compress(column, decided)) for column in figures)), tuple(compress(columns[1], asked))
    )


def _columns(program: Program, period: Period) -> list[list[Any]]:
    at, vendor = connection.ops.adapt_datetimefield_value, connection.vendor
    known = {
        "program": program.pk, "since": at(period.since), "end": at(period.end), "first": period.first.isoformat(),
        "until": period.until.isoformat(),
        "large": program.large_value if vendor == "postgresql" else float(program.large_value),
    }  # fmt: skip
    sql = _FIND.format(
        level=_level_sql(), decided=_DECIDED, day=DAY[vendor].format("r.decided_at"), gather=GATHER[vendor]
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, known)
        return [
            json.loads(column) if isinstance(column, str) else column or [] for column in cursor.fetchone()
        ]


def _level_sql() -> str:
    """Return the SQL of `response_level`, made of it, so that there is one rule."""
    large = 1
    cases = []
    for decision in GIVEN:
        usual, much = (response_level(decision, value, large=large) for value in (0, 2))
        level = usual if usual == much else f"CASE WHEN r.value > %(large)s THEN {much} ELSE {usual} END"
        cases.append(f"WHEN '{decision.value}' THEN {level}")
    return f"CASE r.decision {' '.join(cases)} END"
