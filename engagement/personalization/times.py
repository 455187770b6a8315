"""When a draft says that something was: 'yesterday', 'last week', 'on Monday', 'in May', as days."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
WEEKDAY = "|".join(WEEKDAYS)
MONTH = "|".join(
    rf"{month[:3]}(?:{month[3:]})?" if month != "september" else "sept?(?:ember)?" for month in MONTHS
)
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "a couple of": 2, "three": 3, "a few": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
}  # fmt: skip
COUNT = rf"(?:{'|'.join(sorted(_COUNTS, key=len, reverse=True))}|\d{{1,3}})"
_UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}

TIME = (
    r"(?:earlier today|today|this (?:very )?(?:morning|afternoon|evening)|(?:just |right )?now|a moment ago"
    r"|(?:an hour|\w{1,6} hours|\w{1,6} minutes) ago|the day before yesterday|yesterday(?: (?:morning"
    r"|afternoon|evening))?"
    r"|last night|the other (?:day|night|evening|week|month)"
    rf"|{COUNT} (?:day|week|fortnight|month|year)s? (?:ago|back)|(?:a|the past) fortnight"
    r"|(?:earlier )?this (?:week|month)|(?:last|the past|the previous) (?:week|month|year|weekend)"
    r"|(?:at|over|on) the weekend|this weekend"
    rf"|(?:(?:the )?(?:{MONTH})\.? (?:the )?\d\d?(?:st|nd|rd|th)?|(?:the )?\d\d?(?:st|nd|rd"
    rf"|th)? (?:of )?(?:{MONTH}))"
    r"(?:,? 20\d\d)?"
    rf"|(?:in |last |back in |early in |early |late |mid-)(?:{MONTH})(?: 20\d\d)?"
    rf"|(?:(?:on|last|this) )?(?:{WEEKDAY}),?(?: (?:the )?(?:\d\d?(?:st|nd|rd|th)? (?:of )?(?:{MONTH})"
    rf"|(?:{MONTH}) \d\d?(?:st|nd|rd|th)?))?"
    r"|in 20\d\d)(?!\w)"
)
_COUNTED = re.compile(rf"(?P<count>{COUNT}) (?P<unit>day|week|fortnight|month|year)s? (?:ago|back)")
_MONTH = re.compile(rf"(?<!\w)(?P<month>{MONTH})(?!\w)")
_NUMBER = re.compile(r"(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th)?(?!\d)")
_YEAR = re.compile(r"20\d\d")
_WEEKDAY = re.compile(rf"(?<!\w)(?P<weekday>{WEEKDAY})(?!\w)")


class Days(NamedTuple):
    """The days that words may mean: from the first to the last, of one weekday if it is named."""

    first: date
    last: date
    weekday: int | None = None

    def hold(self, day: date, slack: int = 0) -> bool:
        """Whether that day may be meant, give or take."""
        near = self.first - timedelta(slack) <= day <= self.last + timedelta(slack)
        return near and (self.weekday is None or slack > 0 or day.weekday() == self.weekday)

    def any_of(self, days: Iterable[date], slack: int = 0) -> bool:
        """Whether one of the days may be meant."""
        return any(self.hold(day, slack) for day in days)


def count(said: str) -> int:
    """The number that a word or digits say; 0 where it is none."""
    return int(said) if said.isdigit() else _COUNTS.get(said, 0)


def month_of(name: str) -> int:
    """The number of a month, by its name or the first three letters of it."""
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(name[:3]))


def a_day(year: int, month: int, day: int) -> date | None:
    """The day, if there is such a one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def past_days(said: str, today: date) -> Days | None:
    """The past days that a match of `TIME` may mean; nothing where it cannot be told."""
    return _dated(said, today) or _near(said, today) or _counted(said, today) or _vague(said, today)


def _near(said: str, today: date) -> Days | None:
    back = None
    if said == "the day before yesterday":
        back = 2
    elif said.startswith("yesterday"):
        back = 1
    elif said == "last night":
        return Days(today - timedelta(1), today)
    elif "today" in said or said.endswith((" morning", " afternoon", " evening", "now", "moment ago")):
        back = 0
    elif said.endswith(("hours ago", "hour ago", "minutes ago")):
        return Days(today - timedelta(1), today)
    if back is None or said.startswith("the other"):
        return None
    return Days(today - timedelta(back), today - timedelta(back))


def _counted(said: str, today: date) -> Days | None:
    if "fortnight" in said and not said.endswith(("ago", "back")):
        return Days(today - timedelta(19), today - timedelta(10))
    match = _COUNTED.search(said)
    if match is None or not count(match["count"]):
        return None
    days = count(match["count"]) * _UNITS[match["unit"]]
    vague = match["count"].startswith(("a ", "a f", "a c"))
    slack = {"day": 1, "week": 4, "fortnight": 5, "month": 15, "year": 200}[match["unit"]]
    more = slack + (days if vague else days // 5)
    return Days(today - timedelta(days + more), today - timedelta(max(0, days - slack)))


def _vague(said: str, today: date) -> Days | None:
    monday = today - timedelta(today.weekday())
    if said.startswith("the other"):
        return Days(today - timedelta({"week": 30, "month": 75}.get(said.split()[-1], 14)), today)
    if said.endswith("weekend"):
        return Days(today - timedelta(today.weekday() + (10 if said.startswith("last") else 3)), today)
    if said.endswith("this week"):
        return Days(monday - timedelta(1), today)
    if said.endswith("week"):
        sunday = today.weekday() == 6  # with which a week begins, for many
        return Days(
            monday - timedelta(9), today - timedelta(1) if sunday else max(monday, today - timedelta(5))
        )
    if said.endswith("this month"):
        return Days(today.replace(day=1) - timedelta(2), today)
    if said.endswith("month"):
        first = (today.replace(day=1) - timedelta(1)).replace(day=1)
        return Days(min(first, today - timedelta(40)), max(today.replace(day=1), today - timedelta(25)))
    if said.endswith("year"):
        return Days(date(today.year - 1, 1, 1) - timedelta(20), date(today.year, 1, 20))
    return None


def _dated(said: str, today: date) -> Days | None:
    month, number, year = _MONTH.search(said), _NUMBER.search(_YEAR.sub("", said)), _YEAR.search(said)
    years = [int(year[0])] if year else [today.year, today.year - 1]
    if month and number:
        days = [
            found for each in years if (found := a_day(each, month_of(month["month"]), int(number["day"])))
        ]
        day = next((each for each in days if each <= today), None)
        return Days(day, day) if day else None
    if month:
        first = next(
            (day for each in years if (day := date(each, month_of(month["month"]), 1)) <= today), None
        )
        return Days(first - timedelta(3), min(today, first + timedelta(34))) if first else None
    if year:
        return Days(date(int(year[0]), 1, 1), min(today, date(int(year[0]), 12, 31)))
    weekday = _WEEKDAY.search(said)
    if weekday:
        return Days(today - timedelta(14), today - timedelta(0), WEEKDAYS.index(weekday["weekday"]))
    return None
