"""The closest earlier requests: by category and words, with what was decided and why.

Two steps. The database finds candidates that share rare words (one statement over numbers, the same on PostgreSQL and
SQLite: `engagement.models.request_words`), then the candidates' words are laid beside ours. Who asked plays no part.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from hashlib import blake2b
from typing import Any, Final

from django.db import connection

from engagement.insights.proportion import need_level, response_level, unlike
from engagement.models import AdvocateRequest
from engagement.personalization.lexicon import FUNCTION, stem, words
from engagement.personalization.text import words_of
from influencers.models import Program

SHOWN, CANDIDATES, MOST_WORDS, ENOUGH, COMMON = 5, 60, 40, 5_000, 1_000
NEAR: Final = 0.5  # share of words in common from which two requests are about the same
_SMALL = (
    FUNCTION | words("around_de") | {"please", "bitte", "could", "would", "konnte", "kann", "want", "like"}
)
# Weighs a word the less the more requests hold it; the square root keeps a common word from vanishing altogether. Only
# the rarest are looked up, as many as together stand in ENOUGH requests: what is in every second one tells nothing, so
# nobody counts it to the end.
_FIND = """
WITH asked(word) AS (VALUES {places}), often AS MATERIALIZED (
  SELECT word, (SELECT COUNT(*) FROM (SELECT 1 FROM engagement_requestword AS held WHERE held.program_id = %s
    AND held.word = asked.word LIMIT {common}) AS few) AS n FROM asked
), rare AS (
  SELECT word, n FROM (SELECT word, n, SUM(n) OVER (ORDER BY n, word) AS so_far FROM often) AS counted
  WHERE n > 0 AND (so_far <= {enough} OR so_far = n)
), score AS (
  SELECT held.advocate_request_id AS id, SUM(1.0 / sqrt(10 + rare.n)) AS near
  FROM rare JOIN engagement_requestword AS held ON held.program_id = %s AND held.word = rare.word
  WHERE held.advocate_request_id <> %s GROUP BY held.advocate_request_id ORDER BY near DESC, id DESC LIMIT {most}
)
SELECT r.id, r.words, r.need, r.category, r.impact, r.urgency, r.decision, r.reason, r.value, r.decided_at
FROM score JOIN engagement_advocaterequest r ON r.id = score.id
WHERE r.state IN ('decided', 'answered') ORDER BY near DESC, r.id DESC
"""


@dataclass(frozen=True, slots=True)
class Precedent:
    """An earlier request and its outcome. `like` says whether it is the same case: category, need and words."""

    pk: int
    words: str
    decision: str
    reason: str
    decided_at: dt.datetime
    rank: int
    response: int
    same_category: bool
    nearness: float
    like: bool

    @property
    def decision_name(self) -> str:
        """What was decided, in words."""
        return str(AdvocateRequest.Decision(self.decision).label)


def stems(*texts: str) -> frozenset[str]:
    """Return the words that say what a request is about, each in its short form."""
    found = (word.text for text in texts for word in words_of(text))
    return frozenset(
        stem(word) for word in found if word not in _SMALL and (len(word) > 2 or not word.isascii())
    )


def numbers(found: Iterable[str]) -> list[int]:
    """Return a number for each word, by which the database finds it: 63 bits, not to be read back."""
    return sorted(int.from_bytes(blake2b(word.encode(), digest_size=8).digest()) >> 1 for word in found)


def precedents(wish: AdvocateRequest, program: Program) -> list[Precedent]:
    """Return the five decided requests of the program that are closest to `wish`, in one statement."""
    ours = stems(wish.words, wish.need)
    if not ours:
        return []
    found = [_precedent(row, ours, wish, program) for row in _candidates(program.pk, wish.pk or 0, ours)]
    earlier = [one for one in found if wish.decided_at is None or one.decided_at < wish.decided_at]
    close = [one for one in earlier if one.same_category or one.nearness >= NEAR]
    return sorted(close, key=_closest, reverse=True)[:SHOWN]


def otherwise(found: Iterable[Precedent], response: int) -> Precedent | None:
    """Return the closest like case that got another answer than `response` would be, None if there is none."""
    return next((one for one in found if one.like and unlike(response, one.response)), None)


def _closest(one: Precedent) -> tuple[bool, float, int]:
    return one.like, one.nearness + 0.25 * one.same_category, one.pk


def _candidates(program: int, but: int, ours: frozenset[str]) -> list[tuple[Any, ...]]:
    asked = numbers(ours)[:MOST_WORDS]
    sql = _FIND.format(places=", ".join(["(%s)"] * len(asked)), most=CANDIDATES, enough=ENOUGH, common=COMMON)
    with connection.cursor() as cursor:
        cursor.execute(sql, [*asked, program, program, but])
        return list(cursor.fetchall())


def _precedent(
    row: tuple[Any, ...], ours: frozenset[str], wish: AdvocateRequest, program: Program
) -> Precedent:
    pk, words_, need, category, impact, urgency, decision, reason, value, decided_at = row
    # What they say is near, or what they say and need together: two people word the same need differently.
    nearness = max(_near(stems(wish.words), stems(words_)), _near(ours, stems(words_, need)))
    same = category == wish.category
    alike = nearness >= NEAR
    weighed = need_level(impact, urgency) == need_level(wish.impact, wish.urgency)
    return Precedent(
        pk=pk, words=words_, decision=decision, reason=reason, decided_at=_moment(decided_at), rank=impact * urgency,
        response=response_level(decision, Decimal(str(value)), large=program.large_value), same_category=same,
        nearness=nearness, like=same and alike and weighed,
    )  # fmt: skip


def _near(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Return the share of words in common, 0 to 1; one word in common says nothing, unless it is all they say."""
    shared = len(ours & theirs)
    if shared == 0 or (shared == 1 and ours != theirs):
        return shared / 10
    return 2 * shared / (len(ours) + len(theirs))


def _moment(value: Any) -> dt.datetime:
    """SQLite hands a moment over as text, in UTC."""
    if isinstance(value, dt.datetime):
        return value if value.tzinfo else value.replace(tzinfo=dt.UTC)
    return dt.datetime.fromisoformat(str(value)).replace(tzinfo=dt.UTC)
