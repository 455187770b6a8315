"""What the demonstration knows of people beyond their feed: questions, dates, what they promised."""

import datetime as dt

from engagement.actions import meetings, promises, stages, touchpoints
from engagement.demonstration import ties
from influencers.actions import advocates, facts, portraits
from influencers.models import Membership, Program, User

Members = dict[str, Membership]
Colleagues = dict[str, User]


def tell(program: Program, members: Members, colleagues: Colleagues, now: dt.datetime) -> None:
    """Tell what was learned by listening."""
    _ask_us(program, members, colleagues, now)
    _dates(program, members, colleagues, now)
    ties.tell(program, members, colleagues, now)
    _describe(program, members, colleagues, now)
    _put_forward(program, members, colleagues, now)


def _ask_us(program: Program, members: Members, colleagues: Colleagues, now: dt.datetime) -> None:
    """Questions that somebody raised in passing, and nobody came back to."""
    asked = (
        (
            "maya.prints",
            5,
            "The week after the opening is good. Shall I print on your cotton, or on the Swedish one?",
        ),
        ("leila.etching", 70, "The plates came well packed. Who made the linocut on your card?"),
    )
    for handle, ago, words in asked:
        touchpoints.log(
            program=program, by=colleagues["manager"], kind="message", members=[members[handle]], direction="in",
            happened_at=now - dt.timedelta(days=ago), now=now, words=words, channel="instagram",
        )  # fmt: skip


def _dates(program: Program, members: Members, colleagues: Colleagues, now: dt.datetime) -> None:
    manager, today = colleagues["manager"], program.today(now)
    near = (
        ("maya.prints", "Her sister opens the show in the old bakery", 9, "Told Lena on the phone"),
        ("tomokaforprints", "First evening of the new class", 3, "His post of last week"),
        ("siobhan.press", "Moves the press to Galway", 21, "Told Lena at the fair"),
    )
    for handle, text, ahead, source in near:
        facts.note(
            membership=members[handle], by=manager, kind="date", text=text, source=source,
            day=today - dt.timedelta(days=34), on_date=today + dt.timedelta(days=ahead),
        )  # fmt: skip
    for handle, ahead in (("ana.linocut", 4), ("maya.prints", 160), ("yuki.riso", 11)):
        person, day = members[handle].advocate, today + dt.timedelta(days=ahead)
        advocates.edit(
            advocate=person, program=program, by=manager, seen=person.version, birthday=f"--{day:%m-%d}"
        )
    promises.make(
        membership=members["maya.prints"], by=manager, made_by="them", due_on=today + dt.timedelta(days=6),
        text="A photograph of the guide rail with her own shim",
    )  # fmt: skip


PORTRAITS = (
    ("maya.prints", "persona", "Dry, precise, shows the work and never her face. Loved for saying what a press cannot do.",
     "Her posts of the last year", 200),
    ("maya.prints", "person", "Shy for ten minutes, then very funny. Asks more than she tells; remembers names.",
     "Lunch at the fair", 150),
    ("maya.prints", "person", "Shy for ten minutes, then very funny. Asks more than she tells. Needs quiet before a talk.",
     "Lunch on her visit to the works", 40),
    ("siobhan.press", "person", "Warm, late, and worth waiting for. Says no clearly, once.", "Dinner with Lena", 90),
    ("pabloferrer", "persona", "Big gestures, bigger audience; every film ends with a bow.", "His films of this spring", 60),
)  # fmt: skip


def _describe(program: Program, members: Members, colleagues: Colleagues, now: dt.datetime) -> None:
    """What people show online, and who they are when one meets them; who was met before anybody logged it."""
    manager, today = colleagues["manager"], program.today(now)
    for handle, side, text, source, ago in PORTRAITS:
        portraits.describe(
            membership=members[handle], by=manager, side=side, text=text, source=source,
            day=today - dt.timedelta(days=ago),
        )  # fmt: skip
    meetings.state(
        membership=members["joonhopark"], by=colleagues["staff"], now=now, met_on=today - dt.timedelta(days=900),
        source="Vera, at the poster biennale, before he was with us",
    )  # fmt: skip
    for handle, text, ago in (
        ("dmitritype", "Lives with his brother in Graz until the workshop is dry", 6),
        ("nour.letters", "Off coffee on her doctor’s advice", 2),
    ):
        facts.note(
            membership=members[handle], by=manager, kind="person", text=text, source="Told Marek on the phone",
            day=today - dt.timedelta(days=95), expires_on=today - dt.timedelta(days=ago),
        )  # fmt: skip


def _put_forward(program: Program, members: Members, colleagues: Colleagues, now: dt.datetime) -> None:
    """Two people on their way to a stage; of one of them not everything had been checked."""
    manager, today = colleagues["manager"], program.today(now)
    stages.put_forward(
        membership=members["siobhan.press"], by=manager, kind="talk", where="Spring summit, opening", now=now,
        on=today + dt.timedelta(days=120), despite="Her persona is her press; Lena knows her for ten years.",
    )  # fmt: skip
    panel = stages.put_forward(
        membership=members["pabloferrer"], by=colleagues["staff"], kind="panel", where="Poster biennale", now=now,
        on=today + dt.timedelta(days=45), despite="The organizers asked for him by name.",
    )  # fmt: skip
    stages.call_off(
        put_forward=panel, by=manager, now=now, because="Nobody vouches for him yet. First a lunch, then a stage.",
    )  # fmt: skip
