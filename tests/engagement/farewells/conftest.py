"""A member whose farewell has begun, and who manages the program."""

import pytest

from influencers.actions import farewells as leaving
from influencers.models import Post
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory, TouchpointFactory
from tests.factories.memberships import NOW


@pytest.fixture
def member():
    member = MembershipFactory(active=True, advocate=AdvocateFactory(name="Ana Ruiz"))
    TouchpointFactory(member)
    return member


@pytest.fixture
def manager(member):
    return PostFactory(program=member.program, role=Post.Role.MANAGER).user


@pytest.fixture
def begun(member, manager):
    def begin(cause="rotation", **said):
        return leaving.begin(membership=member, by=manager, now=NOW, cause=cause, reason="Two years.", **said)

    return begin


@pytest.fixture
def farewell(begun):
    return begun()
