"""The SQL that turns sightings into flags. Set-based: the number of people does not change the number of statements.

Django writes the question (what a watcher sees); the three sentences around it are the same on PostgreSQL and
SQLite. They never loop, and a second run at the same time does no harm: the unique index on open flags keeps
one of each, and a flag that another run is just changing is left to that run.
"""

import datetime as dt
from typing import Any

from django.db import connection

from engagement.watch.sightings import Sightings

Params = tuple[Any, ...]

_OPEN = """
INSERT INTO engagement_flag (program_id, membership_id, kind, subject_id, threshold, since, raised_at, closed_how, snooze_reason)
SELECT s.program_id, s.membership_id, %s, s.subject_id, s.threshold, s.since, %s, '', '' FROM ({seen}) s
WHERE NOT EXISTS (
    SELECT 1 FROM engagement_flag f WHERE f.closed_at IS NULL
    AND f.membership_id = s.membership_id AND f.kind = %s AND f.subject_id = s.subject_id
) AND NOT EXISTS (
    SELECT 1 FROM engagement_flag f WHERE f.closed_how = 'done' AND f.closed_at > %s AND f.threshold = s.threshold
    AND f.membership_id = s.membership_id AND f.kind = %s AND f.subject_id = s.subject_id
) ON CONFLICT DO NOTHING
"""
# Where a watcher cannot know since when, it says today: that is not news about a flag that is there already.
_MOVE = """
UPDATE engagement_flag SET threshold = s.threshold, since = s.since FROM ({seen}) s
WHERE engagement_flag.id IN (
    SELECT f.id FROM engagement_flag f JOIN ({seen}) s ON s.membership_id = f.membership_id AND s.subject_id = f.subject_id
    WHERE f.kind = %s AND f.closed_at IS NULL
    AND (f.threshold <> s.threshold OR (f.since <> s.since AND s.since < %s)){skip_locked}
) AND s.membership_id = engagement_flag.membership_id AND s.subject_id = engagement_flag.subject_id
"""
_CLOSE = """
UPDATE engagement_flag SET closed_at = %s, closed_how = 'gone' WHERE id IN (
    SELECT f.id FROM engagement_flag f
    WHERE f.kind = %s AND f.closed_at IS NULL AND f.program_id IN ({programs})
    AND NOT EXISTS (
        SELECT 1 FROM ({seen}) s WHERE s.membership_id = f.membership_id AND s.subject_id = f.subject_id
    ){skip_locked}
)
"""
