"""The morning mail to each colleague. Owed, claimed, sent: three steps, so that a crash loses no mail.

`owe` leaves a row for each mail of the day, once, by a unique constraint. `claim` takes one row in a short
transaction; the mail is sent outside any transaction; `settle` records it. A sender that died is succeeded after
`ABANDONED`. The one case in which a mail goes out twice: the sender dies after the mail server took the mail and
before that is recorded. Both copies have the same Message-ID, which most mailboxes show once.

The recipients are colleagues, taken from `User`. Nothing here reads an advocate's address.
"""

import datetime as dt

from django.db.models import F, Q

from engagement.models import Digest
from influencers import clock
from influencers.models import Post, Program

ABANDONED = dt.timedelta(minutes=15)
MORNING = (
    8  # hours after the digest's hour in which it may still come, after an outage; then it is no morning mail
)
MOST_TRIES = 5


def owe(*, now: dt.datetime) -> int:
    """Leave a row for every digest that is due now and not there yet; return how many.

    Due are the programs in whose time zone it is a working day, and their digest's hour or up to eight hours later.
    """
    owed = 0
    for program in Program.objects.prefetch_related("holidays"):
        day = program.today(now)
        hour = clock.hour_in(program.time_zone, now)
        if not program.digest_hour <= hour < program.digest_hour + MORNING or not program.week().works_on(
            day
        ):
            continue
        readers = Post.objects.filter(
            program=program, role__in=Post.WRITING, user__is_active=True, user__wants_digest=True
        ).exclude(user__in=Digest.objects.filter(program=program, day=day).values("user"))
        rows = [Digest(user_id=post.user_id, program=program, day=day, owed_at=now) for post in readers]
        Digest.objects.bulk_create(rows, ignore_conflicts=True)
        owed += len(rows)
    return owed


def claim(*, now: dt.datetime) -> Digest | None:
    """Take the next digest to send, or return None. Two senders never take the same one: the old claim is asked for."""
    free = Q(claimed_at__isnull=True) | Q(claimed_at__lte=now - ABANDONED)
    owed = Digest.objects.filter(
        free,
        sent_at__isnull=True,
        was_empty=False,
        tries__lt=MOST_TRIES,
        owed_at__gt=now - dt.timedelta(hours=MORNING),
    )
    while (digest := owed.select_related("user", "program").order_by("owed_at", "pk").first()) is not None:
        mine = owed.order_by().filter(pk=digest.pk, tries=digest.tries)
        if mine.update(claimed_at=now, tries=F("tries") + 1):
            digest.claimed_at = now
            return digest
    return None


def settle(*, digest: Digest, now: dt.datetime) -> None:
    """Note that the mail is on its way."""
    Digest.objects.filter(pk=digest.pk).update(sent_at=now, error="")


def settle_empty(*, digest: Digest) -> None:
    """Note that there was nothing to say."""
    Digest.objects.filter(pk=digest.pk).update(was_empty=True, error="")


def failed(*, digest: Digest, error: BaseException) -> None:
    """Note why it could not be sent. It is tried again after `ABANDONED`, five times in all."""
    Digest.objects.filter(pk=digest.pk).update(error=f"{type(error).__name__}: {error}"[:2000])
