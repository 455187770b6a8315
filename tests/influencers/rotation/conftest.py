"""A member whose term ends on 5 January 2027, and colleagues who decide about them."""

import pytest

from influencers.models import Post
from tests.factories import AdvocateFactory, MembershipFactory
from tests.factories.rotations import colleague


@pytest.fixture
def member(db):
    return MembershipFactory(active=True, advocate=AdvocateFactory(name="Ana Ruiz"))


@pytest.fixture
def program(member):
    return member.program


@pytest.fixture
def manager(program):
    return colleague(program)


@pytest.fixture
def other(program):
    return colleague(program)


@pytest.fixture
def staff(program):
    return colleague(program, Post.Role.STAFF)
