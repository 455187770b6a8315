"""Somebody delivered, and a week went by without a thank-you."""

import pytest

from engagement.actions import asks
from engagement.actions.flags import raise_flags
from engagement.models import Flag
from tests.engagement.watch.seeing import DAY, ONE, at, seen, settled
from tests.factories import AskFactory, TouchpointFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("ago", "found"), [(6, False), (7, True), (30, True)])
def test_a_week_after_they_delivered_a_thank_you_is_late(ago, found):
    member = settled()
    ask = AskFactory(membership=member, delivered_on=DAY - ago * ONE)

    assert seen("not_thanked", member) == ([(ask.pk, 0, DAY - (ago - 7) * ONE)] if found else [])


def test_what_is_not_delivered_calls_for_no_thanks():
    member = settled()
    AskFactory(membership=member, wanted_by=DAY - 30 * ONE)

    assert seen("not_thanked", member) == []


def test_thanking_closes_the_flag_at_once():
    member = settled()
    ask = AskFactory(membership=member, delivered_on=DAY - 9 * ONE)
    raise_flags("not_thanked", at(DAY))
    touch = TouchpointFactory(member, happened_at=at(DAY), now=at(DAY))
    assert Flag.objects.open().filter(subject_id=ask.pk).count() == 1

    asks.thank(ask=ask, by=member.owner, now=at(DAY), thanked_in=touch)

    assert not Flag.objects.open().exists()
