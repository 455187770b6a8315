"""A plan belongs to the people it is with: given to them, moved with them when two records are one."""

import json

import pytest

from engagement.actions.people import everything_about
from engagement.models import PlannedTouchpoint
from influencers.actions import merging
from tests.engagement.planned.conftest import DAY
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory, TouchpointFactory
from tests.factories.memberships import NOW
from tests.factories.rotations import colleague

pytestmark = pytest.mark.django_db


def people():
    return set(PlannedTouchpoint.objects.get().members.values_list("advocate__name", flat=True))


@pytest.fixture
def twin(member):
    return MembershipFactory(program=member.program, advocate=AdvocateFactory(name="A. Ruiz"))


def test_it_is_given_to_the_person_with_nobody_else_named(plan, member, other, staff):
    plan.invited.create(membership=other)
    admin = PostFactory(program=member.program, role="admin").user

    data = everything_about(advocate=member.advocate, program=member.program, by=admin, now=NOW)["held"]

    assert data["engagement.plannedtouchpoint"][0]["about"] == "The blue"
    assert data["engagement.historicalplannedtouchpoint"][0]["where"] == "Café Kranz"
    assert len(data["engagement.invited"]) == 1
    assert "Tom Berg" not in json.dumps(data)


def test_it_moves_to_the_record_that_is_kept_and_back(plan, member, twin):
    plan.invited.update(membership=twin)
    by = colleague(member.program)

    merge = merging.merge(keep=member.advocate, other=twin.advocate, program=member.program, by=by, now=NOW)
    assert people() == {"Ana Ruiz"}

    merging.undo(merge=merge, program=member.program, by=by, now=NOW)
    assert people() == {"A. Ruiz"}


def test_both_records_of_one_person_are_invited_once(plan, member, twin):
    plan.invited.create(membership=twin)

    merging.merge(
        keep=member.advocate,
        other=twin.advocate,
        program=member.program,
        by=colleague(member.program),
        now=NOW,
    )

    assert plan.invited.count() == 1


def test_what_happened_stays_fulfilled_when_records_become_one(plan, member, twin, staff):
    plan.invited.update(membership=twin)
    touch = TouchpointFactory(twin, by=staff, kind="lunch", happened_at=NOW + 2 * DAY)

    merging.merge(
        keep=member.advocate,
        other=twin.advocate,
        program=member.program,
        by=colleague(member.program),
        now=NOW,
    )

    row = PlannedTouchpoint.objects.get()
    assert (row.state, row.touchpoint, people()) == ("happened", touch, {"Ana Ruiz"})
