"""Who changed what of a person's record, and when."""

import datetime as dt

import pytest

from engagement.actions import asks, handovers
from engagement.insights.profile.changes import changes
from influencers.actions.handovers import Handing
from tests.factories import AskFactory, MembershipFactory, PostFactory, ProgramFactory, TouchpointFactory
from tests.factories.memberships import NOW
from tests.factories.rotations import colleague

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


def test_what_we_asked_and_who_was_handed_over_is_told_too():
    member = MembershipFactory(active=True)
    row = AskFactory(membership=member)
    asks.decline(ask=row, by=member.owner, now=NOW, their_words="Not this year")
    handing = Handing(member, PostFactory(program=member.program).user, "Rings on Mondays.")
    handovers.begin(handing=handing, by=colleague(member.program), now=NOW)

    found, _more = changes(member)

    told = {(change.what, change.how): change for change in found}
    assert told["hand-over", "+"].about == "Rings on Mondays."
    assert ("state", "Asked", "Declined") in [
        (one.label, one.before, one.after) for one in told["ask", "~"].differences
    ]
