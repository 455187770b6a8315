"""A program with a member and who manages it, for the tests of the admin."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from influencers.models import (
    Advocate,
    Membership,
    Post,
    Program,
    User,
)
from tests.factories import (
    AdvocateFactory,
    MembershipFactory,
    PostFactory,
    ProgramFactory,
)

DAY = dt.date(2026, 5, 4)
NOW = dt.datetime(2026, 5, 4, 9, 0, tzinfo=dt.UTC)


@dataclass
class World:
    """A program with a member, and who manages it. Every name in it holds `word`."""

    word: str
    program: Program
    member: Membership
    manager: User
    admin: User

    @classmethod
    def make(cls, word: str) -> "World":
        program = ProgramFactory(name=f"{word} program", slug=word.lower())
        advocate = AdvocateFactory(name=f"{word} Person")
        manager = PostFactory(program=program, role=Post.Role.MANAGER, user__name=f"{word} Manager").user
        admin = PostFactory(program=program, role=Post.Role.ADMIN, user__name=f"{word} Admin").user
        member = MembershipFactory(program=program, advocate=advocate, owner=manager, active=True)
        return cls(word, program, member, manager, admin)

    @property
    def advocate(self) -> Advocate:
        return self.member.advocate

    def another(self) -> Membership:
        """A further member."""
        return MembershipFactory(
            program=self.program,
            advocate=AdvocateFactory(name=f"{self.word} Other"),
            active=True,
            owner=self.manager,
        )


Maker = Callable[[World], Any]
