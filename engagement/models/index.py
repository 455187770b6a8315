"""Looking up earlier messages: one SQL statement over packed and unpacked fingerprints, the same on both databases."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from typing import Any

from django.db import connection

from engagement.models.fingerprints import END
from engagement.personalization.fingerprints import BITS
from engagement.personalization.index import likeliest
from engagement.personalization.message import PastMessage
from engagement.personalization.packing import Layout
from influencers import clock
from influencers.models.advocates import called

# One statement sees one moment: what is just being packed is seen either as rows or as blocks. Blocks and rows are
# asked for one fingerprint at a time, by the primary key: left to itself, PostgreSQL reads whole tables now and then.
_LOOKUP = f"""
WITH asked(hash) AS ({{asked}})
SELECT a.hash, s.slots, s.first, s.last,
       (SELECT b.packed FROM engagement_block b WHERE b.segment_id = s.id AND b.slot = (a.hash * s.slots) >> {BITS})
  FROM asked a
  JOIN engagement_segment s ON s.live AND a.hash >= s.since AND a.hash < s.below
UNION ALL
SELECT a.hash, 0, f.touchpoint_id, 0, NULL FROM asked a {{rows}}
UNION ALL
SELECT {END}, 0, touchpoint_id, 0, NULL FROM engagement_erased
"""  # noqa: S608 - nothing in it comes from outside
_ROWS = "JOIN engagement_fingerprint f ON f.hash = a.hash"
_STATEMENTS = {
    "postgresql": _LOOKUP.format(
        asked="SELECT unnest(%s::bigint[])",
        rows="CROSS JOIN LATERAL "
        "(SELECT touchpoint_id FROM engagement_fingerprint WHERE hash = a.hash OFFSET 0) f",
    ),
    "sqlite": _LOOKUP.format(asked="SELECT value FROM json_each(%s)", rows=_ROWS),
}

# Two joins and no more: with each one PostgreSQL thinks longer about the order of them than it then reads.
_READ = """
SELECT t.id, t.words, CAST(t.happened_at AS text), t.program_id,
       (SELECT time_zone FROM influencers_program WHERE id = t.program_id),
       (SELECT name FROM influencers_user WHERE id = t.author_id), a.id, a.name, a.nickname
  FROM engagement_touchpoint t
  LEFT JOIN influencers_membership m ON m.id = t.recipient_id
  LEFT JOIN influencers_advocate a ON a.id = m.advocate_id
 WHERE t.standing IN ('sent', 'elsewhere', 'imported') AND t.id IN ({ids})
"""


def sharing(marks: Collection[int]) -> dict[int, set[int]]:
    """Return, for each of these fingerprints that any message has, the touchpoints' ids of these messages."""
    packed: defaultdict[int, set[int]] = defaultdict(set)
    rows: defaultdict[int, set[int]] = defaultdict(set)
    erased: set[int] = set()
    for mark, slots, first, last, block in _found(marks):
        if block is not None:
            packed[mark].update(Layout(slots, first, last).sharing(mark, block))
        elif mark == END:
            erased.add(first)
        elif not slots:
            rows[mark].add(first)
    if erased:
        packed = defaultdict(set, {mark: those - erased for mark, those in packed.items()})
    for mark, those in rows.items():
        packed[mark] |= those
    return packed


def _found(marks: Collection[int]) -> Iterable[tuple[Any, ...]]:
    numbers = list(marks)
    with connection.cursor() as cursor:
        asked = numbers if connection.vendor == "postgresql" else str(numbers)
        cursor.execute(_STATEMENTS[connection.vendor], [asked])
        yield from cursor.fetchall()


class DatabaseIndex:
    """The port through which the personal check finds earlier messages, over every program.

    `visible` returns the ids of the programs the reader belongs to, and is asked only once something was found;
    what was sent in others counts, and is marked so that nobody is shown it. `leave_out` is a touchpoint that is
    being checked again; `before` one that is judged as if it, and all that came after, were not there.
    """

    def __init__(
        self,
        *,
        visible: Callable[[], Collection[int]] = tuple,
        leave_out: int | None = None,
        before: int | None = None,
    ) -> None:
        self._ask_visible = visible
        self.leave_out = leave_out
        self.before = before

    @cached_property
    def visible(self) -> frozenset[int]:
        """The ids of the programs whose messages the reader may see."""
        return frozenset(self._ask_visible())

    def candidates(self, fingerprints: Sequence[int], *, limit: int = 10) -> Sequence[PastMessage]:
        """Return the earlier messages that share most of `fingerprints`, most first; among equals the latest."""
        if not fingerprints:
            return []
        those = sharing(fingerprints)
        if self.leave_out is not None:
            those = {mark: numbers - {self.leave_out} for mark, numbers in those.items()}
        if self.before is not None:
            those = {mark: {one for one in numbers if one < self.before} for mark, numbers in those.items()}
        best = likeliest(those.values(), limit)
        found = {row[0]: self._past(*row) for row in _read(best)}
        return [found[number] for number in best if number in found]

    def _past(
        self, pk: int, words: str, at: str, program: int, time_zone: str, author: str | None, advocate: int | None,
        name: str | None, nickname: str | None,
    ) -> PastMessage:  # fmt: skip
        return PastMessage(
            id=str(pk),
            recipient_id=str(advocate or ""),
            words=words,
            sent_on=clock.day_of(at, time_zone),
            sender=author or "",
            visible=program in self.visible,
            recipient_name=called(name, nickname or "") if name else "",
        )


def _read(ids: Sequence[int]) -> list[tuple[Any, ...]]:
    """The messages of these ids, in any order, with what is told of them."""
    if not ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_READ.format(ids=", ".join(["%s"] * len(ids))), list(ids))
        return list(cursor.fetchall())
