"""The SQL that turns sightings into flags. Set-based: more people do not make more statements.

Django writes the question, what a watcher sees; the sentences around it are the same on PostgreSQL and SQLite. What
is seen and the open flags are laid on top of each other and grouped by whom they are about: seen alone is to be
opened, open alone is to be closed, both and different is to be moved. What was
called done lately is laid on top too. Grouping reads each side once, whatever the database believes about their sizes;
a join was up to a hundred times slower on a table that was just being filled.

Only SQL that Django wrote is put into SQL here; every value is a parameter.
"""
# ruff: noqa: S608

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection

from engagement.watch import WATCHERS
from engagement.watch.sightings import Sightings

QUIET = dt.timedelta(days=14)  # how long a flag that a person called done stays away, unless it gets worse

_PAIRS = """
SELECT membership_id, subject_id, MAX(program_id) AS program_id, MAX(threshold) AS threshold, MAX(since) AS since,
    MAX(flag_id) AS flag_id, MAX(old_threshold) AS old_threshold, MAX(old_since) AS old_since, MAX(done) AS done
FROM (
    SELECT s.program_id, s.membership_id, s.subject_id, s.threshold, s.since,
        CAST(NULL AS bigint) AS flag_id, CAST(NULL AS smallint) AS old_threshold, CAST(NULL AS date) AS old_since,
        CAST(NULL AS bigint) AS done
    FROM ({seen}) s
    UNION ALL
    SELECT f.program_id, f.membership_id, f.subject_id, NULL, NULL, f.id, f.threshold, f.since, NULL
    FROM engagement_flag f WHERE f.closed_at IS NULL AND f.kind = %s AND f.program_id IN ({programs})
    UNION ALL
    SELECT f.program_id, f.membership_id, f.subject_id, NULL, NULL, NULL, NULL, NULL, f.id * 1000 + f.threshold
    FROM engagement_flag f WHERE f.closed_how = 'done' AND f.kind = %s AND f.closed_at > %s
) together
GROUP BY membership_id, subject_id
"""
_TO_CLOSE = "d.flag_id IS NOT NULL AND d.threshold IS NULL"
# Where a watcher cannot know since when, it says today: that is no news about a flag that is there already.
_TO_MOVE = "(d.threshold <> d.old_threshold OR (d.since <> d.old_since AND d.since < %s))"
# `done` ends in the threshold of the flag that was called done last (none is above 999): another one is worse.
_TO_OPEN = (
    "d.flag_id IS NULL AND d.threshold IS NOT NULL AND (d.done IS NULL OR d.done %% 1000 <> d.threshold)"
)
_COUNT = f"""
SELECT COUNT(*) FILTER (WHERE {_TO_CLOSE}), COUNT(*) FILTER (WHERE {_TO_MOVE}), COUNT(*) FILTER (WHERE {_TO_OPEN})
FROM ({{pairs}}) d
"""
_CLOSE = f"""
UPDATE engagement_flag AS f SET closed_at = %s, closed_how = 'gone' FROM ({{pairs}}) d
WHERE f.id = d.flag_id AND f.closed_at IS NULL AND {_TO_CLOSE}
"""
_MOVE = f"""
UPDATE engagement_flag AS f SET threshold = d.threshold, since = d.since FROM ({{pairs}}) d
WHERE f.id = d.flag_id AND f.closed_at IS NULL AND {_TO_MOVE}
"""
_OPEN = f"""
INSERT INTO engagement_flag
    (program_id, membership_id, kind, subject_id, threshold, since, raised_at, closed_how, snooze_reason)
SELECT d.program_id, d.membership_id, %s, d.subject_id, d.threshold, d.since, %s, '', '' FROM ({{pairs}}) d
WHERE {_TO_OPEN} ON CONFLICT DO NOTHING
"""
_CLOSE_SOME = """
UPDATE engagement_flag AS f SET closed_at = %s, closed_how = 'gone'
WHERE f.closed_at IS NULL AND f.id IN ({flags}) AND ({gone})
"""
_GONE = """(f.kind = %s AND NOT EXISTS (
    SELECT 1 FROM ({seen}) s WHERE s.membership_id = f.membership_id AND s.subject_id = f.subject_id
))"""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a watcher sees of one kind in some programs on `day`, beside the flags that are open."""

    kind: str
    seen: Sightings
    programs: Collection[int]
    day: dt.date
    now: dt.datetime

    def differences(self) -> tuple[int, int, int]:
        """Return how many flags are to be closed, moved and opened."""
        pairs, params = self._pairs()
        with connection.cursor() as cursor:
            cursor.execute(_COUNT.format(pairs=pairs), [self.day, *params])
            closed, moved, opened = cursor.fetchone()
        return closed, moved, opened

    def close(self) -> int:
        """Close what is not seen any more; return how many."""
        pairs, params = self._pairs()
        return _run(_CLOSE.format(pairs=pairs), [_instant(self.now), *params])

    def move(self) -> int:
        """Bring open flags to the threshold and date that are seen now; return how many."""
        pairs, params = self._pairs()
        return _run(_MOVE.format(pairs=pairs), [*params, self.day])

    def open(self) -> int:
        """Raise what has no open flag yet; return how many. A second run at the same time adds none."""
        pairs, params = self._pairs()
        return _run(_OPEN.format(pairs=pairs), [self.kind, _instant(self.now), *params])

    def _pairs(self) -> tuple[str, list[Any]]:
        sql, params = _sql(self.seen)
        pairs = _PAIRS.format(seen=sql, programs=_marks(self.programs))
        return pairs, [*params, self.kind, *self.programs, self.kind, _instant(self.now - QUIET)]


def close_some(flags: Mapping[int, str], seen: Mapping[str, Sightings], now: dt.datetime) -> int:
    """Close those of `flags` (id to kind) that are not among what is `seen` now of their kind; in one statement."""
    gone, params = [], [_instant(now), *flags]
    for kind, sightings in seen.items():
        sql, own = _sql(sightings)
        gone.append(_GONE.format(seen=sql))
        params += [kind, *own]
    return _run(_CLOSE_SOME.format(flags=_marks(flags), gone=" OR ".join(gone)), params)


def one_at_a_time(kind: str) -> None:
    """Wait until no other transaction is raising flags of this kind. SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        key = list(WATCHERS).index(kind)
        _run("SELECT pg_advisory_xact_lock(hashtext('engagement_flag'), %s)", [key])
        # Compiling these statements to machine code takes longer (0.4 s) than running them.
        _run("SET LOCAL jit = off", [])


def _sql(seen: Sightings) -> tuple[str, tuple[Any, ...]]:
    sql, params = seen.query.get_compiler(connection=connection).as_sql()
    return sql, tuple(params)


def _instant(at: dt.datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(at)


def _marks(values: Collection[Any]) -> str:
    return ", ".join(["%s"] * len(values))


def _run(sql: str, params: Collection[Any]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(params))
        return int(cursor.rowcount)
