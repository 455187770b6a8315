"""Setting derived dates anew where they are wrong: whatever went around the actions is mended overnight."""

import datetime as dt
from typing import Any

from engagement.actions import touch_state
from engagement.actions.promises import late_from
from engagement.models import AdvocateRequest, Promise
from influencers import clock
from influencers.actions import cadence
from influencers.models import Program

FROM = 2  # o'clock in the program's own time zone


def is_due(program: Program, now: dt.datetime) -> bool:
    """Tell whether tonight's repair may run: from two o'clock on, or later in the day where the night was missed."""
    return clock.hour_in(program.time_zone, now) >= FROM


def repair(program: Program, now: dt.datetime) -> dict[str, int]:
    """Set last touches, due dates and late dates of a program anew; return how many of each were wrong."""
    week = program.week()
    mended = {
        "touches": touch_state.rebuild_program(program, now),
        "dates": cadence.refresh_program(program, now),
    }
    for name, rows in (
        ("promises", Promise.objects.open()),
        ("requests", AdvocateRequest.objects.waiting()),
    ):
        mended[name] = _late_dates(rows.filter(membership__program=program), week)
    return mended


def _late_dates(rows: Any, week: Any) -> int:
    wrong = []
    for row in rows.only("due_on", "overdue_from").iterator(chunk_size=cadence.CHUNK):
        late = late_from(row.due_on, week)
        if row.overdue_from != late:
            row.overdue_from = late
            wrong.append(row)
    rows.model.objects.bulk_update(wrong, ["overdue_from"], batch_size=cadence.CHUNK)
    return len(wrong)
