"""Is it true? A weekday that does not go with its date, or with the day on record."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.message import Evidence
from engagement.personalization.reading import Reading

NO_SUCH_DAY = gettext_noop("%(written)s is not a %(weekday)s: it is a %(right)s.")
OTHER_DAY = gettext_noop("On record, the %(what)s was on a %(right)s (%(date)s), not on a %(weekday)s.")

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_DAY = rf"(?P<weekday>{'|'.join(_DAYS)})"
_MONTH = "|".join(rf"{month[:3]}(?:{month[3:]})?" for month in _MONTHS)
_DATED = re.compile(
    rf"(?<!\w){_DAY},? (?:the )?(?P<date>(?P<day>\d\d?)(?:st|nd|rd"
    rf"|th)? (?:of )?(?P<month>{_MONTH})(?:[ ,]{{1,2}}(?P<year>20\d\d))?)(?!\w)"
    rf"|(?<!\w){_DAY.replace('weekday', 'weekday2')},? "
    rf"(?P<date2>(?P<month2>{_MONTH}) (?P<day2>\d\d?)(?:st|nd|rd|th)?(?:,? (?P<year2>20\d\d))?)(?!\w)",
)
_WHAT = "lunch|dinner|breakfast|brunch|coffee|call|meeting|event|drinks|chat"
_PAST = re.compile(
    rf"(?<!\w)(?:thanks|thank you|enjoyed|loved|great|good|nice|lovely"
    rf"|after) [^.!?\n]{{0,40}}?(?<!\w)(?P<what>{_WHAT}) (?:on |last )?{_DAY}(?!\w)",
)


def check(reading: Reading) -> Iterator[Finding]:
    """Warn of a weekday that cannot be right."""
    yield from _impossible(reading)
    yield from _not_on_record(reading)


def _impossible(reading: Reading) -> Iterator[Finding]:
    for match in reading.find(_DATED):
        groups = {name.rstrip("2"): text for name, text in match.groupdict().items() if text}
        meant = _date(groups, reading.draft.today)
        weekday = groups["weekday"].lower()
        if meant is not None and _DAYS[meant.weekday()] != weekday:
            params = {
                "written": reading.written(match, "date" if match["date"] else "date2"),
                "weekday": weekday.title(),
                "right": _DAYS[meant.weekday()].title(),
            }
            yield Finding("weekday", Outcome.WARN, NO_SUCH_DAY, params, (reading.span(match),))


def _date(groups: dict[str, str], today: date | None) -> date | None:
    """The date that is written; without a year the one nearest to today."""
    month = next(
        number for number, name in enumerate(_MONTHS, start=1) if name.startswith(groups["month"].lower()[:3])
    )
    if "year" in groups:
        years = [int(groups["year"])]
    elif today is not None:
        years = [today.year - 1, today.year, today.year + 1]
    else:
        return None
    days = [found for year in years if (found := _day(year, month, int(groups["day"]))) is not None]
    return min(days, key=lambda day: abs(day - (today or day)), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


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
    if days and weekday not in {_DAYS[day.weekday()] for day in days}:
        last = days[-1]
        params: dict[str, str | int] = {
            "what": what,
            "weekday": weekday.title(),
            "right": _DAYS[last.weekday()].title(),
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
