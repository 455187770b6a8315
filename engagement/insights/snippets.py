"""How prepared content is used: how often, for whom, with how many replies, and whether it is worn out."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, DateTimeField, Exists, ExpressionWrapper, Max, OuterRef, Q
from django.utils.translation import gettext as _

from engagement.models import Participation, Touchpoint
from engagement.models.touchpoints import Direction
from influencers.models import Program

REPLY_WITHIN = dt.timedelta(days=14)
LATELY = dt.timedelta(days=90)
# Worn out: so many people lately, or replies fallen to half, with enough messages on both sides to tell.
MANY_PEOPLE = 12
ENOUGH = 8
FALLEN_TO = 0.5


@dataclass(frozen=True, slots=True)
class Usage:
    """What came of one snippet. Replies count for messages that went out more than fourteen days ago."""

    sent: int = 0
    people: int = 0
    last_used: dt.datetime | None = None
    waited_for: int = 0
    replied: int = 0
    people_lately: int = 0
    waited_for_lately: int = 0
    replied_lately: int = 0

    @property
    def wear(self) -> str:
        """Why it is worn out, in a sentence; empty while it is not."""
        if self.people_lately >= MANY_PEOPLE:
            return _(
                "Worn: %(count)d people got it in the last 90 days. Write a new one, or let it rest."
            ) % {"count": self.people_lately}
        if self._replies_fell():
            return _("Worn: replies fell from %(before)d to %(now)d in a hundred.") % {
                "before": round(100 * self._before), "now": round(100 * self._now),
            }  # fmt: skip
        return ""

    @property
    def _now(self) -> float:
        return self.replied_lately / max(1, self.waited_for_lately)

    @property
    def _before(self) -> float:
        return (self.replied - self.replied_lately) / max(1, self.waited_for - self.waited_for_lately)

    def _replies_fell(self) -> bool:
        enough = self.waited_for_lately >= ENOUGH and self.waited_for - self.waited_for_lately >= ENOUGH
        return enough and self._before > 0 and self._now <= FALLEN_TO * self._before


def usage_of(program: Program, contents: Collection[int], now: dt.datetime) -> dict[int, Usage]:
    """Return how each of these snippets has been used in its program; one statement."""
    sent = Touchpoint.objects.gone_out().filter(program=program, prepared__in=contents)
    over, lately = Q(happened_at__lte=now - REPLY_WITHIN), Q(happened_at__gt=now - LATELY)
    until = ExpressionWrapper(OuterRef("happened_at") + REPLY_WITHIN, output_field=DateTimeField())
    answer = Participation.objects.filter(
        membership=OuterRef("recipient"), happened_at__gt=OuterRef("happened_at"), happened_at__lte=until,
        touchpoint__direction__in=[Direction.IN, Direction.BOTH],
    )  # fmt: skip
    rows = sent.annotate(answered=Exists(answer)).order_by().values("prepared").annotate(
        count=Count("pk"), persons=Count("recipient__advocate", distinct=True), last=Max("happened_at"),
        waited=Count("pk", filter=over), replies=Count("pk", filter=over & Q(answered=True)),
        persons_lately=Count("recipient__advocate", distinct=True, filter=lately),
        waited_lately=Count("pk", filter=over & lately),
        replies_lately=Count("pk", filter=over & lately & Q(answered=True)),
    )  # fmt: skip
    return {
        row["prepared"]: Usage(
            row["count"], row["persons"], row["last"], row["waited"], row["replies"], row["persons_lately"],
            row["waited_lately"], row["replies_lately"],
        )
        for row in rows
    }  # fmt: skip
