"""What stands beside a request once its need was weighed: how loud it was, and how like cases were decided."""

from dataclasses import dataclass, field

from engagement.insights.loudness import Loudness, loudness
from engagement.insights.precedents import Precedent, precedents
from engagement.insights.proportion import need_level, response_level
from engagement.models import AdvocateRequest
from influencers.models import Program


@dataclass(frozen=True, slots=True)
class Beside:
    """Nothing at all before the need was weighed."""

    loud: Loudness | None = None
    precedents: list[Precedent] = field(default_factory=list)
    need: int | None = None
    response: int | None = None

    @property
    def like(self) -> list[Precedent]:
        """The same case: category, need and words."""
        return [one for one in self.precedents if one.like]


def beside(wish: AdvocateRequest, program: Program) -> Beside:
    """Return it in four statements; in none before the need was weighed."""
    if not wish.is_assessed:
        return Beside()
    given = response_level(wish.decision, wish.value, large=program.large_value) if wish.decision else None
    return Beside(loudness(wish), precedents(wish, program), need_level(wish.impact, wish.urgency), given)
