"""A review of January 2027 with one member in it, and somebody who is logged in."""

import datetime as dt

import pytest
from django.test import Client

from influencers.actions import reviews
from influencers.models import Post
from tests.factories import AdvocateFactory, MembershipFactory, ProgramFactory
from tests.factories.memberships import NOW
from tests.factories.rotations import colleague


@pytest.fixture
def program(db):
    return ProgramFactory(slug="press")


@pytest.fixture
def manager(program):
    return colleague(program)


@pytest.fixture
def member(program):
    return MembershipFactory(program=program, active=True, advocate=AdvocateFactory(name="Ana Ruiz"))


@pytest.fixture
def review(member, program, manager):
    return reviews.begin(
        program=program, by=manager, now=NOW, name="Winter", starts_on=dt.date(2027, 1, 1),
        ends_on=dt.date(2027, 2, 1),
    )  # fmt: skip


@pytest.fixture
def decision(review):
    return review.decisions.get()


@pytest.fixture
def web(client, manager):
    client.force_login(manager)
    return client


@pytest.fixture
def second(client, program):
    """Another manager, in another browser."""
    browser = Client()
    browser.force_login(colleague(program, Post.Role.MANAGER))
    return browser
