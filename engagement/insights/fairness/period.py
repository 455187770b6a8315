"""Of which time fairness is told: a year up to today, this quarter, or the one before."""

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from engagement.models.asks import quarter_of
from influencers import clock
from influencers.models import Program

ONE = dt.timedelta(days=1)
YEAR = dt.timedelta(days=365)
PERIODS: dict[str, LazyText] = {
    "year": _("Last twelve months"),
    "quarter": _("Last quarter"),
    "now": _("This quarter"),
}


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` on, before `until`; `since` and `end` are the same as instants in the program's zone."""

    name: str
    first: dt.date
    until: dt.date
    since: dt.datetime
    end: dt.datetime

    @property
    def last(self) -> dt.date:
        """The last day that is in it."""
        return self.until - ONE


def period_of(program: Program, name: str, today: dt.date) -> Period:
    """Return the period of that name as of `today`; the last twelve months if there is none."""
    this_quarter = quarter_of(today)
    first, until = {
        "quarter": quarter_of(this_quarter[0] - ONE),
        "now": this_quarter,
    }.get(name, (today + ONE - YEAR, today + ONE))
    since, end = (clock.start_of(day, program.time_zone) for day in (first, until))
    return Period(name if name in PERIODS else "year", first, until, since, end)
