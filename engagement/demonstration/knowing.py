"""What the demonstration knows of people beyond their feed: questions, dates, what they promised."""

import datetime as dt

from engagement.actions import promises, touchpoints
from influencers.actions import advocates, facts
from influencers.models import Membership, Program, User

Members = dict[str, Membership]
Colleagues = dict[str, User]


def tell(program: Program, members: Members, colleagues: Colleagues, now: dt.datetime) -> None:
    """Tell what was learned by listening."""
    _ask_us(program, members, colleagues, now)
    _dates(program, members, colleagues, now)


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
