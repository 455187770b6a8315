"""What else is asked of somebody: near to a day, in its quarter, at all."""

import datetime as dt

from django.utils.translation import gettext as _

from engagement.models import Ask, AskQuerySet
from engagement.models.asks import quarter_of
from influencers.models import Membership
from influencers.saying import the_date

DAY = dt.timedelta(days=1)
FEW = 4


def others_near(ask: Ask) -> list[Ask]:
    """Return what else is asked of the same person: open, or wanted within the program's days of `ask`."""
    gap = dt.timedelta(days=ask.membership.program.ask_gap_days)
    others = _others(ask)
    near = others.wanted_between(ask.wanted_by - gap + DAY, ask.wanted_by + gap).exclude(
        state=Ask.State.DECLINED
    )
    return list((others.open() | near).select_related("owner").order_by("wanted_by", "pk"))


def count_in_quarter(ask: Ask) -> int:
    """Return how many other things are asked of the same person in the quarter in which this is wanted."""
    return _others(ask).wanted_between(*quarter_of(ask.wanted_by)).count()


def say(ask: Ask, today: dt.date) -> str:
    """Say an ask: what, by when, and who sees to it for whom."""
    return _("%(kind)s by %(day)s (%(who)s, %(department)s)") % {
        "kind": ask.get_kind_display(), "day": the_date(ask.wanted_by, today), "who": ask.owner,
        "department": ask.get_department_display(),
    }  # fmt: skip


def said_of(member: Membership, today: dt.date) -> str:
    """Say what is asked of somebody already, and how many things more the quarter has room for; two statements."""
    first, until = quarter_of(today)
    of_them = Ask.objects.counted().filter(membership=member)
    rows = list(of_them.open().select_related("owner").order_by("wanted_by", "pk")[:FEW])
    rows += of_them.wanted_between(first, until).exclude(pk__in=[row.pk for row in rows])[:FEW]
    open_ones = [say(row, today) for row in rows if row.is_open]
    in_quarter = sum(first <= row.wanted_by < until for row in rows)
    cap = member.program.asks_per_quarter
    room = _("This quarter: %(count)d of %(cap)d.") % {"count": in_quarter, "cap": cap}
    if not open_ones:
        return _("Nothing else is asked of them now.") + " " + room
    return _("Open already: %(asks)s.") % {"asks": "; ".join(open_ones)} + " " + room


def _others(ask: Ask) -> AskQuerySet:
    return Ask.objects.counted().filter(membership=ask.membership_id).exclude(pk=ask.pk)
