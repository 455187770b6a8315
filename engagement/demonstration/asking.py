"""What the demonstration's program asked of its advocates: quotes, talks, reviews, from several departments."""

import datetime as dt
from dataclasses import dataclass

from engagement.actions import asks, promises, touchpoints
from engagement.models import Ask, Promise
from influencers.models import Membership, Program, User

Members = dict[str, Membership]
Colleagues = dict[str, User]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something we asked. Days count from today, past ones below zero; what has no day has not happened."""

    handle: str
    kind: str
    words: str
    department: str
    asked: int
    wanted: int
    said: str = ""
    answered: int | None = None
    delivered: int | None = None
    thanked: int | None = None
    thanks: str = ""
    no: bool = False
    off: str = ""
    one_more: str = ""
    beside: str = ""
    who: str = "manager"


ASKS = (
    Wanted("maya.prints", "quote", "Two sentences on thick cotton for the spring catalog", "marketing", -205, -180,
           "Gladly, if I may say what I do not like as well.", -203, -190, -184,
           "Maya saw the catalog with her sentence on page four, and the one about what she does not like beside it."),
    Wanted("peternovotny", "reference", "An hour on the phone with the school in Ostrava that hesitates", "sales", -80, -60,
           "I tell them what I tell my pupils.", -78, -64, -58,
           "The school in Ostrava has bought two presses; told Peter that they quote him in the staff room."),
    Wanted("leomarchetti", "test", "Four weeks with the new brake before it is sold", "product", -150, -115,
           "Finally somebody asks a mechanic.", -149, -120, -112, "Leo's three changes to the brake are in; he heard it from the engineer who drew them."),
    Wanted("siobhan.press", "review", "An honest review of the summit press, blots included", "pr", -40, -14,
           "You will not like all of it.", -38, -12),
    Wanted("annekeriso", "review", "What a librarian would want to know of the duplicator", "marketing", -70, -30,
           "Only if nothing is paid for it.", -69, -33),
    Wanted("gretabinds", "talk", "Opens the binders' evening in Lund", "events", -50, -20,
           "Not before the school term is over. Ask me in summer.", -48, no=True),
    Wanted("priya.riso", "content", "Six pictures of the street food issue for the window in Pune", "marketing", -45, -35,
           "Take them from my page, the large ones.", -44, -36, -33, "Priya got the photograph of the window, with two people who stand before it and read."),
    Wanted("priya.riso", "quote", "A line on soy black for the ink's label", "product", -12, 12, "After the reprint.", -10),
    Wanted("priya.riso", "talk", "Twenty minutes at the ink makers' day", "events", -3, 26,
           one_more="She offered it herself when she heard of the day.",
           beside="Lena and Marek agreed: the label first, the talk only if she wants to.", who="staff"),
    Wanted("tomokaforprints", "talk", "Shows the evening class at the open day", "events", -20, 9, "Twenty-eight people and I.", -18),
    Wanted("hannah.riso", "quote", "One sentence about drying on blue stock, for the help page", "support", -6, 5),
    Wanted("zoe.plakat", "content", "The film of the wall in Leipzig, a minute of it", "marketing", -30, -2, "It is cut on Thursday.", -28),
    Wanted("mateo.makes", "reference", "Tells a museum in Porto how the loan machine came by night bus", "sales", -9, 16, who="staff"),
    Wanted("lukasbrandt", "review", "Reads the chapter on the K1 for the anniversary book", "pr", -15, 33, "With my own measurements at hand.", -13),
    Wanted("viktorpress", "test", "Tries the rail of 1961 as a spare part for others", "product", -4, 21, who="staff"),
    Wanted("noa.textile", "quote", "A word on food waste dyes for the trade press", "pr", -25, 4, off="The magazine has put the issue off to autumn."),
)  # fmt: skip
KEPT = (
    ("leomarchetti", "A drawing of the brake as he would build it", 140),
    ("peternovotny", "The list of his pupils who print today", 95),
    ("annekeriso", "The text of her review before it is printed", 36),
)


def tell(program: Program, members: Members, colleagues: Colleagues, now: dt.datetime) -> None:
    """Ask, the oldest first, and live through what became of it."""
    for one in sorted(ASKS, key=lambda wanted: wanted.asked):
        _live(one, program, members[one.handle], colleagues, now)
    for handle, text, ago in KEPT:
        _keep(members[handle], text, now - dt.timedelta(days=ago), colleagues["manager"])


def _live(
    one: Wanted, program: Program, member: Membership, colleagues: Colleagues, now: dt.datetime
) -> None:
    by, today = colleagues[one.who], program.today(now)

    def at(days: int) -> dt.datetime:
        return now + dt.timedelta(days=days)

    row = asks.ask(
        membership=member, by=by, now=at(one.asked), kind=one.kind, words=one.words, department=one.department,
        wanted_by=today + dt.timedelta(days=one.wanted), over_cap_because=one.one_more, collides_because=one.beside,
    )  # fmt: skip
    if one.off:
        asks.withdraw(ask=row, by=by, because=one.off)
    if one.answered is not None:
        answer = asks.decline if one.no else asks.agree
        answer(ask=row, by=by, now=at(one.answered), their_words=one.said)
    if one.delivered is not None:
        asks.deliver(ask=row, by=by, now=at(one.delivered))
    if one.thanked is not None:
        _thank(row, one, by, at(one.thanked), now)


def _thank(row: Ask, one: Wanted, by: User, at: dt.datetime, now: dt.datetime) -> None:
    call = touchpoints.log(
        program=row.membership.program, by=by, kind="call", members=[row.membership], happened_at=at, now=now,
        words=one.thanks,
    )  # fmt: skip
    asks.thank(ask=row, by=by, now=at, thanked_in=call)


def _keep(member: Membership, text: str, at: dt.datetime, by: User) -> None:
    day = member.program.today(at)
    promise = promises.make(membership=member, by=by, text=text, due_on=day, made_by=Promise.By.THEM)
    promises.keep(promise=promise, by=by, now=at)
