"""Days on which a program's people are at work."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkingWeek:
    """Which ISO weekdays (1 Monday … 7 Sunday) are worked, and which dates are holidays all the same."""

    weekdays: frozenset[int]
    holidays: frozenset[dt.date] = frozenset()

    @classmethod
    def of(cls, weekdays: str, holidays: Collection[dt.date] = ()) -> "WorkingWeek":
        """Build from a string of digits such as `12345`."""
        return cls(frozenset(int(digit) for digit in weekdays), frozenset(holidays))

    def works_on(self, day: dt.date) -> bool:
        """Tell whether `day` is worked."""
        return day.isoweekday() in self.weekdays and day not in self.holidays

    def on_or_after(self, day: dt.date) -> dt.date:
        """Return `day` itself if it is worked, else the next day that is (at most a year on)."""
        for _ in range(366):
            if self.works_on(day):
                return day
            day += ONE_DAY
        return day

    def after(self, day: dt.date, working_days: int) -> dt.date:
        """Return the day that many working days after `day`; one after a Friday is the Monday."""
        for _ in range(working_days):
            day = self.on_or_after(day + ONE_DAY)
        return self.on_or_after(day)
