"""What else is asked of somebody: near to a day, in its quarter."""

import datetime as dt

from engagement.models import Ask, AskQuerySet
from engagement.models.asks import quarter_of


def others_near(ask: Ask) -> list[Ask]:
    """Return what else is asked of the same person: open, or wanted within the program's days of `ask`."""
    gap = dt.timedelta(days=ask.membership.program.ask_gap_days)
    others = _others(ask)
    near = others.wanted_between(ask.wanted_by - gap + DAY, ask.wanted_by + gap).exclude(
        state=Ask.State.DECLINED
    )
    found = (others.open() | near).select_related("owner").order_by("wanted_by", "pk")
    return list(found)


def count_in_quarter(ask: Ask) -> int:
    """Return how many other things are asked of the same person in the quarter in which this is wanted."""
    return _others(ask).wanted_between(*quarter_of(ask.wanted_by)).count()


DAY = dt.timedelta(days=1)


def _others(ask: Ask) -> AskQuerySet:
    return Ask.objects.counted().filter(membership=ask.membership_id).exclude(pk=ask.pk)
