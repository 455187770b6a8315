"""Whether one person gets more than their fair share of what a program gives."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import Any, Final

from django.db.models import Count, Sum

from influencers.models import Grant, Membership, Program

PERIOD: Final = dt.timedelta(days=365)
TIMES: Final = 2  # so many times the median is more than fair
FEWEST: Final = 3  # with fewer others who were given something there is nothing to compare with


@dataclass(frozen=True, slots=True)
class Share:
    """What one person was given in a year, and the median of the others who were given anything."""

    value: Decimal
    number: int
    median_value: Decimal
    median_number: float
    others: int

    def with_one_more(self, value: Decimal) -> "Share":
        """Return the share as it would be with another thing worth `value`."""
        return Share(self.value + value, self.number + 1, self.median_value, self.median_number, self.others)

    @property
    def is_more_than_fair(self) -> bool:
        """Whether value or number are more than twice the median of the others.

        People who were given nothing do not count: with them the median is nothing in most programs, and everything
        would be too much. The first thing somebody gets is never too much by number.
        """
        if self.others < FEWEST:
            return False
        by_value = self.median_value > 0 and self.value > TIMES * self.median_value
        return by_value or (self.number > 1 and self.number > TIMES * self.median_number)


def share_of(member: Membership, day: dt.date) -> Share:
    """Return what somebody was given in the year up to `day`, beside what the others got. One statement."""
    rows = _given(member.program, day).values_list("membership", "n", "worth")
    theirs: tuple[int, Decimal] = (0, Decimal(0))
    others: list[tuple[int, Decimal]] = []
    for membership, number, worth in rows:
        if membership == member.pk:
            theirs = (number, worth)
        else:
            others.append((number, worth))
    return _share(theirs, others)


def _share(theirs: tuple[int, Decimal], others: Sequence[tuple[int, Decimal]]) -> Share:
    return Share(
        value=theirs[1], number=theirs[0],
        median_value=median(worth for _n, worth in others) if others else Decimal(0),
        median_number=median(number for number, _w in others) if others else 0,
        others=len(others),
    )  # fmt: skip


def _given(program: Program, day: dt.date) -> Any:
    standing = Grant.objects.standing().filter(
        membership__program=program, given_on__gt=day - PERIOD, given_on__lte=day
    )
    return standing.order_by().values("membership").annotate(n=Count("pk"), worth=Sum("value"))
