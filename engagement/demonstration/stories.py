"""How each invented membership went: when it began, how often they spoke, how it stands today."""

import datetime as dt
import random
from dataclasses import dataclass

from engagement.actions import touchpoints
from engagement.demonstration.farewells import part
from engagement.demonstration.notes import REMARKS
from engagement.demonstration.people import Person
from influencers import clock
from influencers.actions import advocates, cadence, facts, memberships, roles, terms
from influencers.models import Membership, Program, Tier, User
from influencers.models.memberships import Status


@dataclass(frozen=True, slots=True)
class Story:
    """One membership's course. Days count back from today."""

    joined: int = 400
    last_touch: int = 12
    every: int = 32  # days between touches
    kinds: tuple[str, ...] = (
        "call",
        "message",
        "lunch",
        "like",
        "meeting",
        "message",
        "call",
        "gift",
        "event",
        "repost",
    )
    direction: str = ""  # "in" or "out" where only one side speaks
    status: str = Status.ACTIVE
    ends_in: int | None = None  # days until the term ends; None: whenever the yearly terms say
    role_told: bool = True
    has_role: bool = True


ONLINE = ("message", "like", "repost", "message", "comment")
STORIES: dict[str, Story] = {
    "maya.prints": Story(joined=700, last_touch=9, every=18, ends_in=58),
    "tomokaforprints": Story(joined=660, last_touch=24, every=20),
    "ana.linocut": Story(joined=500, last_touch=40),
    "lukasbrandt": Story(joined=610, last_touch=95, every=40),
    "zoe.plakat": Story(joined=350, last_touch=16, ends_in=15),
    "freyaolsen": Story(joined=420, last_touch=130, every=45),
    "mateo.makes": Story(joined=380, last_touch=52),
    "omarcalligraphy": Story(joined=640, last_touch=20, kinds=ONLINE, every=21),
    "ingrid.etch": Story(joined=300, last_touch=8, kinds=("gift", "like"), direction="out", every=24),
    "elif.ebru": Story(
        joined=330, last_touch=5, kinds=("message", "comment", "repost"), direction="in", every=19
    ),
    "jonasmeier.print": Story(joined=48, last_touch=-1),
    "rafaprints": Story(joined=364, last_touch=18, ends_in=6),
    "pabloferrer": Story(joined=355, last_touch=30, ends_in=27),
    "leila.etching": Story(joined=410, last_touch=75, every=50),
    "viktorpress": Story(joined=395, last_touch=14, ends_in=-8),
    "hannah.riso": Story(joined=290, last_touch=22, ends_in=80),
    "joonhopark": Story(joined=470, last_touch=11, kinds=ONLINE, every=30),
    "callumscreen": Story(joined=41, last_touch=13, every=14, status=Status.WELCOMING, has_role=False),
    "ewa.lino": Story(joined=6, last_touch=4, every=4, status=Status.WELCOMING, role_told=False),
    "gabriel.serigraphie": Story(joined=560, last_touch=100, status=Status.PAUSED),
    "sofia.marbles": Story(joined=720, last_touch=17, status=Status.LEAVING, ends_in=20),
    "willemposters": Story(joined=725, last_touch=160, status=Status.ALUMNI),
    "nadia.letters": Story(joined=715, last_touch=210, status=Status.ALUMNI),
    "oskarzine": Story(joined=690, last_touch=240, status=Status.ENDED),
    "peternovotny": Story(joined=705, last_touch=33, every=28),
    "leomarchetti": Story(joined=340, last_touch=21),
    "annekeriso": Story(joined=520, last_touch=27),
    "diegoserigrafia": Story(status=Status.INVITED, last_touch=-1),
    "hanna.plakat": Story(status=Status.INVITED, last_touch=-1),
    "theozine": Story(status=Status.NOT_JOINED, last_touch=-1),
    "aisha.adire": Story(status=Status.PROSPECT, last_touch=-1),
    "luciaencuaderna": Story(status=Status.PROSPECT, last_touch=-1),
    "maximiliane.buchdruck": Story(status=Status.PROSPECT, last_touch=-1),
    "ravi.riso": Story(status=Status.PROSPECT, last_touch=-1),
}


def usual(place: int) -> Story:
    """Return an ordinary course, a little different for everybody."""
    joined = 30 + place * 37 % 235 + 365 * (place % 2)
    return Story(joined=joined, last_touch=3 + place * 7 % 24, every=26 + place % 5 * 4)


def live(
    person: Person,
    story: Story,
    *,
    program: Program,
    owner: User,
    manager: User,
    tier: Tier,
    now: dt.datetime,
) -> Membership:
    """Make a person known and live through their story; returns the membership as it stands today."""
    member = _meet(person, program=program, by=manager, now=now)
    if story.status == Status.PROSPECT:
        return member
    if story.status in (Status.INVITED, Status.NOT_JOINED):
        memberships.invite(membership=member, by=manager, owner=owner)
        if story.status == Status.NOT_JOINED:
            memberships.did_not_join(
                membership=member, by=manager, because="No time beside the radio show this year."
            )
        return member
    _join(member, story, owner=owner, manager=manager, tier=tier, now=now)
    if story.last_touch >= 0:
        _touch(member, person, story, by=owner, now=now)
    member.refresh_from_db()
    _stand(member, person.handle, story, manager=manager, now=now)
    return member


