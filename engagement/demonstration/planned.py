"""What the demonstration's colleagues have agreed on for the days to come, and what became of earlier plans."""

import datetime as dt
from dataclasses import dataclass

from engagement.actions import planned, touchpoints
from influencers.models import Membership, Program, User

Members = dict[str, Membership]
Colleagues = dict[str, User]
DAY = dt.timedelta(days=1)
LUNCH, EVENING = dt.time(12, 30), dt.time(18)


@dataclass(frozen=True, slots=True)
class Agreed:
    """A plan: with whom, when (days from today), where. `off`: why it was called off; `was`: how it was."""

    handles: tuple[str, ...]
    kind: str
    days: int
    at: dt.time | None
    where: str
    about: str
    who: str = "manager"
    moved_from: int | None = None
    off: str = ""
    was: str = ""


PLANS = (
    Agreed(("maya.prints",), "lunch", 0, LUNCH, "Kantine am Ufer", "The K2 on thick cotton: what has she found since the fair?"),
    Agreed(("annekeriso",), "call", -1, dt.time(15), "", "Whether the library keeps the duplicator", who="staff"),
    Agreed(("zoe.plakat", "lukasbrandt"), "event", 6, EVENING, "Print evening, Leipzig", "Bring both proofs of the wall"),
    Agreed(("yuki.riso",), "lunch", 9, dt.time(13), "Kissa Kōhi, at the station", "She is in town for two days", moved_from=4),
    Agreed(("declanpress",), "call", 13, None, "", "After his talk, when he has slept", who="staff"),
    Agreed(("nour.letters",), "meeting", 3, dt.time(11), "Her studio", "Paper without brighteners",
           off="Her daughter is ill. She proposes a day in two weeks."),
    Agreed(("hannah.riso",), "lunch", -8, LUNCH, "Markthalle", "The sentence for the help page",
           was="Hannah dries blue stock on the washing line over the stairs; that goes into the help page."),
)  # fmt: skip


def tell(program: Program, members: Members, colleagues: Colleagues, now: dt.datetime) -> None:
    """Agree on each, a week before its day; some are moved, called off, or have happened."""
    for one in PLANS:
        _agree(one, program, members, colleagues[one.who], now)


def _agree(one: Agreed, program: Program, members: Members, by: User, now: dt.datetime) -> None:
    people, today = [members[handle] for handle in one.handles], program.today(now)
    first = one.days if one.moved_from is None else one.moved_from
    then = now + min(first - 7, -1) * DAY
    row = planned.plan(
        program=program, by=by, now=then, members=people, kind=one.kind, on=today + first * DAY, at=one.at,
        where=one.where, about=one.about,
    )  # fmt: skip
    if one.moved_from is not None:
        on = today + one.days * DAY
        planned.change(plan=row, by=by, now=then, on=on, because="Her train comes a week later.")
    if one.off:
        planned.call_off(plan=row, by=by, now=now - DAY, because=one.off)
    if one.was:
        touchpoints.log(
            program=program, by=by, kind=one.kind, members=people, happened_at=now + one.days * DAY, now=now,
            words=one.was,
        )  # fmt: skip
