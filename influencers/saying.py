"""Dates and numbers as people say them. Plain values come in; sentences in the reader's language go out."""

import datetime as dt
import re
from decimal import Decimal
from functools import lru_cache

from django.utils import formats
from django.utils.text import Truncator
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

PAIRED = re.compile('[“„«"][^“”„«»"]*[”“»"]')  # words that somebody wrote down with quotation marks already
NEAR = 45  # days within which one counts days; beyond, one names the date


def on_day(day: dt.date, today: dt.date) -> str:
    """Say a date: “today”, “yesterday”, “12 days ago”, “in 3 days”, “May 3”, “May 3, 2024”."""
    return _on_day(day, today, get_language())  # lists say the same few days over and over


@lru_cache(maxsize=20_000)
def _on_day(day: dt.date, today: dt.date, _language: str | None) -> str:
    days = (day - today).days
    named = {0: _("today"), -1: _("yesterday"), 1: _("tomorrow")}
    if days in named:
        return named[days]
    if -NEAR <= days < 0:
        return ngettext("%(days)d day ago", "%(days)d days ago", -days) % {"days": -days}
    if 0 < days <= NEAR:
        return ngettext("in %(days)d day", "in %(days)d days", days) % {"days": days}
    return the_date(day, today)


def the_date(day: dt.date, today: dt.date) -> str:
    """Name a date; with its year where that is another one."""
    return formats.date_format(day, "MONTH_DAY_FORMAT" if day.year == today.year else "DATE_FORMAT")


def how_long(days: int) -> str:
    """Say a stretch of days roughly: “3 weeks”, “7 months”, “2 years and 3 months”."""
    if days < 14:
        return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
    if days < 60:
        return ngettext("%(n)d week", "%(n)d weeks", days // 7) % {"n": days // 7}
    months = round(days / 30.44)
    years, rest = divmod(months, 12)
    in_months = ngettext("%(n)d month", "%(n)d months", rest) % {"n": rest}
    if not years:
        return in_months
    in_years = ngettext("%(n)d year", "%(n)d years", years) % {"n": years}
    return _("%(years)s and %(months)s") % {"years": in_years, "months": in_months} if rest else in_years


def quoted(words: str, limit: int = 140) -> str:
    """Return the beginning of somebody's words, in one pair of quotation marks, in one line."""
    line = " ".join(words.split())
    if PAIRED.fullmatch(line):
        line = line[1:-1]
    return _("“%(words)s”") % {"words": Truncator(line).chars(limit)}


def at_most(count: int, limit: int = 100) -> str:
    """Say a count that was stopped at `limit`: “99+”."""
    return str(count) if count < limit else f"{limit - 1}+"


def amount(value: Decimal | float) -> str:
    """Say an amount: “500”, “2,400”, “35.50”; programs know their own currency."""
    whole = value == int(value)
    return str(formats.number_format(value, 0 if whole else 2, use_l10n=True, force_grouping=True))
