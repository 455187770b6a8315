"""Fill an empty database with the demonstration program."""

import datetime as dt
import secrets
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from engagement.actions.flags import raise_flags
from engagement.demonstration import care, handovers, stories
from engagement.demonstration.people import PEOPLE
from engagement.models import Touchpoint
from engagement.watch import WATCHERS
from influencers.actions import programs
from influencers.models import Advocate, Membership, Post, Program, Tier, User
from influencers.refusals import Refused

COLLEAGUES = (
    ("Ruth Adeyemi", "ruth", Post.Role.ADMIN),
    ("Lena Koch", "lena", Post.Role.MANAGER),
    ("Marek Dvořák", "marek", Post.Role.STAFF),
    ("Vera Lind", "vera", Post.Role.VIEWER),
)


@dataclass(frozen=True, slots=True)
class Login:
    """How to log in as somebody of the demonstration. The password is shown once."""

    name: str
    role: str
    email: str
    password: str


def build(now: dt.datetime) -> list[Login]:
    """Return the logins of a new demonstration; refused on a database that holds any program or person."""
    if Program.objects.exists() or Advocate.objects.exists() or Touchpoint.objects.exists():
        raise Refused(
            _(
                "This database holds something already. The demonstration only starts on an empty one: set DATABASE_URL to another."
            )
        )
    with transaction.atomic():
        logins, colleagues = _colleagues()
        program = _program(colleagues, now)
        members = _members(program, colleagues, now)
        care.tell(program, members, colleagues, now)
        handovers.hand_on(members, colleagues, now)
    for name in WATCHERS:
        raise_flags(name, now)
    return logins


def _colleagues() -> tuple[list[Login], dict[str, User]]:
    logins, colleagues = [], {}
    for name, short, role in COLLEAGUES:
        password, email = secrets.token_urlsafe(9), f"{short}@kestrel.example"
        colleagues[role.value] = User.objects.create_user(
            email, password, name=name, is_staff=role in Post.MANAGING, is_superuser=role == Post.Role.ADMIN
        )
        logins.append(Login(name, str(role.label), email, password))
    return logins, colleagues


def _program(colleagues: dict[str, User], now: dt.datetime) -> Program:
    admin = colleagues["admin"]
    program = programs.found(
        by=admin, name="Kestrel Makers", slug="makers", time_zone="Europe/Berlin", ideal_days=30, latest_days=60,
        live_days=150, term_months=12, notice_days=60, capacity=55, is_demo=True,
    )  # fmt: skip
    for role, user in colleagues.items():
        if role != "admin":
            programs.appoint(program=program, by=admin, user=user, role=role)
    Tier(program=program, name="Inner circle", rank=1, ideal_days=21, latest_days=45).save_as(admin)
    Tier(program=program, name="Makers", rank=2).save_as(admin)
    Tier(program=program, name="Friends", rank=3, ideal_days=60, latest_days=120).save_as(admin)
    return program


def _members(program: Program, colleagues: dict[str, User], now: dt.datetime) -> dict[str, Membership]:
    """Make everybody known, then live through their story; returns the members by handle."""
    tiers = list(program.tiers.all())
    owners = [colleagues["manager"], colleagues["staff"], colleagues["manager"]]
    members = {}
    for place, person in enumerate(PEOPLE):
        story = stories.STORIES.get(person.handle, stories.usual(place))
        members[person.handle] = stories.live(
            person, story, program=program, owner=owners[place % 3], manager=colleagues["manager"],
            tier=tiers[min(place // 12, 2)], now=now,
        )  # fmt: skip
    return members
