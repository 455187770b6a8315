"""Something they posted lately."""

import datetime as dt
from collections.abc import Iterator

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from engagement.insights.brief.asking import Ask
from engagement.insights.brief.material import Material
from engagement.insights.brief.source import of_touch
from engagement.models.touchpoints import Direction, Kind

LATELY = dt.timedelta(days=60)
IN_PUBLIC = (Kind.COMMENT, Kind.REPOST, Kind.LIKE)
LENGTH = 200


def find(known: Material) -> Iterator[Ask]:
    """Yield what they said in public, or a post of theirs that we reacted to, the newest first."""
    for part in known.touches:
        touch = part.touchpoint
        day = known.member.program.today(part.happened_at)
        if touch.kind not in IN_PUBLIC or day < known.today - LATELY:
            continue
        theirs = touch.direction == Direction.IN and bool(touch.words)
        text = Truncator(" ".join(touch.words.split())).chars(LENGTH) if theirs else touch.link
        if text:
            source = of_touch(part, known.member, known.today)
            yield Ask(_("They posted"), text, source, theirs=theirs)
