"""How much is asked of one person: never more in a quarter than was agreed, nor two things at once, without a reason."""

from django.utils.translation import gettext_lazy as _

from engagement.insights.asks import count_in_quarter, others_near
from engagement.models import Ask
from influencers.models import Membership
from influencers.refusals import Refused
from influencers.saying import the_date

LONGEST_LIST = 3


def heed(ask: Ask) -> None:
    """Raise `Refused` where an ask lacks the sentence that the program's limits call for; forget one not needed.

    Locks the membership: of two colleagues asking at once the second sees what the first has asked.
    """
    Membership.objects.select_for_update().filter(pk=ask.membership_id).values_list("pk", flat=True).first()
    program = ask.membership.program
    so_many = count_in_quarter(ask)
    if so_many < program.asks_per_quarter:
        ask.over_cap_because = ""
    elif not ask.over_cap_because:
        sentence = _(
            "%(name)s is asked for %(count)d things in that quarter already; we agreed on %(cap)d. Say why one more."
        )
        raise Refused(
            sentence % {"name": ask.membership.advocate.called, "count": so_many, "cap": program.asks_per_quarter},
            field="over_cap_because",
        )  # fmt: skip
    near = others_near(ask)
    if not near:
        ask.collides_because = ""
    elif not ask.collides_because:
        said = "; ".join(_what(one) for one in near[:LONGEST_LIST])
        sentence = _(
            "Something else is asked of %(name)s: %(others)s. Agree with your colleague, then say why both."
        )
        raise Refused(
            sentence % {"name": ask.membership.advocate.called, "others": said}, field="collides_because"
        )


def _what(ask: Ask) -> str:
    """Say another ask: kind, by when, and who sees to it."""
    return _("%(kind)s by %(day)s (%(who)s, %(department)s)") % {
        "kind": ask.get_kind_display(), "day": the_date(ask.wanted_by, ask.asked_on), "who": ask.owner,
        "department": ask.get_department_display(),
    }  # fmt: skip
