"""What the demonstration's advocates asked of us: weighed, decided, told; like cases, loud ones, one put off."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from engagement.actions import requests, touchpoints
from engagement.models import AdvocateRequest
from influencers.actions import programs
from influencers.models import Membership, Program, User

Members = dict[str, Membership]
Colleagues = dict[str, User]
LATE = 14  # days from asking to deciding by


@dataclass(frozen=True, slots=True)
class Wish:
    """One request and what became of it. Days count back from today; without a decision it is open."""

    handle: str
    words: str
    category: str
    ago: int
    need: str = ""
    levels: tuple[int, int] = (0, 0)
    decision: str = ""
    reason: str = ""
    value: int = 0
    instead: str = ""
    despite: str = ""
    told: str = ""
    look_again: int = 0  # days from today
    pressed: tuple[tuple[str, int, str], ...] = ()


WISHES = (
    Wish("fatou.wax", "Could you send squeegees to Dakar without the stamp fee?", "support", 190,
         "Her Saturday class stands still while the parcel waits in customs.", (3, 2), "grant",
         "Customs there ask three times what they cost, and the class is why she is with us.", 40,
         told="Fatou was relieved: nine girls had shared two squeegees for a month."),
    Wish("bia.cartaz", "I would like the main stage of the summit.", "stage", 260,
         "Would like to be seen by more printers; her walls are seen without us.", (1, 1), "decline",
         "The opening belongs to somebody who prints in public.", instead="A wall in the courtyard, and Marek to hold the ladder.",
         told="Bia laughed and took the courtyard wall; she wants the one that gets the morning sun."),
    Wish("nour.letters", "I would like the main stage at the summit.", "stage", 90,
         "Speaks at schools anyway; the summit would be one more.", (1, 1), "grant",
         "A speaker fell ill, and she was free.", despite="The place was empty three days before, and nobody else could come.",
         told="Nour said yes at once and asked whether the projector shows hairlines.",
         pressed=(("escalated", 84, "Wrote to our managing director."), ("public", 82, "Asked her followers why brands never let calligraphers speak."))),
    Wish("gretabinds", "Could you pay my train to the fair?", "money", 150,
         "She cannot come without it, and her demonstration is announced.", (3, 2), "grant",
         "She demonstrates for us; the ticket is the least of it.", 90,
         told="Greta will come on the early train and bring the children's books she repairs."),
    Wish("benadlerzines", "Could you pay my train to the fair? I table for two days.", "money", 140,
         "He lives from the tables, and the fair is announced with him.", (3, 2), "grant",
         "As for Greta: who works at our table does not pay for getting there.", 110,
         told="Ben takes the night train and wants a corner seat at the table."),
    Wish("hirotanabe", "Could I keep the demonstration press?", "material", 70,
         "He has three presses and would like a fourth for guests.", (1, 2), "grant",
         "It is used, and shipping it back costs more than it brings.", 900,
         despite="It was to be scrapped: its worth is on paper only.",
         told="Hiro bowed on the phone, he says, and asked for the spare belt too.",
         pressed=(("again", 66, "Asked whether we had decided."), ("again", 62, "Asked again through Tomoka."), ("public", 60, "A post with the press and a question mark."))),
    Wish("mei.riso", "An advance for the second printing of the night market zine?", "money", 120,
         "The first printing sold out, and the paper has to be paid by the end of the week.", (3, 3), "part",
         "We cannot pay for printing, but we can buy a hundred copies now.", 300,
         told="Mei asked for the invoice address within the hour and sends the first hundred on Friday."),
    Wish("erikhalvorsen", "Could you name a blue after the northern lights?", "product", 110,
         "A joke that he half means.", (1, 1), "decline", "There is one blue, and its name is in the standard.",
         instead="The name of a color at our own open day.",
         told="Erik said he would have been ashamed if we had done it."),
    Wish("camila.grabados", "Might I borrow a press for the residency in Punta Arenas?", "access", 130,
         "The residency has none; the glacier book is cut there.", (2, 2), "defer",
         "The presses for loans come back in autumn.", look_again=-3,
         told="Camila can wait until autumn; she draws until then."),
    Wish("tomokaforprints", "Twelve small presses for the evening school, for one winter?", "material", 9,
         "Twenty-eight people share three presses, and the course ends in March.", (3, 2), "grant",
         "They are in the store until spring, and he has taught on them for two winters.", 2400),
    Wish("declanpress", "Will you replace the press that came late?", "complaint", 220,
         "He lost the Easter orders; the gear has been paid for.", (3, 2), "decline",
         "The delay was ours and the gear was paid for; a second press is more than the harm.",
         instead="First in line for the next belt, and Lena's number.",
         despite="A second press would take what the other forty get in a year.",
         told="Declan was short on the phone, and then asked about the belt.",
         pressed=(("escalated", 214, "Rang the sales office twice."),)),
    Wish("aiko.mokuhanga", "May I have the paper samples that were left over?", "material", 50,
         "Forty shades of white need forty papers.", (2, 1), "grant", "They lie in the store.", 15,
         told="Aiko will print one of the forty on each and send us a set."),
    Wish("renata.acquaforte", "Could somebody introduce me to the Bergen workshop?", "introduction", 40,
         "She wants to learn their ground before she teaches it.", (2, 2), "grant", "Freya knows them well.",
         told="Renata cooks on Thursday for whoever comes from Bergen."),
    Wish("joonhopark", "We need 60 by 90 sheets, and quickly!!", "product", 11,
         pressed=(("again", 8, "Asked for news."), ("again", 5, "Asked for news, with three exclamation marks."), ("public", 3, "A story: still waiting for paper."))),
    Wish("yuki.riso", "Is there a quieter drum? I print at night, and the library is below.", "support", 8,
         "She may have to stop printing at night, and has no other hours.", (3, 2)),
    Wish("islabinds", "The clamp has cracked. Can it be mended before January?", "complaint", 6),
)  # fmt: skip


def tell(program: Program, members: Members, colleagues: Colleagues, now: dt.datetime) -> None:
    """Tell them, the oldest first: what was decided becomes a precedent for what came after."""
    programs.change_settings(
        program=program, by=colleagues["admin"], now=now, seen=program.version, large_by=Program.LargeBy.SECOND,
        impact_high="They cannot teach, print or come as they have agreed with us, or lose money by it.",
    )  # fmt: skip
    for wish in sorted(WISHES, key=lambda one: -one.ago):
        live(wish, members[wish.handle], colleagues, now)


def live(wish: Wish, member: Membership, colleagues: Colleagues, now: dt.datetime) -> None:
    """Ask for it, press for it, weigh it, decide it, tell them."""
    manager, asked = colleagues["manager"], now - dt.timedelta(days=wish.ago)
    day = member.program.today(asked)
    row = requests.submit(
        membership=member, by=manager, words=wish.words, now=asked, category=wish.category,
        due_on=day + dt.timedelta(days=LATE),
    )  # fmt: skip
    for kind, ago, note in wish.pressed:
        on = member.program.today(now - dt.timedelta(days=ago))
        requests.press(advocate_request=row, by=manager, kind=kind, on=on, note=note, now=now)
    if wish.levels[0]:
        impact, urgency = wish.levels
        requests.assess(
            advocate_request=row, by=manager, now=asked + dt.timedelta(days=1), need=wish.need, impact=impact,
            urgency=urgency,
        )  # fmt: skip
    if wish.decision:
        _decide(wish, row, colleagues, now)


def _decide(wish: Wish, row: AdvocateRequest, colleagues: Colleagues, now: dt.datetime) -> None:
    manager, at = colleagues["manager"], now - dt.timedelta(days=wish.ago - 3)
    again = (
        row.membership.program.today(now) + dt.timedelta(days=wish.look_again) if wish.look_again else None
    )
    requests.decide(
        advocate_request=row, by=manager, now=at, decision=wish.decision, reason=wish.reason, instead=wish.instead,
        value=Decimal(wish.value) if wish.value else None, look_again_on=again, despite=wish.despite,
    )  # fmt: skip
    if not wish.told:
        return  # it waits for the second person
    if row.state == row.State.PROPOSED:
        requests.confirm(advocate_request=row, by=colleagues["admin"], now=at)
    heard = at + dt.timedelta(hours=20)
    call = touchpoints.log(
        program=row.membership.program, by=manager, kind="call", members=[row.membership], happened_at=heard, now=now,
        words=f"About “{wish.words}” {wish.told}",
    )  # fmt: skip
    requests.answer(advocate_request=row, by=manager, now=heard, answered_in=call)
