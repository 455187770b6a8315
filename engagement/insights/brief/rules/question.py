"""A question they raised and nobody came back to."""

import datetime as dt
import re
from collections.abc import Iterator

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from engagement.insights.brief.asking import Ask
from engagement.insights.brief.material import Material
from engagement.insights.brief.source import of_touch
from engagement.models import Participation
from engagement.models.touchpoints import Direction, Kind

A_YEAR = dt.timedelta(days=365)
LENGTH = 200
_SENTENCE = re.compile(r"[^.!?…。！？؟\n]+[.!?…。！？؟]*")
_ASKS = re.compile(r"[?？؟]\s*\Z")


def find(known: Material) -> Iterator[Ask]:
    """Yield what they wrote with a question in it, or waiting for an answer, since our last word; the newest first.

    A like is no answer. What was asked in a call was answered there, or became a promise or a request.
    """
    for part in known.touches:
        if _is_an_answer(part):
            return
        words = question_in(part)
        if words and known.member.program.today(part.happened_at) >= known.today - A_YEAR:
            source = of_touch(part, known.member, known.today)
            yield Ask(_("Nobody came back to their question"), words, source, theirs=True)


def _is_an_answer(part: Participation) -> bool:
    return part.touchpoint.direction != Direction.IN and part.touchpoint.kind != Kind.LIKE


def question_in(part: Participation) -> str:
    """Return the last sentence of theirs that ends with a question mark; all of it where it waits for an answer."""
    touch = part.touchpoint
    if touch.direction != Direction.IN or not touch.words:
        return ""
    asked = [one.strip() for one in _SENTENCE.findall(touch.words) if _ASKS.search(one)]
    words = asked[-1] if asked else touch.words if touch.needs_answer else ""
    return Truncator(" ".join(words.split())).chars(LENGTH)
