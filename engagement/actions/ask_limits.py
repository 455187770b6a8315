"""How much is asked of one person: no more in a quarter than was agreed, nor two things at once, without a reason."""

from django.utils.translation import gettext_lazy as _

from engagement.insights.asks import count_in_quarter, others_near, say
from engagement.models import Ask
from influencers.models import Membership
from influencers.refusals import Refused

NAMED = 3


def heed(ask: Ask) -> None:
    """Raise `Refused` where an ask lacks the sentence that the program's limits call for; forget one not needed.

    Locks the membership: of two colleagues asking at once the second sees what the first has asked.
    """
    list(Membership.objects.select_for_update().filter(pk=ask.membership_id).values_list("pk"))
    _within_cap(ask)
    _beside_others(ask)


def _within_cap(ask: Ask) -> None:
    cap, so_many = ask.membership.program.asks_per_quarter, count_in_quarter(ask)
    if so_many < cap:
        ask.over_cap_because = ""
    elif not ask.over_cap_because:
        sentence = _(
            "%(name)s is asked for %(count)d things in that quarter already; we agreed on %(cap)d. Say why one more."
        )
        words = {"name": ask.membership.advocate.called, "count": so_many, "cap": cap}
        raise Refused(sentence % words, field="over_cap_because")


def _beside_others(ask: Ask) -> None:
    near = others_near(ask)
    if not near:
        ask.collides_because = ""
    elif not ask.collides_because:
        sentence = _(
            "Something else is asked of %(name)s: %(others)s. Agree with your colleague, then say why both."
        )
        others = "; ".join(say(one, ask.asked_on) for one in near[:NAMED])
        words = {"name": ask.membership.advocate.called, "others": others}
        raise Refused(sentence % words, field="collides_because")
