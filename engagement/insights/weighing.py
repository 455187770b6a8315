"""What a decision is warned of before it is made: a like case that went otherwise, and an answer out of proportion."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from engagement.insights.precedents import Precedent, otherwise
from engagement.insights.proportion import need_level, response_level, too_little, too_much
from engagement.models import AdvocateRequest
from influencers.models import Program
from influencers.saying import quoted

Warned = AdvocateRequest.Warned


@dataclass(frozen=True, slots=True)
class Warning:
    """One thing to think about, as a sentence; `about` is the id of the like case it names."""

    code: str
    sentence: str
    about: int | None = None


def warnings(
    wish: AdvocateRequest, program: Program, decision: str, value: Decimal, found: Sequence[Precedent]
) -> list[Warning]:
    """Return what speaks against this decision. An assessed request; `found` are its precedents."""
    response = response_level(decision, value, large=program.large_value)
    need = need_level(wish.impact, wish.urgency)
    said: list[Warning] = []
    other = otherwise(found, response)
    if other is not None:
        said.append(Warning(Warned.UNLIKE, _unlike(other), other.pk))
    if need is not None and too_much(response, need):
        little = _("The need is little (rank %(rank)d of 9), and this is a large thing to give.")
        said.append(Warning(Warned.TOO_MUCH, little % {"rank": wish.rank}))
    if need is not None and too_little(response, need):
        great = _("The need is great (rank %(rank)d of 9), and this gives them nothing.")
        said.append(Warning(Warned.TOO_LITTLE, great % {"rank": wish.rank}))
    return said


def _unlike(other: Precedent) -> str:
    return _("A like case was decided otherwise: %(words)s – %(decision)s, because: %(reason)s") % {
        "words": quoted(other.words), "decision": other.decision_name, "reason": quoted(other.reason),
    }  # fmt: skip
