"""Who vouches for whom in the demonstration, who knows whom, and what came of it."""

import datetime as dt

from influencers.actions import connections, vouches
from influencers.models import Membership, Program, User, Vouch

Members = dict[str, Membership]
Colleagues = dict[str, User]

WORDS = (
    ("maya.prints", "siobhan.press", "She tells you what is wrong before you have paid for it.", "Shared a stand at the fair", 300),
    ("siobhan.press", "declanpress", "Carried my press down four floors and would not take a coin.", "Neighbors in Limerick", 260),
    ("dmitritype", "maya.prints", "He knows where every sort of that typeface is buried.", "Exchanged type for years", 220),
    ("yuki.riso", "mei.riso", "Prints at night and answers in the morning, always.", "One studio, two drums", 180),
    ("priya.riso", "yuki.riso", "Her food issue sold out because it is honest.", "Guest of the studio for a month", 90),
    ("hirotanabe", "tomokaforprints", "His teacher trusted him with the last baren. So do I.", "Class in Kyoto", 150),
)  # fmt: skip
PAIRS = (
    ("maya.prints", "tomokaforprints", "made_together", "A folder of six prints, 2024"),
    ("siobhan.press", "nour.letters", "friend", "Met at the summit"),
    ("samzines", "amaraprints", "colleague", "Share a studio on Thursdays"),
    ("chloebinds", "kwameprints", "made_together", "Bound his first book"),
    ("joonhopark", "zoe.plakat", "rival", "Both wanted the harbor festival; ask neither about the other"),
    ("ana.linocut", "camila.grabados", "friend", "Told us on the phone"),
)


def tell(program: Program, members: Members, colleagues: Colleagues, now: dt.datetime) -> None:
    """Tell who gives their word for whom, which of it was checked, and which was taken back."""
    manager, staff, today = colleagues["manager"], colleagues["staff"], program.today(now)
    given = {
        handle: vouches.vouch(
            membership=members[handle], by=manager, words=words, how_known=known, giver=members[giver],
            day=today - dt.timedelta(days=ago),
        )
        for handle, giver, words, known, ago in WORDS
    }  # fmt: skip
    for handle in ("maya.prints", "siobhan.press", "yuki.riso"):
        vouches.check(
            vouch=given[handle], by=staff, how="Called, and asked what went wrong last time they worked together",
            day=today - dt.timedelta(days=60),
        )  # fmt: skip
    vouches.withdraw(
        vouch=given["hirotanabe"], by=manager, because="They fell out over the teacher’s tools; nothing against his prints.",
        day=today - dt.timedelta(days=20),
    )  # fmt: skip
    _own_word(members, colleagues, today)
    made = [
        connections.connect(membership=members[one], other=members[other], by=staff, kind=kind, how=how)
        for one, other, kind, how in PAIRS
    ]
    connections.end(
        connection=made[2],
        by=staff,
        because="Amara has a studio of her own now",
        day=today - dt.timedelta(days=30),
    )


def _own_word(members: Members, colleagues: Colleagues, today: dt.date) -> None:
    """Lena gave her word at the fair; Marek checked it."""
    word = Vouch.objects.filter(membership=members["leomarchetti"], by_user=colleagues["manager"]).first()
    if word is not None:
        word.membership = members["leomarchetti"]
        vouches.check(
            vouch=word,
            by=colleagues["staff"],
            how="Was there, and held the lamp",
            day=today - dt.timedelta(days=100),
        )
