"""What people do about a flag: put it off with a reason, or say that it is done."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from engagement.models import Flag
from influencers.access import require
from influencers.models import Post, User
from influencers.refusals import Conflict, Refused

LONGEST_SNOOZE = dt.timedelta(days=366)
# These speak of a relationship, and a person may judge that it is well. The others go when what they ask for is
# done: an owner named, a promise kept, a request answered. Calling those done would hide somebody left hanging.
JUDGED = (
    Flag.Kind.STALE, Flag.Kind.NEVER_SPOKEN, Flag.Kind.ONLY_ONLINE, Flag.Kind.ONLY_WE, Flag.Kind.ONLY_THEY,
    Flag.Kind.ROTATION_DUE, Flag.Kind.BIRTHDAY, Flag.Kind.DATE_NEAR,
)  # fmt: skip


def may_be_done(flag: Flag) -> bool:
    """Tell whether a person may call this flag done."""
    return flag.kind in JUDGED


@transaction.atomic
def snooze(*, flag: Flag, until: dt.date, reason: str, by: User, now: dt.datetime) -> Flag:
    """Put an open flag off until a day, with the reason why not now. It is shown again from that day on.

    It stays put off even if it gets worse meanwhile: a person who knew why has said so.
    """
    require(flag.program, by, Post.WRITING)
    today = flag.program.today(now)
    if not today < until <= today + LONGEST_SNOOZE:
        raise Refused(_("Choose a day after today, within a year."), field="until")
    if not reason.strip():
        raise Refused(_("Say why not now."), field="reason")
    return _change(flag, snoozed_until=until, snoozed_by=by, snooze_reason=reason.strip())


@transaction.atomic
def done(*, flag: Flag, by: User, now: dt.datetime) -> Flag:
    """Close an open flag by hand.

    If its condition still holds it comes back after two weeks, and earlier if it gets worse: a longer interval
    passes, a term's end comes nearer.
    """
    require(flag.program, by, Post.WRITING)
    if not may_be_done(flag):
        raise Refused(_("This goes by itself once what it asks for is done. Until then you can put it off."))
    return _change(flag, closed_at=now, closed_how=Flag.Closed.DONE, closed_by=by)


def _change(flag: Flag, **changes: object) -> Flag:
    """Change a flag only if it is still open: a schedule or a colleague may have closed it a moment ago."""
    if not Flag.objects.open().filter(pk=flag.pk).update(**changes):
        raise Conflict(_("This has been settled in the meantime."))
    flag.refresh_from_db()
    return flag
