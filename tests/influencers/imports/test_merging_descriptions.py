"""Descriptions of both records are kept when the two become one, and part with them."""

import pytest

from influencers.actions import merging, portraits
from influencers.models import Portrait
from tests.factories.advocates import AdvocateFactory
from tests.factories.memberships import MembershipFactory
from tests.influencers.imports.conftest import NOW

DAY = NOW.date()


@pytest.fixture
def maya(program):
    return MembershipFactory(program=program, active=True, advocate=AdvocateFactory(name="Maya Chen"))


@pytest.fixture
def twin(program):
    return MembershipFactory(program=program, advocate=AdvocateFactory(name="maya.c"))


def describe(member, by, *texts, side="person"):
    for text in texts:
        portraits.describe(membership=member, by=by, side=side, text=text, source="Lunch", day=DAY)


def said(member, side="person"):
    return list(member.portraits.filter(side=side).order_by("number").values_list("number", "text"))


def merged(maya, twin, by):
    return merging.merge(keep=maya.advocate, other=twin.advocate, program=maya.program, by=by, now=NOW)


def test_the_versions_of_both_stand_in_one_row_and_the_kept_ones_is_the_newest(maya, twin, manager):
    describe(maya, manager, "Warm, late", "Warm, never late")
    describe(twin, manager, "Quiet")
    describe(twin, manager, "Loud", side="persona")

    merged(maya, twin, manager)

    assert said(maya) == [(1, "Quiet"), (2, "Warm, late"), (3, "Warm, never late")]
    assert said(maya, "persona") == [(1, "Loud")]
    assert Portrait.history.filter(history_type="~", text="Warm, late").latest().number == 2


def test_parted_again_each_has_its_own_and_what_was_written_since_stays(maya, twin, manager):
    describe(maya, manager, "Warm")
    describe(twin, manager, "Quiet", "Quiet, funny")
    merge = merged(maya, twin, manager)
    describe(maya, manager, "Warm, and tired")

    merging.undo(merge=merge, program=maya.program, by=manager, now=NOW)

    assert said(maya) == [(1, "Warm"), (2, "Warm, and tired")]
    back = merge.merged.memberships.get()
    assert said(back) == [(1, "Quiet"), (2, "Quiet, funny")]
