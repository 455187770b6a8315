"""Taking back what somebody did about a flag a moment ago."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from engagement.actions.flags.raising import close_resolved
from engagement.models import Flag
from influencers.access import require
from influencers.models import Membership, Post, User
from influencers.refusals import Conflict


@transaction.atomic
def wake(*, flag: Flag, by: User) -> Flag:
    """Have a flag that was put off shown again."""
    require(flag.program, by, Post.WRITING)
    put_off = Flag.objects.open().filter(pk=flag.pk, snoozed_until__isnull=False)
    if not put_off.update(snoozed_until=None, snoozed_by=None, snooze_reason=""):
        raise Conflict(_("This is not put off any more."))
    flag.refresh_from_db()
    return flag


def raise_again(*, kind: str, membership: Membership, subject_id: int) -> None:
    """Open again the flag about a thing that was settled by mistake, without waiting for the nightly run."""
    mine = Flag.objects.filter(kind=kind, membership=membership, subject_id=subject_id)
    latest = mine.filter(closed_how=Flag.Closed.GONE).order_by("-closed_at", "-pk").values("pk")[:1]
    if not mine.open().exists():
        Flag.objects.filter(pk__in=list(latest.values_list("pk", flat=True))).update(
            closed_at=None, closed_how=""
        )


@transaction.atomic
def reopen(*, flag: Flag, by: User, now: dt.datetime) -> Flag:
    """Open again a flag that a person called done, unless its reason is gone by now."""
    require(flag.program, by, Post.WRITING)
    closed = Flag.objects.filter(pk=flag.pk, closed_how=Flag.Closed.DONE)
    try:
        with transaction.atomic():
            opened = closed.update(closed_at=None, closed_how="", closed_by=None)
    except IntegrityError as error:  # a schedule has raised it anew meanwhile
        raise Conflict(_("This has been raised again already.")) from error
    if not opened:
        raise Conflict(_("This has been settled in the meantime."))
    close_resolved([flag.membership_id], now)
    flag.refresh_from_db()
    return flag
