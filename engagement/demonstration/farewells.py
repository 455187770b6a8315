"""How those who are not with us any more went: told on the phone, thanked in words of their own, and what stays."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from engagement.actions import farewells, messages, touchpoints
from engagement.insights.recap import recap
from engagement.models import Touchpoint
from influencers.actions import farewells as leaving
from influencers.models import Farewell, FarewellStep, Membership, User

Step = FarewellStep.Step
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Parting:
    """What was said to one of them. Without thanks the farewell stands where somebody has yet to write them."""

    reason: str
    heard: str
    took_it: str
    thanks: str = ""
    stays: str = ""
    door: str = Farewell.Door.OPEN
    door_why: str = ""
    cause: str = Farewell.Cause.ROTATION
    their_words: str = ""


PARTINGS: dict[str, Parting] = {
    "sofia.marbles": Parting(
        "Two years together; the place goes to somebody new, as agreed from the start.",
        "Sofia said she had counted the months herself. She wants to finish the marbled endpapers for the atlas first, "
        "and asked who gets her two trays.",
        "She laughed, then was quiet for a moment. She asked who comes after her.",
    ),
    "willemposters": Parting(
        "Two years together; the place goes to somebody new, as agreed from the start.",
        "Willem had expected it and was glad to hear it on the phone. He will go on printing for the cargo bike "
        "couriers, and keeps the seat in the poster jury.",
        "Well. He had expected it, and was glad of the call.",
        "Dear Willem, on the phone you said that nobody thanks a poster once it has been taken down. So here it is in "
        "writing: the four sheets for the cargo bike couriers still hang in our hall, and the jury seat stays yours.",
        "The jury seat, spare parts at cost, and Lena's number.",
    ),
    "nadia.letters": Parting(
        "Her second year ends; the place goes to somebody new, as agreed from the start.",
        "Nadia took an hour for the call. She is writing out her grandmother's recipes, one card a day, and would like "
        "the old nibs for it.",
        "She was sad for an afternoon, she says, and then wrote three cards.",
        "Dear Nadia, the drawer with the old nibs is on its way to you, for your grandmother's recipes. What you drew on "
        "that napkin about our upstroke is why the new nibs do not scratch; the workshop still has the napkin.",
        "The alumni evening every June, and the nibs as long as there are any.",
    ),
    "oskarzine": Parting(
        "He wants his evenings back for the library.",
        "Oskar asked to stop: the library opens on Thursday nights now and he runs it alone. He is not cross with us.",
        "It was his own wish; he sounded lighter at the end of the call.",
        "Dear Oskar, the library has got the better part of the bargain. Your Thursday nights will be full of people "
        "who did not know that they want to read zines; and the stapler you repaired for us twice is yours to keep.",
        "The stapler, and our greetings to the Thursday readers.",
        Farewell.Door.CLOSED, "He asked us not to ask again before he says so.",
        Farewell.Cause.THEIR_WISH, "I would rather stop while I still like it. The library needs me on Thursdays.",
    ),
}  # fmt: skip


def part(member: Membership, handle: str, *, alumni: bool, manager: User, began: dt.datetime) -> None:
    """Let somebody go, as far as their story goes."""
    said = PARTINGS[handle]
    farewell = leaving.begin(
        membership=member,
        by=manager,
        now=began,
        cause=said.cause,
        reason=said.reason,
        their_words=said.their_words,
    )
    today = member.program.today(began)
    take(farewell, Step.SETTLED, manager, began)
    take(farewell, Step.PERKS, manager, began, ends={})
    take(farewell, Step.RECAP, manager, began + DAY, recap=recap(member, today))
    call = _heard(member, said.heard, manager, began + 2 * DAY)
    take(farewell, Step.TOLD, manager, began + 2 * DAY, touchpoint=call, told_how=said.took_it)
    if not said.thanks:
        return
    note = messages.write(
        membership=member, by=manager, words=said.thanks, now=began + 3 * DAY, kind="letter"
    )
    take(farewell, Step.THANKS, manager, began + 3 * DAY, touchpoint=note)
    stays: dict[str, Any] = {"what_stays": said.stays, "alumni": alumni, "whom_to_call": manager}
    take(farewell, Step.STAYS, manager, began + 4 * DAY, **stays)
    take(farewell, Step.DOOR, manager, began + 4 * DAY, door=said.door, door_why=said.door_why)
    later: dict[str, Any] = {"contact_on": today + 200 * DAY, "contact_by": manager} if alumni else {}
    take(farewell, Step.CONTACT, manager, began + 4 * DAY, **later)
    farewells.complete(farewell=farewell, by=manager, now=began + 6 * DAY)


def take(farewell: Farewell, step: str, by: User, now: dt.datetime, **said: Any) -> None:
    """Take one step at a time gone by."""
    farewells.take(farewell=farewell, step=step, by=by, now=now, **said)


def _heard(member: Membership, words: str, by: User, at: dt.datetime) -> Touchpoint:
    return touchpoints.log(
        program=member.program, by=by, kind="call", members=[member], happened_at=at, now=at, words=words
    )
