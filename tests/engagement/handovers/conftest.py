"""Somebody who is logged in, a member with an owner, and a colleague who takes over."""

import datetime as dt

import pytest

from engagement.actions import handovers
from influencers.actions.handovers import Handing
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory, TouchpointFactory
from tests.factories.memberships import NOW
from tests.influencers.pages.conftest import as_role, manager, program, today, web

__all__ = ["as_role", "manager", "program", "today", "web"]


@pytest.fixture
def member(program):
    member = MembershipFactory(program=program, active=True, advocate=AdvocateFactory(name="Ana Ruiz"))
    TouchpointFactory(member, by=member.owner)
    return member


@pytest.fixture
def new(program):
    return PostFactory(program=program, user__name="Jonas Berg").user


@pytest.fixture
def hand_over(member, new, manager):
    handing = Handing(member, new, "Rings on Mondays; never before ten.")
    return handovers.begin(handing=handing, by=manager, now=NOW)


LATER = NOW + dt.timedelta(days=3)