def _meet(person: Person, *, program: Program, by: User, now: dt.datetime) -> Membership:
    today = program.today(now)
    member = advocates.add(
        program=program, by=by, name=person.name, pronouns=person.pronouns, city=person.city, country=person.country,
        topics=person.craft, tags=[person.craft], come_from="Met at the print fair",
    )  # fmt: skip
    chance = random.Random(person.handle)
    followers = int(person.followers * 0.8)
    for month in range(8, 0, -1):
        advocates.add_account(
            advocate=member.advocate, program=program, by=by, platform=person.platform, handle=person.handle,
            followers=followers, day=today - dt.timedelta(days=30 * month), source="Import",
        )  # fmt: skip
        followers = min(person.followers, int(followers * (1 + chance.uniform(-0.01, 0.07))))
    mail = person.handle.replace(".", "") + "@people.example"
    advocates.add_contact_point(advocate=member.advocate, program=program, by=by, kind="email", value=mail)
    for kind, text in (("person", person.fact), ("wants", person.wants), ("avoid", person.avoid)):
        if text:
            facts.note(
                membership=member, by=by, kind=kind, text=text, day=today - dt.timedelta(days=120),
                source="Told us on the phone",
            )  # fmt: skip
    return member


def _join(
    member: Membership, story: Story, *, owner: User, manager: User, tier: Tier, now: dt.datetime
) -> None:
    program = member.program
    today = program.today(now)
    joined = today - dt.timedelta(days=story.joined)
    at = now - dt.timedelta(days=story.joined)
    first_end = today + dt.timedelta(days=story.ends_in) if story.ends_in is not None else None
    memberships.welcome(
        membership=member, by=manager, now=at, owner=owner, tier=tier, starts_on=joined,
        ends_on=cadence.in_months(joined, program.term_months) if story.joined > 366 else first_end,
    )  # fmt: skip
    while story.joined > 366 and (last := member.terms.order_by("ends_on").last()) and last.ends_on <= today:
        terms.renew(membership=member, by=manager, now=now, ends_on=first_end, note="It goes well, for both.")
        if first_end is not None:
            break
    if not story.has_role:
        return
    role = roles.state(
        membership=member, by=manager, title=f"Voice of {member.advocate.topics}",
        statement=f"Tries what is new in {member.advocate.topics} before it is sold and tells us honestly what is wrong "
        "with it; shows the work, never an advertisement. We answer within two days and send what is needed.",
        since=joined,
    )  # fmt: skip
    if story.role_told:
        roles.tell(role=role, by=manager, now=now, told_on=joined + dt.timedelta(days=3), how="On the phone")
    if story.status != Status.WELCOMING:
        member.refresh_from_db()
        memberships.settle(membership=member, by=manager, now=now)


def _touch(member: Membership, person: Person, story: Story, *, by: User, now: dt.datetime) -> None:
    chance = random.Random(person.handle)
    remarks = list(REMARKS[person.craft])
    days = list(range(story.last_touch, story.joined, story.every))[:14]
    for place, ago in enumerate(reversed(days)):
        at = _working_hour(member.program, now - dt.timedelta(days=ago), chance)
        kind = story.kinds[(place + len(person.name)) % len(story.kinds)]
        direction = story.direction or {"like": "out", "gift": "out"}.get(kind, "both")
        if kind in ("message", "comment", "repost"):
            direction = "in"
        remark = remarks[place % len(remarks)]
        words = "" if kind == "like" else _said(person, kind, remark, direction)
        touchpoints.log(
            program=member.program, by=by, kind=kind, members=[member], happened_at=at, now=at, words=words,
            direction=direction, channel=person.platform if kind in ("like", "comment", "repost") else "",
        )  # fmt: skip


def _said(person: Person, kind: str, remark: str, direction: str) -> str:
    if kind == "gift":
        return f"A parcel for {person.called}, who {remark}."
    if direction == "in":
        return f"{_first_person(remark)}."
    return f"{person.called} {remark}."


FIRST_PERSON = {"is": "am", "has": "have", "worries": "worry", "teaches": "teach"}
TURNED = (
    (" her ", " my "), (" his ", " my "), (" our ", " your "), (" us ", " you "), (" we ", " you "), (" ours ", " yours "),
)  # fmt: skip


def _first_person(remark: str) -> str:
    """Return a remark as they would write it: 'finds our ink dull' becomes 'I find your ink dull'."""
    verb, _, rest = remark.partition(" ")
    spoken = FIRST_PERSON.get(verb) or (verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb)
    text = f" {rest} "
    for ours, theirs in TURNED:
        text = text.replace(ours, theirs)
    return f"I {spoken} {text.strip()}"


def _working_hour(program: Program, at: dt.datetime, chance: random.Random) -> dt.datetime:
    """Return a moment in the office hours of the last working day up to `at`."""
    day = program.today(at)
    while day.isoweekday() > 5:
        day -= dt.timedelta(days=1)
    moment = clock.start_of(day, program.time_zone) + dt.timedelta(
        hours=chance.randint(9, 16), minutes=chance.randint(0, 59)
    )
    return min(moment, at)


def _stand(member: Membership, handle: str, story: Story, *, manager: User, now: dt.datetime) -> None:
    if story.status == Status.PAUSED:
        memberships.pause(
            membership=member,
            by=manager,
            now=now,
            review_on=member.program.today(now) + dt.timedelta(days=70),
        )
    if story.status in (Status.LEAVING, Status.ALUMNI, Status.ENDED):
        began = now - dt.timedelta(days=max(story.last_touch - 4, 3))
        part(member, handle, alumni=story.status == Status.ALUMNI, manager=manager, began=began)
