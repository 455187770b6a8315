"""A date of theirs that is near, or has just been: their birthday, a launch, a move, an exam."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from engagement.insights.brief.asking import Ask
from engagement.insights.brief.material import Material
from engagement.insights.brief.source import Source, of_fact
from influencers.birthdays import next_birthday
from influencers.saying import on_day, the_date

AHEAD = dt.timedelta(days=30)
JUST_BEEN = dt.timedelta(days=10)  # one asks how it was


def find(known: Material) -> Iterator[Ask]:
    """Yield facts with a date, and the birthday, the next first; what has just been comes after what is to come."""
    found = [
        (fact.on_date, Ask(_when(fact.on_date, known.today), fact.text, of_fact(fact, known.today)))
        for fact in known.facts
        if fact.on_date and known.today - JUST_BEEN <= fact.on_date <= known.today + AHEAD
    ]
    birthday = next_birthday(known.member.advocate.birthday, known.today)
    if birthday and birthday <= known.today + AHEAD:
        source = Source("person", known.member.pk, _("their record"), the_date(birthday, known.today))
        found.append((birthday, Ask(_when(birthday, known.today), _("Birthday"), source)))
    for _day, ask in sorted(found, key=lambda pair: _nearness(pair[0], known.today)):
        yield ask


def _nearness(day: dt.date, today: dt.date) -> tuple[bool, int]:
    return day < today, abs((day - today).days)


def _when(day: dt.date, today: dt.date) -> str:
    if day < today:
        return _("A date has just been: %(when)s") % {"when": on_day(day, today)}
    return _("A date is near: %(when)s") % {"when": on_day(day, today)}
