"""Calendar feeds: who reads what, and that a calendar understands it."""

import datetime as dt
import zoneinfo

import pytest
from icalendar import Calendar

from engagement.actions import handovers
from influencers import clock
from influencers.actions import feeds
from influencers.actions.handovers import Handing
from influencers.models import CalendarFeed, Fact, Membership, Post
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory, ProgramFactory, UserFactory
from tests.factories.farewells import ended
from tests.factories.rotations import released
from tests.influencers.pages.conftest import as_role, manager, program, today, web

__all__ = ["as_role", "manager", "program", "today", "web"]
pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 2, 9, 0, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def member(program):
    return MembershipFactory(program=program, advocate=AdvocateFactory(name="Ana Ruiz"), active=True)


def address(user, **what):
    return f"/feeds/{feeds.issue(user=user, **what)[1]}.ics"


def events(response):
    assert response.status_code == 200
    return {str(event["UID"]).split("@")[0]: event for event in Calendar.from_ical(response.content).events}


def test_the_dates_of_a_program_are_whole_days_that_end_on_the_next(client, manager, program, member):
    found = events(client.get(address(manager, program=program)))

    ends = found[f"term-{member.pk}"]
    assert str(ends["SUMMARY"]) == "Ana Ruiz: the term ends"
    assert (ends.start, ends.end) == (dt.date(2027, 1, 5), dt.date(2027, 1, 6))
    assert ends["DTSTART"].params["VALUE"] == "DATE"
    assert f"decide-{member.pk}" in found


