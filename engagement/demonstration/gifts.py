"""What the demonstration's program gives: some disclosed, one late, one taken back, two with a second thought."""

import datetime as dt
from typing import Any

from engagement.actions import giving
from influencers.actions import perks
from influencers.models import Grant, Membership, Perk, Program, User

Members = dict[str, Membership]
Colleagues = dict[str, User]
OFFERS: dict[str, dict[str, Any]] = {
    "guillotine": {
        "name": "Review sample: small guillotine", "kind": "sample", "value": 480, "stock": 4, "must_disclose": True,
    },
    "k2": {"name": "Early access to the K2", "kind": "early_access", "value": 0, "stock": 5},
    "dinner": {"name": "Dinner at the fair", "kind": "invitation", "value": 60, "stock": 12},
    "ink": {"name": "Ink of the month", "kind": "special", "value": 35, "once_per_person": False},
}  # fmt: skip
# To whom, what, how many days ago, why, and why it is right all the same.
GIVEN = (
    ("islabinds", "guillotine", 120, "Binds left-handed, which nobody here can try.", ""),
    ("mikkelbinds", "guillotine", 48, "Builds his own presses and sees what we do not.", ""),
    ("chloebinds", "guillotine", 20, "Found the clamp problem; can test the pads.", ""),
    ("maya.prints", "k2", 20, "Prints on thick cotton, where the K2 is weakest.", ""),
    ("siobhan.press", "dinner", 20, "Opens the summit.", ""),
    ("noa.textile", "dinner", 19, "Dyes with pomegranate, and the cook wants to know how.", ""),
    ("priya.riso", "ink", 80, "Soy black for the street food issue.", ""),
    ("priya.riso", "ink", 50, "Soy black for the second half of the issue.", ""),
    ("priya.riso", "ink", 15, "The last cans, for the reprint.", "Hers is the only run that is all soy black: it is our test."),
    ("yuki.riso", "ink", 20, "Tests the orange in a shop window.", ""),
    ("kwameprints", "ink", 2, "The white that he asked for in spring.", "It was agreed on before the squeegees broke."),
)  # fmt: skip


def tell(program: Program, members: Members, colleagues: Colleagues, now: dt.datetime) -> None:
    """Give, the oldest first; note what was disclosed; take one back."""
    manager, today = colleagues["manager"], program.today(now)
    offers = {key: perks.put(perk=Perk(program=program), by=manager, **said) for key, said in OFFERS.items()}
    given: dict[tuple[str, str], Grant] = {}
    for handle, key, ago, reason, despite in sorted(GIVEN, key=lambda row: -row[2]):
        day = today - dt.timedelta(days=ago)
        given[handle, key] = giving.give(
            perk=offers[key], membership=members[handle], by=manager, reason=reason, day=day, despite=despite
        )
    perks.disclose(
        grant=given["islabinds", "guillotine"], by=colleagues["staff"], day=today - dt.timedelta(days=101),
        url="https://example.com/islabinds/left-handed-cuts", note="“Sent to me to try” in the first line.",
    )  # fmt: skip
    perks.take_back(
        grant=given["noa.textile", "dinner"], by=manager, day=today - dt.timedelta(days=4), returned=True,
        because="She cannot travel that week, and gave the seat back herself.",
    )  # fmt: skip
