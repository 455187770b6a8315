"""A program with something to give."""

import pytest

from engagement.actions import giving
from influencers.models import Perk
from tests.engagement.requests.conftest import DAY, admin, manager, member, program
from tests.factories import MembershipFactory

__all__ = ["admin", "manager", "member", "program"]


@pytest.fixture
def perk(program):
    return Perk.objects.create(program=program, name="K2 press", kind="sample", value=40, stock=5)


@pytest.fixture
def give(perk, manager):
    def give(member, by=manager, perk=perk, day=DAY, **said):
        return giving.give(perk=perk, membership=member, by=by, reason="Prints on cotton", day=day, **said)

    return give


@pytest.fixture
def others(program, give):
    """Three others who each were given one thing worth 20."""
    small = Perk.objects.create(program=program, name="Ink", kind="special", value=20, once_per_person=False)
    return [give(MembershipFactory(program=program), perk=small) for _ in range(3)]
