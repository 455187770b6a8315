"""The last conversations, as a colleague reads them in a minute."""

from dataclasses import dataclass

from django.utils.text import Truncator

from engagement.insights.brief.material import Material
from engagement.insights.profile.story import ICONS
from engagement.insights.profile.story import moment as as_moment
from engagement.models.touchpoints import LIVE, WRITTEN, Kind
from influencers.saying import the_date

TALKS = (*LIVE, *WRITTEN)  # likes, reposts and gifts are no conversations
FEW = 3
LENGTH = 320  # letters of each


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation. `words` are as they were written down, cut where they are long; `theirs`: their own."""

    touchpoint_id: int
    icon: str
    who: str
    what: str
    when: str
    day: str
    words: str
    theirs: bool


def talks(known: Material) -> tuple[Talk, ...]:
    """Return the last three conversations, the newest first."""
    spoken = [part for part in known.touches if part.touchpoint.kind in TALKS][:FEW]
    found = []
    for part in spoken:
        told = as_moment(part, known.member, known.today)
        day = known.member.program.today(part.happened_at)
        found.append(
            Talk(
                touchpoint_id=told.touchpoint_id, icon=ICONS[Kind(part.touchpoint.kind)], who=told.who, what=told.what,
                when=told.when, day=the_date(day, known.today),
                words=Truncator(" ".join(told.words.split())).chars(LENGTH),
                theirs=part.touchpoint.direction == "in",
            )
        )  # fmt: skip
    return tuple(found)
