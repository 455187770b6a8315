"""Somebody who is logged in, and their program."""

import pytest

from influencers import clock
from influencers.models import Post
from tests.factories import PostFactory, ProgramFactory


@pytest.fixture
def program():
    return ProgramFactory(slug="press")


@pytest.fixture
def manager(program):
    return PostFactory(program=program, role=Post.Role.MANAGER).user


@pytest.fixture
def web(client, manager):
    """A browser in which the manager is logged in."""
    client.force_login(manager)
    return client


@pytest.fixture
def as_role(client, program):
    """Have a colleague in that role log in; returns the browser."""

    def log_in(role):
        client.force_login(PostFactory(program=program, role=role).user)
        return client

    return log_in


@pytest.fixture
def today(program):
    return program.today(clock.now())
