"""Where earlier messages are found again: a few numbers a message, written in the message's own transaction."""

from collections.abc import Collection, Sequence

from django.db import models
from django.db.models import Count

from engagement.models.touchpoints import Touchpoint
from engagement.personalization.fingerprints import fingerprints
from engagement.personalization.message import PastMessage


class Fingerprint(models.Model):
    """One winnowed run of words of a message that went out.

    No foreign key: its index would double the table. A trigger (`engagement.guards`) removes the fingerprints
    of a touchpoint together with it.
    """

    pk = models.CompositePrimaryKey("hash", "touchpoint_id")
    hash = models.BigIntegerField()
    touchpoint_id = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return f"{self.hash}"


def index_words(touchpoint: Touchpoint) -> None:
    """Make the words of `touchpoint` findable; whatever was indexed for it before is replaced."""
    Fingerprint.objects.filter(touchpoint_id=touchpoint.pk).delete()
    marks = set(fingerprints(touchpoint.words))
    Fingerprint.objects.bulk_create([Fingerprint(hash=mark, touchpoint_id=touchpoint.pk) for mark in marks])


class DatabaseIndex:
    """The port through which the personal check finds earlier messages, over every program.

    `visible` are the ids of the programs the reader belongs to; what was sent in others counts, and is
    marked so that nobody is shown it. `leave_out` is a touchpoint that is being checked again.
    """

    def __init__(self, *, visible: Collection[int], leave_out: int | None = None) -> None:
        self.visible = frozenset(visible)
        self.leave_out = leave_out

    def candidates(self, fingerprints: Sequence[int], *, limit: int = 10) -> Sequence[PastMessage]:
        """Return the earlier messages that share most of `fingerprints`, most first."""
        if not fingerprints:
            return []
        hits = (
            Fingerprint.objects.filter(hash__in=set(fingerprints))
            .exclude(touchpoint_id=self.leave_out or 0)
            .values("touchpoint_id")
            .annotate(shared=Count("touchpoint_id"))
            .order_by("-shared", "-touchpoint_id")[:limit]
        )
        order = {hit["touchpoint_id"]: place for place, hit in enumerate(hits)}
        rows = Touchpoint.objects.filter(pk__in=order).select_related(
            "recipient__advocate", "author", "program"
        )
        return [self._past(row) for row in sorted(rows, key=lambda row: order[row.pk])]

    def _past(self, row: Touchpoint) -> PastMessage:
        recipient = row.recipient
        return PastMessage(
            id=str(row.pk),
            recipient_id=str(recipient.advocate_id) if recipient else "",
            words=row.words,
            sent_on=row.day(),
            sender=str(row.author or ""),
            visible=row.program_id in self.visible,
            recipient_name=recipient.advocate.called if recipient else "",
        )
