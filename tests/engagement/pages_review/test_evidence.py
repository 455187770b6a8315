"""What a term was: of the decision that is asked about, and of no earlier one."""

import datetime as dt

import pytest

from engagement.insights.term_evidence import gather
from tests.factories import MembershipFactory, PromiseFactory, TouchpointFactory
from tests.factories.memberships import JOINED, NOW
from tests.factories.rotations import proposed, told

pytestmark = pytest.mark.django_db
LATER = NOW + dt.timedelta(days=200)


def test_a_member_decided_about_before_is_counted_once():
    member = MembershipFactory(active=True)
    TouchpointFactory(member)
    PromiseFactory(membership=member)
    earlier = told(member)
    now = proposed(member, now=LATER)

    found = gather(member.program, [now])

    assert earlier.evidence_from == now.evidence_from == JOINED
    assert (found[now.pk].exchanges, found[now.pk].promises.total()) == (2, 1)


def test_each_decision_has_the_evidence_of_its_own_term():
    member = MembershipFactory(active=True)
    TouchpointFactory(member)
    earlier = told(member)
    now = proposed(member, now=LATER)
    now.evidence_from = NOW.date()
    now.save()

    found = gather(member.program, [earlier, now])

    assert (found[earlier.pk].exchanges, found[now.pk].exchanges) == (2, 1)
