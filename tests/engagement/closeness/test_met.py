"""Since when somebody has been met in person: by what was logged, or on somebody's word for earlier times."""

import datetime as dt

import pytest

from engagement.actions import meetings, touch_state, touchpoints
from influencers.models import FirstMeeting, Membership
from influencers.refusals import Refused
from tests.engagement.pages.people import NOW, TODAY
from tests.factories import TouchpointFactory

pytestmark = pytest.mark.django_db


def days(count):
    return dt.timedelta(days=count)


def met_on(member):
    return Membership.objects.get(pk=member.pk).met_on


@pytest.mark.parametrize(
    ("kind", "channel", "met"),
    [
        ("lunch", "", True), ("meeting", "", True), ("event", "", True), ("meeting", "zoom", False),
        ("meeting", "teams", False), ("call", "", False), ("gift", "", False), ("event", "other", True),
    ],
)  # fmt: skip
def test_only_what_brings_people_to_one_table_counts(member, kind, channel, met):
    TouchpointFactory(member, kind=kind, channel=channel, happened_at=NOW - days(3))

    assert met_on(member) == (TODAY - days(3) if met else None)


def test_the_earliest_counts_whatever_the_order(member):
    for ago in (10, 30, 20):
        TouchpointFactory(member, kind="lunch", happened_at=NOW - days(ago))

    assert met_on(member) == TODAY - days(30)


def test_an_earlier_meeting_can_be_stated_with_its_source(member, by):
    TouchpointFactory(member, kind="lunch", happened_at=NOW - days(10))

    meetings.state(membership=member, by=by, met_on=TODAY - days(900), source="Vera, at the fair", now=NOW)

    assert met_on(member) == TODAY - days(900)
    meetings.take_back(membership=member, by=by, now=NOW)
    assert met_on(member) == TODAY - days(10)


def test_a_lunch_that_was_none_is_forgotten(member, by):
    lunch = TouchpointFactory(member, by=by, kind="lunch", happened_at=NOW - days(10))

    touchpoints.remove(touchpoint=lunch, by=by, now=NOW)

    assert met_on(member) is None


def test_what_was_lost_is_found_again_by_the_repair(member, by):
    TouchpointFactory(member, kind="lunch", happened_at=NOW - days(10))
    Membership.objects.update(met_on=None)

    assert touch_state.rebuild([member.pk], NOW) == 1
    assert met_on(member) == TODAY - days(10)


@pytest.mark.parametrize(("ahead", "source"), [(1, "Vera"), (-1, " ")])
def test_a_day_to_come_and_a_word_without_source_are_refused(member, by, ahead, source):
    with pytest.raises(Refused):
        meetings.state(membership=member, by=by, met_on=TODAY + days(ahead), source=source, now=NOW)

    assert not FirstMeeting.objects.exists()


def test_people_we_only_know_online_are_a_list_and_a_filter(client, program, member):
    TouchpointFactory(member, kind="message", direction="in", words="Hello?")

    page = client.get(f"/{program.slug}/only-online/").content.decode()
    listed = client.get(f"/{program.slug}/advocates/?met=never").content.decode()
    met = client.get(f"/{program.slug}/advocates/?met=yes").content.decode()

    assert "Maya Lindqvist" in page
    assert "Nobody has heard their voice." in page
    assert "Maya Lindqvist" in listed
    assert "Maya Lindqvist" not in met
    TouchpointFactory(member, kind="lunch")
    assert "Maya Lindqvist" not in client.get(f"/{program.slug}/only-online/").content.decode()


def test_a_meeting_is_stated_and_taken_back_on_the_page(client, member):
    address = f"{member.get_absolute_url()}met/"

    client.post(address, {"met_on": "2024-05-03", "source": "Vera, at the fair"})

    assert met_on(member) == dt.date(2024, 5, 3)
    assert "Vera, at the fair" in client.get(f"{member.get_absolute_url()}person/").content.decode()
    client.post(f"{address}take-back/")
    assert met_on(member) is None
