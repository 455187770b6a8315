"""Who changed what of a person's record, and when."""

import datetime as dt

import pytest

from engagement.insights.profile.changes import changes
from tests.factories import MembershipFactory, ProgramFactory, TouchpointFactory

pytestmark = pytest.mark.django_db


def test_instants_are_shown_as_the_programs_clocks_show_them():
    member = MembershipFactory(active=True, program=ProgramFactory(time_zone="Asia/Tokyo"))
    touch = TouchpointFactory(member, happened_at=dt.datetime(2026, 5, 20, 20, 30, tzinfo=dt.UTC))
    touch.channel = "Phone"
    touch.happened_at = dt.datetime(2026, 5, 20, 21, 30, tzinfo=dt.UTC)
    touch.save_as(touch.logged_by)

    found, _more = changes(member)

    [moved] = [difference for difference in found[0].differences if difference.label == "when"]
    assert "5:30 a.m." in moved.before
    assert "6:30 a.m." in moved.after
    assert "May 21" in moved.after
