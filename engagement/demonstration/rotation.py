"""A rotation review in the middle of its work: wishes that were asked for, proposals, a release nobody has told."""

import datetime as dt
from dataclasses import dataclass

from influencers.actions import decisions, reviews, waiting
from influencers.models import Membership, Program, RotationDecision, User

Members = dict[str, Membership]
Colleagues = dict[str, User]


@dataclass(frozen=True, slots=True)
class Case:
    """What was said about one person, and how far it has come."""

    handle: str
    wish: str = ""
    outcome: str = ""
    reason: str = ""
    by: str = "manager"
    read: str = ""  # by whom
    note: str = ""
    released: bool = False


CASES = (
    Case(
        "rafaprints", "Another year, and the evening course on paper of its own.", "renew",
        "His course fills and his wrist has healed.", read="admin", note="Ask him about the wrist first.", released=True,
    ),
    Case(
        "viktorpress", "He would like to stop posting and keep the friends.", "alumni",
        "He has given two years and says himself that the shop needs him. The door stays open.", by="admin",
        read="manager", note="Call him on a Sunday; he is at the fair on weekdays.",
    ),
    Case(
        "zoe.plakat", "Fewer posts, and to design the poster of our fair.", "new_role",
        "Her posters are what people ask about. As designer of the fair she does what she does best.",
    ),
    Case(
        "pabloferrer", outcome="pause",
        reason="He finishes the bullfight series until spring and has no time to answer us.", by="admin",
    ),
    Case("maya.prints", "To stay, if the K2 comes before the autumn fair."),
)  # fmt: skip


def review(program: Program, members: Members, colleagues: Colleagues, now: dt.datetime) -> None:
    """Begin the review three weeks ago, and bring each case as far as it has come."""
    today, begun = program.today(now), now - dt.timedelta(days=21)
    reviews.begin(
        program=program, by=colleagues["admin"], now=begun, name="Winter review",
        starts_on=today - dt.timedelta(days=14), ends_on=today + dt.timedelta(days=92),
    )  # fmt: skip
    for case in CASES:
        decision = decisions.open_decision(members[case.handle])
        _live(case, decision, colleagues, begun, today)


WAITING = (
    ("aisha.adire", 96, "Asked first, after the fair; we have nobody who dyes cloth."),
    ("ravi.riso", 40, "Priya gives her word for him; there is another risograph on the list of members."),
    ("luciaencuaderna", 12, "Would like to see the workshop before she says yes for good."),
)


def wait(members: Members, colleagues: Colleagues, now: dt.datetime) -> None:
    """Have three people wait; the manager has put the order right, and says why."""
    for handle, days, because in WAITING:
        since = (now - dt.timedelta(days=days)).date()
        waiting.add(membership=members[handle], by=colleagues["staff"], now=now, because=because, since=since)
    why = "Bookbinding is what our members ask for most; Ravi knows, and said he can wait until spring."
    place = members["luciaencuaderna"].waiting.get()
    waiting.move(place=place, by=colleagues["manager"], to=2, because=why)


def _live(
    case: Case, decision: RotationDecision, colleagues: Colleagues, begun: dt.datetime, today: dt.date
) -> None:
    by = colleagues[case.by]
    if case.wish:
        asker = decision.membership.owner or by
        decisions.note_wish(decision=decision, by=asker, now=begun + dt.timedelta(days=3), wish=case.wish)
    if not case.outcome:
        return
    decisions.propose(
        decision=decision, by=by, now=begun + dt.timedelta(days=6), outcome=case.outcome, reason=case.reason,
        seen=decision.version,
    )  # fmt: skip
    if case.read:
        decisions.second(
            decision=decision, by=colleagues[case.read], now=begun + dt.timedelta(days=7), note=case.note
        )
    if case.released:
        decisions.release(
            decision=decision, by=by, now=begun + dt.timedelta(days=8), tell_by=today - dt.timedelta(days=3)
        )
