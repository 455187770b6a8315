"""Days told from today: 'yesterday', '3 days ago', 'in two weeks', 'Ende der Woche'."""

import re
from collections.abc import Callable
from datetime import date

from engagement.quicklog.dates.names import MONTHS, NUMBERS, number, one_of
from engagement.quicklog.dates.reading import Reading, day_of, month_end, reading, shifted

COUNT = rf"(?P<n>[0-9]{{1,3}}|{one_of(NUMBERS)})"
UNIT = r"(?P<unit>day|week|month|year|tag|woche|monat|jahr)(?:s|en|e|n)?"
DAYS = {"day": 1, "tag": 1, "week": 7, "woche": 7, "month": 30, "monat": 30, "year": 365, "jahr": 365}

Rule = tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None], bool, bool]


def _rule(
    words: str, day: Callable[[re.Match[str], date], date | None], *, ahead: bool = False, past: bool = False
) -> Rule:
    return re.compile(rf"(?:{words})(?!\w)"), day, ahead, past


def _by(days: int) -> Callable[[re.Match[str], date], date | None]:
    return lambda match, today: shifted(today, days)


def _counted(sign: int) -> Callable[[re.Match[str], date], date | None]:
    return lambda match, today: shifted(today, sign * number(match["n"]) * DAYS[match["unit"]])


def _this_friday(weeks: int) -> Callable[[re.Match[str], date], date | None]:
    """The end of a working week; on a weekend 'this week' still has a day left."""
    return lambda match, today: shifted(today, max(4 - today.weekday(), 0) + 7 * weeks)


def _next_friday(match: re.Match[str], today: date) -> date | None:
    return shifted(today, 4 - today.weekday() + 7)


def _month_end(months: int) -> Callable[[re.Match[str], date], date | None]:
    return lambda match, today: month_end(today.year, today.month + months)


def _named_month_end(match: re.Match[str], today: date) -> date | None:
    month = MONTHS[match["month"]]
    return month_end(today.year + (month < today.month), month)


def _year_end(match: re.Match[str], today: date) -> date | None:
    return day_of(today.year, 12, 31)


def _calendar_week(match: re.Match[str], today: date) -> date | None:
    """The Friday of a numbered week, as German offices date things."""
    week = int(match["week"])
    for year in (today.year, today.year + 1):
        try:
            friday = date.fromisocalendar(year, week, 5)
        except ValueError:
            continue
        if friday >= today:
            return friday
    return None


RULES: tuple[Rule, ...] = (
    _rule(r"the day before yesterday|day before yesterday|vorgestern", _by(-2), past=True),
    _rule(r"yesterday (?:morning|afternoon|evening|night)|yesterday|last night", _by(-1), past=True),
    _rule(r"gestern (?:abend|nachmittag|vormittag|morgen|früh|mittag|nacht)|gestern", _by(-1), past=True),
    _rule(r"the day after tomorrow|day after tomorrow|übermorgen", _by(2), ahead=True),
    _rule(r"today|tonight|this (?:morning|noon|afternoon|evening)|just now|right now|earlier today", _by(0)),
    _rule(
        r"heute (?:abend|nachmittag|vormittag|morgen|früh|mittag|nacht)|heute|gerade eben|eben gerade", _by(0)
    ),
    _rule(r"eod|end of (?:the )?day", _by(0)),
    _rule(r"tomorrow (?:morning|afternoon|evening)|tomorrow|tmrw", _by(1), ahead=True),
    _rule(r"morgen (?:abend|nachmittag|vormittag|früh|mittag)|morgen", _by(1), ahead=True),
    _rule(rf"{COUNT} {UNIT} ago", _counted(-1), past=True),
    _rule(rf"vor {COUNT} {UNIT}", _counted(-1), past=True),
    _rule(rf"in {COUNT} {UNIT}(?: time)?", _counted(1), ahead=True),
    _rule(r"last week|letzte(?:r|n)? woche|vorige woche", _by(-7), past=True),
    _rule(
        r"eow|(?:the )?end of (?:the |this )?week|this week|(?:bis )?ende der woche|diese woche",
        _this_friday(0),
    ),
    _rule(
        r"(?:the )?end of next week|next week|ende nächster woche|nächste(?:r|n)? woche",
        _next_friday,
        ahead=True,
    ),
    _rule(r"eom|(?:the )?end of (?:the |this )?month|this month|ende des monats|monatsende", _month_end(0)),
    _rule(
        r"(?:the )?end of next month|next month|nächsten monat|ende nächsten monats",
        _month_end(1),
        ahead=True,
    ),
    _rule(r"eoy|(?:the )?end of (?:the |this )?year|ende des jahres|jahresende", _year_end),
    _rule(rf"(?:the )?end of (?P<month>{one_of(MONTHS)})", _named_month_end),
    _rule(rf"ende (?P<month>{one_of(MONTHS)})", _named_month_end),
    _rule(r"(?:kw|week) ?(?P<week>[0-9]{1,2})", _calendar_week),
)


def read_relative(text: str, pos: int, today: date) -> Reading | None:
    """The longest phrase at this place that counts from today."""
    found = [(match, rule) for rule in RULES if (match := rule[0].match(text, pos))]
    if not found:
        return None
    match, (_, day, ahead, past) = max(found, key=lambda pair: pair[0].end())
    return reading(match.end(), (day(match, today),), ahead=ahead, past=past)
