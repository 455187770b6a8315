"""Prepared content at work in the demonstration, and a message that was rightly vouched for."""

import datetime as dt

from engagement.actions import cases, content, drafts, messages
from engagement.models import PreparedContent
from influencers.models import Membership, Program, User

INKS = (
    "[[rewrite: what they last printed, and what you noticed in it]] Our spring inks are milled in Biella from soy oil and "
    "pigment; the black is batch 43 and newer. They need twelve hours to dry on coated paper. "
    "[[rewrite: which of their prints would gain by it]]"
)
SQUEEGEE = (
    "[[rewrite: say that you saw what broke, and are sorry for it]] Every squeegee handle of ours is replaced for free for "
    "two years. Send no parcel: a photo is enough, and the new one leaves on the same day."
)
FAIR = "We are at the winter fair in Leipzig, hall 3, beside the paper makers, from Thursday to Sunday."
ABOUT_INKS = (
    ("hannah.riso", 26, "Hannah, the two-color foxes on your last zine are the sharpest thing I have seen come off a "
     "drum this year. You wondered about the smell: the new inks are milled in Biella from soy oil, so the shop stays "
     "breathable. I would start with the night page, where the black drowns the fur."),
    ("yuki.riso", 19, "Yuki, your rain series has been open on my desk since Monday, mostly for the gray that is no gray. "
     "If you try our new black on it, leave the sheets alone overnight: they need twelve hours to dry on coated paper, "
     "and the umbrella is not worth a smear."),
    ("joonhopark", 12, "Joon-ho, thank you for the honest word about pinholes in the big solids. The spring inks run thicker; "
     "batch 43 and newer is the one to ask for. Your ferry print is what I want to see with it."),
)  # fmt: skip
TOGETHER = (
    "The plates of the harbor print you two made came back from the framer this morning, and they hang where everybody "
    "has to pass. People stop, and then ask which of you carved the gulls."
)


def tell(
    program: Program, members: dict[str, Membership], colleagues: dict[str, User], now: dt.datetime
) -> None:
    """Keep content at the ready, adapt it, begin a draft from it; send one message on a colleague's word."""
    inks = _kept(program, colleagues["manager"], "How the spring inks are made", INKS, ["ink", "risograph"])
    _kept(program, colleagues["staff"], "A squeegee broke", SQUEEGEE, ["tools", "apology"])
    fair = _kept(program, colleagues["manager"], "Winter fair in Leipzig", FAIR, ["fair"])
    content.retire(content=fair, by=colleagues["manager"], day=program.today(now - dt.timedelta(days=20)))
    for handle, ago, words in ABOUT_INKS:
        member = members[handle]
        at = min(now - dt.timedelta(days=ago), (member.last_touch_at or now) - dt.timedelta(hours=30))
        messages.write(
            membership=member, by=member.owner or colleagues["staff"], words=words, now=at, prepared=inks
        )
    drafts.keep(
        membership=members["maya.prints"], by=colleagues["admin"], words=f"Maya, {INKS}", kind="message", channel="", now=now,
        prepared=inks,
    )  # fmt: skip
    _vouched(members, colleagues, now)


def _kept(program: Program, by: User, title: str, words: str, tags: list[str]) -> PreparedContent:
    return content.put(content=PreparedContent(program=program), by=by, title=title, words=words, tags=tags)


def _vouched(members: dict[str, Membership], colleagues: dict[str, User], now: dt.datetime) -> None:
    """Two who made one print get one message: blocked, and rightly released."""
    writer, voucher, at = colleagues["staff"], colleagues["manager"], now - dt.timedelta(days=33)
    messages.write(membership=members["priya.riso"], by=writer, words=f"Priya, {TOGETHER}", now=at)
    held = messages.hold(membership=members["mei.riso"], by=writer, words=f"Mei, {TOGETHER}", now=at)
    why = "They made the print together, and this is about both of them."
    sent = messages.vouch_for(touchpoint=held, by=voucher, reason=why, now=at + dt.timedelta(hours=2))
    cases.keep(
        touchpoint=sent, by=voucher, right="warn", reason="One print, two makers: a hint is enough.", now=now
    )
