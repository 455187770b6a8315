"""What scheduled jobs look for, one condition a file. A watcher only looks.

`engagement.actions.flags` raises the flags.

A new condition is a file with `find(day, programs)`, a `Flag.Kind`, a line here, and a sentence in
`engagement.insights.reasons`.
"""

from engagement.models import Flag
from engagement.watch import (
    birthday,
    date_near,
    decide_by,
    fact_expired,
    farewell_open,
    first_word,
    hand_over_open,
    look_again,
    never_spoken,
    no_date,
    no_owner,
    no_role,
    not_thanked,
    not_told,
    only_online,
    only_they,
    only_we,
    promise_overdue,
    request_overdue,
    rotation_due,
    stale,
    unanswered,
    undisclosed,
)
from engagement.watch.sightings import Find

WATCHERS: dict[str, Find] = {
    Flag.Kind.STALE.value: stale.find,
    Flag.Kind.NEVER_SPOKEN.value: never_spoken.find,
    Flag.Kind.ONLY_ONLINE.value: only_online.find,
    Flag.Kind.ONLY_WE.value: only_we.find,
    Flag.Kind.ONLY_THEY.value: only_they.find,
    Flag.Kind.UNANSWERED.value: unanswered.find,
    Flag.Kind.ROTATION_DUE.value: rotation_due.find,
    Flag.Kind.DECIDE_BY.value: decide_by.find,
    Flag.Kind.NO_OWNER.value: no_owner.find,
    Flag.Kind.NO_ROLE.value: no_role.find,
    Flag.Kind.NO_DATE.value: no_date.find,
    Flag.Kind.NOT_TOLD.value: not_told.find,
    Flag.Kind.PROMISE_OVERDUE.value: promise_overdue.find,
    Flag.Kind.REQUEST_OVERDUE.value: request_overdue.find,
    Flag.Kind.LOOK_AGAIN.value: look_again.find,
    Flag.Kind.UNDISCLOSED.value: undisclosed.find,
    Flag.Kind.NOT_THANKED.value: not_thanked.find,
    Flag.Kind.BIRTHDAY.value: birthday.find,
    Flag.Kind.DATE_NEAR.value: date_near.find,
    Flag.Kind.FACT_EXPIRED.value: fact_expired.find,
    Flag.Kind.FAREWELL.value: farewell_open.find,
    Flag.Kind.HAND_OVER.value: hand_over_open.find,
    Flag.Kind.FIRST_WORD.value: first_word.find,
}
