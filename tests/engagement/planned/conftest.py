"""Two members of a program, and a lunch planned with one of them."""

import datetime as dt

import pytest

from engagement.actions import planned
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory
from tests.factories.memberships import NOW

DAY = dt.timedelta(days=1)
TODAY = NOW.date()


@pytest.fixture
def member():
    return MembershipFactory(active=True, advocate=AdvocateFactory(name="Ana Ruiz"))


@pytest.fixture
def other(member):
    return MembershipFactory(active=True, program=member.program, advocate=AdvocateFactory(name="Tom Berg"))


@pytest.fixture
def staff(member):
    return PostFactory(program=member.program, user__name="Lena Kranz").user


@pytest.fixture
def plan(member, staff):
    return planned.plan(
        program=member.program, by=staff, now=NOW, members=[member], kind="lunch", on=TODAY + 2 * DAY,
        at=dt.time(12, 30), where="Café Kranz", about="The blue",
    )  # fmt: skip
