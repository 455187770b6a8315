"""What is between us in the demonstration: messages, promises, requests, perks, vouches, decisions."""

import datetime as dt

from engagement.actions import messages, promises, requests, touchpoints
from engagement.demonstration import asking, everyday, gifts, knowing, planned, rotation, wishes, wording
from engagement.demonstration.notes import MESSAGES
from influencers.actions import vouches
from influencers.models import Connection, Membership, Program, SavedFilter, User
from influencers.models.memberships import TENDED

Members = dict[str, Membership]
Colleagues = dict[str, User]


def tell(program: Program, members: Members, colleagues: Colleagues, now: dt.datetime) -> None:
    """Tell everything that happened between us and them."""
    for member in members.values():
        member.refresh_from_db()
    _write(members, colleagues, now)
    _hear(program, members, colleagues, now)
    _promise(program, members, colleagues, now)
    _ask(program, members, colleagues, now)
    wishes.tell(program, members, colleagues, now)
    everyday.tell(members, colleagues, now)
    asking.tell(program, members, colleagues, now)
    gifts.tell(program, members, colleagues, now)
    planned.tell(program, members, colleagues, now)
    _know(program, members, colleagues, now)
    knowing.tell(program, members, colleagues, now)
    wording.tell(program, members, colleagues, now)
    rotation.review(program, members, colleagues, now)
    rotation.wait(members, colleagues, now)


def _days(now: dt.datetime, ago: float) -> dt.datetime:
    return now - dt.timedelta(days=ago)


def _write(members: Members, colleagues: Colleagues, now: dt.datetime) -> None:
    """Messages that passed the personal check; each a little before the last touch, so that nobody is rejuvenated."""
    for handle, words in MESSAGES:
        member = members[handle]
        if member.status not in TENDED or handle in ("ingrid.etch", "elif.ebru"):
            continue
        at = (member.last_touch_at or now) - dt.timedelta(hours=20)
        messages.write(membership=member, by=member.owner or colleagues["staff"], words=words, now=at)
    canned = (
        "Hi [FIRST NAME], we love your content and would like to send you our newest products! Interested?"
    )
    messages.hold(
        membership=members["gabriel.serigraphie"], by=colleagues["staff"], words=canned, now=_days(now, 1)
    )


def _hear(program: Program, members: Members, colleagues: Colleagues, now: dt.datetime) -> None:
    """Messages that wait for our answer."""
    said = (
        (
            "kwameprints",
            4,
            "The squeegees arrived, one is cracked along the grip. Can you tell me what to do with it?",
        ),
        ("chloebinds", 1.2, "I tried to ruin a cover with your felt pads and failed. When may I film this?"),
        ("joonhopark", 5, "Any news about the 60 by 90 sheets? The club wants posters for the opening game."),
    )
    for handle, ago, words in said:
        touchpoints.log(
            program=program, by=colleagues["staff"], kind="message", members=[members[handle]], direction="in",
            happened_at=_days(now, ago), now=now, words=words, needs_answer=True, channel=members[handle].advocate.accounts.all()[0].platform,
        )  # fmt: skip


def _promise(program: Program, members: Members, colleagues: Colleagues, now: dt.datetime) -> None:
    today = program.today(now)
    made = (
        ("maya.prints", "A sample sheet from the K2 on cotton paper", 2, "us", "manager"),
        ("dmitritype", "Put him in touch with the widow in Graz", -6, "us", "staff"),
        ("hirotanabe", "Film of the baren being wrapped", 20, "them", "manager"),
        ("siobhan.press", "Dates of the spring summit", 0, "us", "manager"),
        ("nour.letters", "Paper without brighteners, three weights", -2, "us", "staff"),
        ("lukasbrandt", "Scans of the K1 drawings", 9, "us", "staff"),
        ("tomokaforprints", "A photograph of the evening class with the rollers", 14, "them", "staff"),
    )
    for handle, text, days, by, owner in made:
        promises.make(
            membership=members[handle],
            by=colleagues[owner],
            text=text,
            due_on=today + dt.timedelta(days=days),
            made_by=by,
        )
    kept = promises.make(
        membership=members["maya.prints"],
        by=colleagues["manager"],
        text="Straight gripper bars",
        due_on=today - dt.timedelta(days=90),
    )
    promises.keep(promise=kept, by=colleagues["staff"], now=_days(now, 95))
    broken = promises.make(
        membership=members["declanpress"],
        by=colleagues["manager"],
        text="Delivery by Easter",
        due_on=today - dt.timedelta(days=230),
    )
    promises.break_(
        promise=broken,
        by=colleagues["manager"],
        now=_days(now, 200),
        made_good="Paid the gear that Limerick cut for him.",
    )


