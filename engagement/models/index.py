"""Looking up earlier messages: one SQL statement over packed and unpacked fingerprints, the same on both databases."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from django.db import connection

from engagement.models.fingerprints import END
from engagement.personalization.fingerprints import BITS
from engagement.personalization.index import likeliest
from engagement.personalization.message import PastMessage
from engagement.personalization.packing import Layout
from influencers import clock
from influencers.models.advocates import called

# One statement sees one moment: what is just being packed is seen either as rows or as blocks.
_LOOKUP = f"""
WITH asked(hash) AS ({{asked}})
SELECT a.hash, s.slots, s.first, s.last, b.packed
  FROM asked a
  JOIN engagement_segment s ON s.live AND a.hash >= s.since AND a.hash < s.below
  JOIN engagement_block b ON b.segment_id = s.id AND b.slot = (a.hash * s.slots) >> {BITS}
UNION ALL
SELECT f.hash, 0, f.touchpoint_id, 0, NULL FROM asked a JOIN engagement_fingerprint f ON f.hash = a.hash
UNION ALL
SELECT {END}, 0, touchpoint_id, 0, NULL FROM engagement_erased
"""  # noqa: S608 - nothing in it comes from outside
_ASKED = {"postgresql": "SELECT unnest(%s::bigint[])", "sqlite": "SELECT value FROM json_each(%s)"}

_READ = """
SELECT t.id, t.words, CAST(t.happened_at AS text), t.program_id, p.time_zone, u.name, a.id, a.name, a.nickname
  FROM engagement_touchpoint t
  JOIN influencers_program p ON p.id = t.program_id
  LEFT JOIN influencers_user u ON u.id = t.author_id
  LEFT JOIN influencers_membership m ON m.id = t.recipient_id
  LEFT JOIN influencers_advocate a ON a.id = m.advocate_id
 WHERE t.standing IN ('sent', 'elsewhere', 'imported') AND t.id IN ({ids})
"""


def sharing(marks: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield (fingerprint, touchpoint's id) of every message that shares one of `marks`, none of them twice."""
    packed: set[tuple[int, int]] = set()
    rows: set[tuple[int, int]] = set()
    erased: set[int] = set()
    for mark, slots, first, last, block in _found(marks):
        if block is not None:
            packed.update((mark, number) for number in Layout(slots, first, last).sharing(mark, block))
        elif mark == END:
            erased.add(first)
        else:
            rows.add((mark, first))
    yield from rows
    yield from (posting for posting in packed - rows if posting[1] not in erased)


def _found(marks: Collection[int]) -> Iterable[tuple[Any, ...]]:
    numbers = list(marks)
    with connection.cursor() as cursor:
        statement = _LOOKUP.format(asked=_ASKED[connection.vendor])
        cursor.execute(statement, [numbers if connection.vendor == "postgresql" else str(numbers)])
        yield from cursor.fetchall()


class DatabaseIndex:
    """The port through which the personal check finds earlier messages, over every program.

    `visible` are the ids of the programs the reader belongs to; what was sent in others counts, and is
    marked so that nobody is shown it. `leave_out` is a touchpoint that is being checked again.
    """

    def __init__(self, *, visible: Collection[int], leave_out: int | None = None) -> None:
        self.visible = frozenset(visible)
        self.leave_out = leave_out

    def candidates(self, fingerprints: Sequence[int], *, limit: int = 10) -> Sequence[PastMessage]:
        """Return the earlier messages that share most of `fingerprints`, most first; among equals the latest."""
        if not fingerprints:
            return []
        those: defaultdict[int, list[int]] = defaultdict(list)
        for mark, number in sharing(fingerprints):
            if number != self.leave_out:
                those[mark].append(number)
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
