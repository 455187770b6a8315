"""A member of a program, and a colleague."""

import pytest

from tests.engagement.pages.people import enter, member_of, stop_the_clock


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    stop_the_clock(monkeypatch)


@pytest.fixture
def desk(client, db):
    """Return the program of a manager who is logged in, and them."""
    return enter(client)


@pytest.fixture
def program(desk):
    return desk[0]


@pytest.fixture
def by(desk):
    return desk[1]


@pytest.fixture
def member(program):
    return member_of(program)
