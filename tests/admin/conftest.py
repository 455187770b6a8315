"""Two programs that know nothing of each other, and clients of those who manage one."""

import pytest
from django.test import Client

from tests.admin.world import World
from tests.factories import UserFactory


@pytest.fixture
def ours():
    return World.make("Ours")


@pytest.fixture
def theirs():
    return World.make("Theirs")


@pytest.fixture
def as_user():
    """Return a function that returns a client of somebody."""

    def logged_in(user):
        client = Client()
        client.force_login(user)
        return client

    return logged_in


@pytest.fixture
def manager(ours, as_user):
    """A client of our manager."""
    return as_user(ours.manager)


@pytest.fixture
def administrator(as_user):
    """A client of an administrator of the installation who belongs to no program."""
    return as_user(UserFactory(name="Root", is_superuser=True))
