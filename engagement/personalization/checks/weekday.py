"""Is it true? A weekday that does not go with its date, or with the day on record."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.message import Evidence
from engagement.personalization.reading import Reading
from engagement.personalization.times import MONTH, WEEKDAY, WEEKDAYS, a_day, month_of

NO_SUCH_DAY = gettext_noop("%(written)s is not a %(weekday)s: it is a %(right)s.")
OTHER_DAY = gettext_noop("On record, the %(what)s was on a %(right)s (%(date)s), not on a %(weekday)s.")

_DAY = rf"(?P<weekday>{WEEKDAY})"
_DATED = re.compile(
    rf"(?<!\w){_DAY},? (?:the )?(?P<date>(?P<day>\d\d?)(?:st|nd|rd"
    rf"|th)? (?:of )?(?P<month>{MONTH})(?:[ ,]{{1,2}}(?P<year>20\d\d))?)(?!\w)"
    rf"|(?<!\w){_DAY.replace('weekday', 'weekday2')},? "
    rf"(?P<date2>(?P<month2>{MONTH}) (?P<day2>\d\d?)(?:st|nd|rd|th)?(?:,? (?P<year2>20\d\d))?)(?!\w)",
)
# The date first: '16 June (Thursday)', '16 June is a Thursday', '16 June, a Thursday'.
_THEN = (
    rf" ?(?:\((?:a )?|,? (?:which )?(?:is|was|will be|falls on)(?: on)? (?:a )?"
    rf"|, (?:which is )?a ){_DAY.replace('weekday', 'after')}(?!'s)(?!\w)"
)
_DATE_FIRST = re.compile(
    rf"(?<!\w)(?P<date>(?P<day>\d\d?)(?:st|nd|rd"
    rf"|th)? (?:of )?(?P<month>{MONTH})(?:[ ,]{{1,2}}(?P<year>20\d\d))?)"
    + _THEN
    + rf"|(?<!\w)(?P<date2>(?P<month2>{MONTH}) (?P<day2>\d\d?)(?:st|nd|rd|th)?(?:,? (?P<year2>20\d\d))?)"
    + _THEN.replace("after", "after2")
)
_NUMERALS = (
    r"(?:(?P<iso>20\d\d-\d\d-\d\d)"
    r"|(?P<one>\d\d?)(?P<sign>[/.-])(?P<two>\d\d?)(?:(?P=sign)(?P<year>20\d\d|\d\d)|\.)?)"
)
_NUMERIC = re.compile(rf"(?<!\w){_DAY},? (?:the |on |\()?(?P<date>{_NUMERALS})(?![\w/])(?!-\d)")
_NUMERIC_FIRST = re.compile(
    rf"(?<![\w/.-])(?P<date>{_NUMERALS}) ?,? ?\(?(?:is a |was a |a )?{_DAY}(?!'s)(?!\w)"
)
_RANGE = re.compile(r"(?:to|through|till|until|and|or|–|-) ?\Z")
# 'Tomorrow, Friday', but not 'tomorrow, Friday or Monday'.
_LISTED = r"(?!'s)(?!,? ?(?:and|or|&|/|to|till|until|through|-|–)(?!\w))(?!, (?:" + WEEKDAY + r"))(?!\w)"
_RELATIVE = re.compile(
    rf"(?<!\w)(?P<rel>the day before yesterday|yesterday|today|tomorrow|the day after tomorrow"
    rf"|a week (?:from )?(?:today|tomorrow)|(?:today|tomorrow) week)"
    rf"(?:,? \((?:a |on )?|, (?:i\.?e\.?,? |that is,? |that's |on |a |which is (?:a )?|already )?| (?:–|-"
    rf"|—) ?){_DAY}{_LISTED}"
    rf"|(?<!\w)(?P<rel2>today|tomorrow|yesterday)(?:'s| is| was| will be) (?:a "
    rf"|already )?{_DAY.replace('weekday', 'weekday2')}{_LISTED}"
    rf"|(?<!\w){_DAY.replace('weekday', 'weekday3')} \((?P<rel3>today|tomorrow|yesterday)\)"
)
_FROM_TODAY = {
    "the day before yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "the day after tomorrow": 2,
    "a week today": 7, "a week from today": 7, "today week": 7, "a week tomorrow": 8, "a week from tomorrow": 8,
    "tomorrow week": 8,
}  # fmt: skip
_WHAT = "lunch|dinner|breakfast|brunch|coffee|call|meeting|event|drinks|chat"
_PAST = re.compile(
    rf"(?<!\w)(?:thanks|thank you|enjoyed|loved|great|good|nice|lovely"
    rf"|after) [^.!?\n]{{0,40}}?(?<!\w)(?P<what>{_WHAT}) (?:on |last )?{_DAY}(?!\w)",
)


def check(reading: Reading) -> Iterator[Finding]:
    """Warn of a weekday that cannot be right."""
    yield from _impossible(reading)
    yield from _impossible_in_numerals(reading)
    yield from _impossible_from_today(reading)
    yield from _not_on_record(reading)


def _impossible(reading: Reading) -> Iterator[Finding]:
    for match in (*reading.find(_DATED), *reading.find(_DATE_FIRST)):
        groups = {name.rstrip("2"): text for name, text in match.groupdict().items() if text}
        groups.setdefault("weekday", groups.get("after", ""))
        meant = _date(groups, reading.draft.today)
        weekday = groups["weekday"].lower()
        if meant is not None and WEEKDAYS[meant.weekday()] != weekday:
            params = {
                "written": reading.written(match, "date" if match["date"] else "date2"),
                "weekday": weekday.title(),
                "right": WEEKDAYS[meant.weekday()].title(),
            }
            yield Finding("weekday", Outcome.WARN, NO_SUCH_DAY, params, (reading.span(match),))


def _date(groups: dict[str, str], today: date | None) -> date | None:
    """The date that is written; without a year the one nearest to today."""
    month = month_of(groups["month"].lower())
    if "year" in groups:
        years = [int(groups["year"])]
    elif today is not None:
        years = [today.year - 1, today.year, today.year + 1]
    else:
        return None
    days = [found for year in years if (found := a_day(year, month, int(groups["day"]))) is not None]
    return min(days, key=lambda day: abs(day - (today or day)), default=None)


def _impossible_in_numerals(reading: Reading) -> Iterator[Finding]:
    """'Friday, 27/06/2026': wrong where it is by whichever way of reading it."""
    for match in (*reading.find(_NUMERIC), *reading.find(_NUMERIC_FIRST)):
        meant = _readings(match, reading.draft.today)
        weekday = match["weekday"]
        in_range = _RANGE.search(match.string[max(0, match.start() - 9) : match.start()])
        if meant and not in_range and weekday not in {WEEKDAYS[day.weekday()] for day in meant}:
            params = {
                "written": reading.written(match, "date"),
                "weekday": weekday.title(),
                "right": WEEKDAYS[meant[0].weekday()].title(),
            }
            yield Finding("weekday", Outcome.WARN, NO_SUCH_DAY, params, (reading.span(match),))


def _readings(match: re.Match[str], today: date | None) -> list[date]:
    """The days that numerals may mean, day first, then month first; nothing where the year is open."""
    if match["iso"]:
        day = a_day(*map(int, match["iso"].split("-")))
        return [day] if day else []
    one, two, year = int(match["one"]), int(match["two"]), match["year"]
    if year is None and (today is None or match["sign"] == "-"):
        return []
    years = (
        [int(year) % 100 + 2000] if year else [today.year - 1, today.year, today.year + 1] if today else []
    )
    ways = [(one, two)] if match["sign"] == "." else [(one, two), (two, one)]
    found = []
    for number, month in ways:
        days = [day for each in years if (day := a_day(each, month, number)) is not None]
        found += [min(days, key=lambda day: abs(day - (today or day)))] if days else []
    return found


def _impossible_from_today(reading: Reading) -> Iterator[Finding]:
    """'Tomorrow, Friday', on a Wednesday."""
    today = reading.draft.today
    if today is None:
        return
    for match in reading.find(_RELATIVE):
        groups = {name.rstrip("23"): text for name, text in match.groupdict().items() if text}
        right = WEEKDAYS[(today + timedelta(_FROM_TODAY[groups["rel"]])).weekday()]
        if right != groups["weekday"]:
            params = {"written": groups["rel"], "weekday": groups["weekday"].title(), "right": right.title()}
            yield Finding("weekday", Outcome.WARN, NO_SUCH_DAY, params, (reading.span(match),))


def on_another_day(reading: Reading) -> bool:
    """Whether this check says that what is spoken of was on another weekday."""
    return next(_not_on_record(reading), None) is not None


def _not_on_record(reading: Reading) -> Iterator[Finding]:
    match = next(reading.find(_PAST), None)
    if match is None or reading.draft.today is None:
        return
    what, weekday = match["what"].lower(), match["weekday"].lower()
    days = sorted(
        {
            item.when
            for item in reading.draft.evidence
            if item.when and _is_about(item, what, reading.draft.today)
        }
    )
    if days and weekday not in {WEEKDAYS[day.weekday()] for day in days}:
        last = days[-1]
        params: dict[str, str | int] = {
            "what": what,
            "weekday": weekday.title(),
            "right": WEEKDAYS[last.weekday()].title(),
            "date": f"{last.day} {last:%B}",
            "day": last.isoformat(),  # for a page, to write as its reader does
        }
        yield Finding("weekday", Outcome.WARN, OTHER_DAY, params, (reading.span(match, "weekday"),))


def _is_about(item: Evidence, what: str, today: date) -> bool:
    recent = item.when is not None and timedelta(0) <= today - item.when <= timedelta(days=21)
    return (
        recent
        and item.kind == "touchpoint"
        and re.search(rf"(?<!\w){what}(?!\w)", item.text, re.I) is not None
    )
