"""Two who went from one colleague to another: with one the new owner has spoken, with the other not yet."""

import datetime as dt
import zoneinfo

from engagement.actions import handovers, touchpoints
from influencers.actions.handovers import Handing
from influencers.models import HandOver, Membership, User

Members = dict[str, Membership]
Colleagues = dict[str, User]
DAY = dt.timedelta(days=1)
TOLD = (
    ("leomarchetti", 26,
     "Speaks of presses as other people speak of cars: ask what he repaired last. He wants spare parts for the 1962 "
     "proofing press and knows that we have none; do not promise any. Calls after six, when the shop is closed.",
     HandOver.How.MEETING, None),
    ("peternovotny", 6,
     "Seventy-four, and hears badly on the left: sit on his right. He teaches on Wednesdays, so never then. He asked for "
     "the aquatint box twice and was told in spring that it comes in March.",
     HandOver.How.MEETING, 4),
)  # fmt: skip
MET = "Leo showed the gear he cut for the proofing press and asked whether we keep the old drawings in the cellar."


def hand_on(members: Members, colleagues: Colleagues, now: dt.datetime) -> None:
    """Have both looked after by somebody else than before; the first of them has had their lunch."""
    for handle, ago, what_to_know, how, planned in TOLD:
        member = members[handle]
        member.refresh_from_db()
        to = colleagues["staff"] if member.owner == colleagues["manager"] else colleagues["manager"]
        handing = Handing(member, to, what_to_know, how, _lunch(member, now, planned))
        handovers.begin(handing=handing, by=colleagues["manager"], now=now - ago * DAY)
        if planned is None:
            touchpoints.log(
                program=member.program, by=to, kind="lunch", members=[member], happened_at=now - (ago - 5) * DAY,
                now=now - (ago - 5) * DAY, words=MET,
            )  # fmt: skip


def _lunch(member: Membership, now: dt.datetime, days: int | None) -> dt.datetime | None:
    """Return one o'clock on a working day so many days ahead."""
    if days is None:
        return None
    program = member.program
    day = program.week().on_or_after(program.today(now) + days * DAY)
    return dt.datetime.combine(day, dt.time(13), tzinfo=zoneinfo.ZoneInfo(program.time_zone))
