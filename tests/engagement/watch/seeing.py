"""What watchers see, in the few words the tests need."""

import datetime as dt
from typing import Any

from engagement.watch import WATCHERS
from influencers.models import Membership
from tests.factories import MembershipFactory

DAY = dt.date(2026, 6, 1)  # a Monday
ONE = dt.timedelta(days=1)


def settled(**derived: Any) -> Membership:
    """Return an active member for whom nothing is due on `DAY`, but for the derived columns given."""
    member = MembershipFactory(active=True)
    quiet: dict[str, Any] = {
        "last_touch_at": at(DAY - ONE),
        "ideal_due_on": DAY + 29 * ONE,
        "latest_due_on": DAY + 59 * ONE,
        "live_due_on": DAY + 179 * ONE,
    }
    return change(member, **{**quiet, **derived})


def change(member: Membership, **columns: Any) -> Membership:
    """Store columns of a member as an action would have left them."""
    Membership.objects.filter(pk=member.pk).update(**columns)
    member.refresh_from_db()
    return member


def at(day: dt.date, hour: int = 12) -> dt.datetime:
    """Return an hour of that day in UTC."""
    return dt.datetime.combine(day, dt.time(hour), tzinfo=dt.UTC)


def seen(kind: str, member: Membership, day: dt.date = DAY) -> list[tuple[int, int, dt.date]]:
    """Return (subject, threshold, since) of what the watcher sees about a member on `day`."""
    found = WATCHERS[kind](day, [member.program_id]).filter(membership_id=member.pk)
    return [(row["subject_id"], row["threshold"], row["since"]) for row in found]