def test_a_meeting_carries_the_programs_time_zone(client, manager, program, member):
    type(program).objects.update(time_zone="Europe/Berlin")
    berlin = zoneinfo.ZoneInfo("Europe/Berlin")
    to = PostFactory(program=program).user
    at = dt.datetime(2027, 3, 28, 13, 0, tzinfo=berlin)  # the day on which the clocks change
    made = handovers.begin(handing=Handing(member, to, "Secret words.", planned_at=at), by=manager, now=NOW)

    response = client.get(address(manager, program=program))

    event = events(response)[f"meet-{made.pk}"]
    assert event["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert event.start == at
    assert event.end - event.start == dt.timedelta(hours=1)
    [zone] = Calendar.from_ical(response.content).timezones
    assert zone.to_tz().utcoffset(dt.datetime(2027, 3, 28, 13, 0)) == dt.timedelta(hours=2)


def test_decisions_to_tell_and_first_words_are_dates_too(client, manager, program, member):
    decision = released(member, now=NOW)
    gone = ended(MembershipFactory(program=program, active=True), by=manager, now=NOW)

    found = events(client.get(address(manager, program=program)))

    assert found[f"tell-{decision.pk}"].start == decision.tell_by
    assert found[f"word-{gone.pk}"].start == gone.contact_on


def test_mine_are_only_whom_i_look_after(client, manager, program, member):
    own = MembershipFactory(program=program, owner=manager, active=True)

    found = events(client.get(address(manager, program=program, mine=True)))

    assert f"term-{own.pk}" in found
    assert f"term-{member.pk}" not in found


def test_all_my_programs_in_one(client, manager, program):
    other = ProgramFactory()
    PostFactory(user=manager, program=other)
    both = [MembershipFactory(program=one, owner=manager, active=True) for one in (program, other)]

    found = events(client.get(address(manager)))

    assert {f"term-{one.pk}" for one in both} <= set(found)


def test_nothing_of_another_program_and_no_word_of_notes(client, manager, program, member):
    stranger = MembershipFactory(advocate=AdvocateFactory(name="Strange Person"), active=True)
    Fact.objects.create(membership=member, text="Fears heights", source="Lunch", learned_on=NOW.date())
    to = PostFactory(program=program).user
    handovers.begin(handing=Handing(member, to, "Secret words.", planned_at=NOW), by=manager, now=NOW)

    for what in ({"program": program}, {}):
        content = client.get(address(manager, **what)).content.decode()
        assert stranger.advocate.name not in content
        assert "Secret words" not in content
        assert "Fears heights" not in content


def test_what_has_not_changed_is_not_sent_again(client, manager, program, member):
    at = address(manager, program=program)
    first = client.get(at)

    assert client.get(at, headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert client.get(at).content == first.content
    Membership.objects.filter(pk=member.pk).update(review_on=dt.date(2026, 12, 1))
    again = client.get(at, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again["ETag"] == first["ETag"]) == (200, False)


def test_a_date_that_moves_keeps_its_name(client, manager, program, member):
    at = address(manager, program=program)
    before = set(events(client.get(at)))
    Membership.objects.filter(pk=member.pk).update(term_ends_on=dt.date(2027, 2, 5))

    found = events(client.get(at))

    assert set(found) == before
    assert found[f"term-{member.pk}"].start == dt.date(2027, 2, 5)


@pytest.mark.parametrize("loses", ["feed", "post", "account"])
def test_an_address_is_worthless_once_it_is_revoked_or_its_owner_is_gone(
    client, manager, program, member, loses
):
    at = address(manager, program=program)
    if loses == "feed":
        feeds.revoke(feed=CalendarFeed.objects.get())
    elif loses == "post":
        Post.objects.filter(user=manager).delete()
    else:
        type(manager).objects.filter(pk=manager.pk).update(is_active=False)

    assert client.get(at).status_code == 404


def test_an_account_that_is_closed_takes_the_feed_of_all_programs_with_it(client, manager, member):
    at = address(manager)
    type(manager).objects.filter(pk=manager.pk).update(is_active=False)

    assert client.get(at).status_code == 404


def test_the_secret_is_not_in_the_database(manager, program):
    feed, secret = feeds.issue(user=manager, program=program)

    assert secret not in str(CalendarFeed.objects.filter(pk=feed.pk).values().get())
    assert feed.hint == secret[-4:]


def test_a_guess_finds_nothing_and_too_many_are_turned_away(client):
    answers = {client.get("/feeds/guess.ics").status_code for _ in range(40)}

    assert answers == {404, 429}


def test_a_calendar_that_asks_all_the_time_is_turned_away(client, manager, program):
    at = address(manager, program=program)

    answers = [client.get(at).status_code for _ in range(62)]

    assert (answers[59], answers[60]) == (200, 429)


def test_one_is_made_and_revoked_on_the_page(web, program):
    made = web.post("/me/calendar/", {"program": program.pk, "mine": "on"})
    shown = made.context["address"]

    assert web.get("/me/calendar/").context.get("address") is None
    assert web.get(shown[shown.index("/feeds/") :]).status_code == 200
    web.post(f"/me/calendar/{CalendarFeed.objects.get().pk}/revoke/")
    assert not CalendarFeed.objects.exists()


def test_of_another_program_none_is_made(web):
    response = web.post("/me/calendar/", {"program": ProgramFactory().pk})

    assert response.context["form"].errors["program"]
    assert not CalendarFeed.objects.exists()


def test_another_colleagues_feed_is_not_revoked(web, program):
    feed, _secret = feeds.issue(user=UserFactory())

    assert web.post(f"/me/calendar/{feed.pk}/revoke/").status_code == 404
    assert CalendarFeed.objects.exists()


def test_a_large_program_takes_no_more_statements(client, manager, program, django_assert_max_num_queries):
    for _ in range(20):
        MembershipFactory(program=program, active=True)
    at = address(manager, program=program)

    with django_assert_max_num_queries(9):
        client.get(at)


def test_the_secret_is_not_in_the_logs():
    from config.logs import without_addresses

    event = without_addresses(None, "info", {"request": "GET /feeds/abc-DEF_123.ics"})

    assert event["request"] == "GET /feeds/[secret].ics"
