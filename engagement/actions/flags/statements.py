"""The SQL that turns sightings into flags. Set-based: more people do not make more statements.

Django writes the question, what a watcher sees; the sentences around it are the same on PostgreSQL and SQLite.
Only SQL that Django wrote is put into SQL here, every value is a parameter.
"""
# ruff: noqa: S608

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from django.db import connection

from engagement.watch import WATCHERS
from engagement.watch.sightings import Sightings

QUIET = dt.timedelta(days=14)  # how long a flag that a person called done stays away, unless it gets worse

_SAME = "s.membership_id = f.membership_id AND s.subject_id = f.subject_id"
_CLOSE = "UPDATE engagement_flag AS f SET closed_at = %s, closed_how = 'gone' WHERE f.closed_at IS NULL"
_GONE = f"f.kind = %s AND NOT EXISTS (SELECT 1 FROM ({{seen}}) s WHERE {_SAME})"
# Where a watcher cannot know since when, it says today: that is no news about a flag that is there already.
_MOVE = f"""
UPDATE engagement_flag AS f SET threshold = s.threshold, since = s.since FROM ({{seen}}) s
WHERE f.closed_at IS NULL AND f.kind = %s AND {_SAME}
AND (f.threshold <> s.threshold OR (f.since <> s.since AND s.since < %s))
"""
_OPEN = f"""
INSERT INTO engagement_flag
    (program_id, membership_id, kind, subject_id, threshold, since, raised_at, closed_how, snooze_reason)
SELECT s.program_id, s.membership_id, %s, s.subject_id, s.threshold, s.since, %s, '', '' FROM ({{seen}}) s
WHERE NOT EXISTS (SELECT 1 FROM engagement_flag f WHERE f.closed_at IS NULL AND f.kind = %s AND {_SAME})
AND NOT EXISTS (
    SELECT 1 FROM engagement_flag f
    WHERE f.closed_how = 'done' AND f.closed_at > %s AND f.kind = %s AND f.threshold = s.threshold AND {_SAME}
)
ON CONFLICT DO NOTHING
"""


def close(kind: str, seen: Sightings, programs: Collection[int], now: dt.datetime) -> int:
    """Close the open flags of these programs that are not seen any more; return how many."""
    sql, params = _sql(seen)
    ours = f"{_CLOSE} AND f.program_id IN ({_marks(programs)}) AND {_GONE.format(seen=sql)}"
    return _run(ours, [_instant(now), *programs, kind, *params])


def move(kind: str, seen: Sightings, day: dt.date) -> int:
    """Bring the open flags to the threshold and date that are seen now; return how many have moved."""
    sql, params = _sql(seen)
    return _run(_MOVE.format(seen=sql), [*params, kind, day])


def open_(kind: str, seen: Sightings, now: dt.datetime) -> int:
    """Raise what is seen and has no open flag yet; return how many. A second run at the same time adds none."""
    sql, params = _sql(seen)
    quiet_since = _instant(now - QUIET)
    return _run(_OPEN.format(seen=sql), [kind, _instant(now), *params, kind, quiet_since, kind])


def close_some(flags: Mapping[int, str], seen: Mapping[str, Sightings], now: dt.datetime) -> int:
    """Close those of `flags` (id to kind) that are not among what is `seen` now of their kind; in one statement."""
    parts, params = [], [_instant(now), *flags]
    for kind, sightings in seen.items():
        sql, own = _sql(sightings)
        parts.append(f"({_GONE.format(seen=sql)})")
        params += [kind, *own]
    return _run(f"{_CLOSE} AND f.id IN ({_marks(flags)}) AND ({' OR '.join(parts)})", params)


def one_at_a_time(kind: str) -> None:
    """Wait until no other transaction is raising flags of this kind. SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        key = list(WATCHERS).index(kind)
        _run("SELECT pg_advisory_xact_lock(hashtext('engagement_flag'), %s)", [key])


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