def _ask(program: Program, members: Members, colleagues: Colleagues, now: dt.datetime) -> None:
    manager, today = colleagues["manager"], program.today(now)
    wishes = (
        ("maya.prints", "Could I have the K2 for six weeks before the fair?", "access", 3, 3, 6),
        ("kwameprints", "Can you send squeegees to Accra without the stamp fee?", "support", 3, 2, -4),
        ("amaraprints", "May I pay by invoice?", "money", 3, 2, -20),
        ("pabloferrer", "I would like the main stage of the summit.", "stage", 1, 1, -9),
        ("samzines", "A table at your fair?", "stage", 2, 2, -30),
    )
    for handle, words, category, impact, urgency, due in wishes:
        wish = requests.submit(
            membership=members[handle], by=manager, words=words, now=_days(now, 14 - due), category=category,
            due_on=today + dt.timedelta(days=due),
        )  # fmt: skip
        requests.assess(
            advocate_request=wish, by=manager, now=_days(now, 13 - due), impact=impact, urgency=urgency,
            need="Cannot do the work they have agreed to without it.",
        )  # fmt: skip
        if handle in ("amaraprints", "samzines"):
            requests.decide(
                advocate_request=wish,
                by=manager,
                now=_days(now, 24),
                decision="grant",
                reason="A fair wish that costs us little.",
            )
            told = touchpoints.log(
                program=program, by=manager, kind="call", members=[members[handle]], happened_at=_days(now, 23), now=now,
                words=f"Told {members[handle].advocate.called} yes to “{words}”; glad, and asked about spring.",
            )  # fmt: skip
            requests.answer(advocate_request=wish, by=manager, now=_days(now, 23), answered_in=told)
        if handle == "pabloferrer":
            requests.decide(
                advocate_request=wish, by=manager, now=_days(now, 12), decision="decline",
                reason="The opening belongs to somebody who prints in public; his films are seen without us.",
                instead="A talk about his bullfight posters in the library, with Vera's help.",
            )  # fmt: skip


def _know(program: Program, members: Members, colleagues: Colleagues, now: dt.datetime) -> None:
    manager, today = colleagues["manager"], program.today(now)
    words = (
        (
            "viktorpress",
            "lukasbrandt",
            "He gives back what he borrows, cleaner than before.",
            "Traded type for two years",
        ),
        (
            "ewa.lino",
            "freyaolsen",
            "She registers by eye and is never off.",
            "Shared a boat and a press in Bergen",
        ),
        (
            "leomarchetti",
            None,
            "Repaired our demo press on the last day of the fair and asked for nothing.",
            "Met at the fair",
        ),
        ("camila.grabados", "marisol.grabado", "Her blocks tell the truth.", "Residency in Oaxaca"),
    )
    for handle, giver, sentence, known in words:
        vouches.vouch(
            membership=members[handle], by=manager, words=sentence, how_known=known, day=today - dt.timedelta(days=120),
            giver=members[giver] if giver else None,
        )  # fmt: skip
    pairs = (
        ("maya.prints", "freyaolsen", "friend"),
        ("yuki.riso", "mei.riso", "made_together"),
        ("priya.riso", "ravi.riso", "friend"),
    )
    for one, other, kind in pairs:
        Connection(membership=members[one], other=members[other], kind=kind, how="They told us").save_as(
            manager
        )
    SavedFilter.objects.create(
        program=program,
        user=manager,
        name="Losing touch",
        query="touch=losing",
        shared=True,
    )
