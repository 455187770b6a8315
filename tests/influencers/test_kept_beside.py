"""What is kept beside a membership by the database is not set back by somebody who read the row a moment earlier."""

import pytest

from influencers import clock
from influencers.actions import memberships
from influencers.models import Membership
from tests.factories import MembershipFactory, PostFactory, TouchpointFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def member():
    return MembershipFactory(active=True)


def test_a_call_logged_meanwhile_is_not_lost(member):
    by, now = PostFactory(program=member.program, role="manager").user, clock.now()
    read_earlier = Membership.objects.select_related("program", "tier").get(pk=member.pk)
    TouchpointFactory(member, by=by, happened_at=now)
    logged = Membership.objects.get(pk=member.pk)

    memberships.set_care(membership=read_earlier, by=by, now=now, come_from="At the fair")

    fresh = Membership.objects.get(pk=member.pk)
    assert fresh.come_from == "At the fair"
    assert (fresh.last_touch_at, fresh.ideal_due_on) == (logged.last_touch_at, logged.ideal_due_on)
    assert fresh.last_touch_at == now
