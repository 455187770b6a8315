"""An open flag says who looks after the person, whatever changes it."""

import pytest

from engagement.models import Flag
from influencers.models import Membership
from tests.factories import FlagFactory, MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_flag_takes_its_members_owner() -> None:
    member = MembershipFactory()

    flag = FlagFactory(membership=member)

    assert Flag.objects.get(pk=flag.pk).owner_id == member.owner_id


def test_an_open_flag_follows_to_the_next_owner() -> None:
    flag = FlagFactory()
    after = UserFactory()

    Membership.objects.filter(pk=flag.membership_id).update(owner=after)

    assert Flag.objects.get(pk=flag.pk).owner_id == after.pk


def test_a_flag_of_somebody_whom_nobody_looks_after_is_nobodys() -> None:
    flag = FlagFactory()

    Membership.objects.filter(pk=flag.membership_id).update(owner=None, status="prospect")

    assert Flag.objects.get(pk=flag.pk).owner_id is None
