"""What somebody got of us and what we asked of them, in counts: parts of one statement, and how they add up."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import CharField, F, Value

from engagement.models import AdvocateRequest, Ask
from engagement.models.asks import OPEN
from influencers.models import Grant

Decision = AdvocateRequest.Decision


@dataclass(slots=True)
class GiveAndAsk:
    """A year: grants and their worth, requests by what became of them, asks by state."""

    grants: int = 0
    worth: Decimal = Decimal(0)
    requests: Counter[str] = field(default_factory=Counter)
    asks: Counter[str] = field(default_factory=Counter)

    def add(self, what: str, side: str, count: int, worth: Any) -> None:
        """Count one row of the statement."""
        if what == "grant":
            self.grants, self.worth = count, Decimal(str(worth or 0))
        elif what == "request":
            self.requests[side] += count
        else:
            self.asks[side] += count

    @property
    def granted(self) -> int:
        """Requests that were granted, in full or in part."""
        return self.requests[Decision.GRANT] + self.requests[Decision.PART]

    @property
    def requested(self) -> int:
        """All that they asked of us."""
        return self.requests.total()

    @property
    def thanked(self) -> int:
        """Asks of ours for which they were thanked."""
        return self.asks[Ask.State.THANKED]

    @property
    def delivered(self) -> int:
        """Asks of ours that they fulfilled."""
        return self.asks[Ask.State.DELIVERED] + self.thanked

    @property
    def asked(self) -> int:
        """All that we asked of them."""
        return self.asks.total()

    @property
    def still_open(self) -> int:
        """Asks they have not answered, or have said yes to."""
        return sum(self.asks[state] for state in OPEN)

    @property
    def is_anything(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.grants or self.requested or self.asked)


def given_and_asked(member: int, since: dt.date) -> Iterator[tuple[str, Any, Any, Any]]:
    """Yield (what, rows, the column that tells them apart, their worth)."""
    nothing = Value("", output_field=CharField())
    requests = AdvocateRequest.objects.filter(membership=member, asked_on__gte=since).exclude(
        state="withdrawn"
    )
    yield (
        "grant",
        Grant.objects.standing().filter(membership=member, given_on__gte=since),
        nothing,
        F("value"),
    )
    yield "request", requests, F("decision"), F("value")
    asks = Ask.objects.counted().filter(membership=member, asked_on__gte=since)
    yield "ask", asks, F("state"), Value(0)
