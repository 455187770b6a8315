"""The advocate's page."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from engagement.actions import messages
from engagement.models import AdvocateRequest, Flag
from influencers.actions import advocates, facts
from influencers.models import AudienceCount, Membership
from tests.engagement.pages.people import NOW, TODAY, enter, flagged, member_of, stop_the_clock
from tests.factories import (
    AccountFactory,
    AdvocateFactory,
    MembershipFactory,
    PostFactory,
    ProgramFactory,
    PromiseFactory,
    RequestFactory,
    TouchpointFactory,
)

pytestmark = pytest.mark.django_db
CEILING = 12


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    stop_the_clock(monkeypatch)


def about(client, member, query=""):
    return client.get(member.get_absolute_url() + query).context["about"]


def lived(program, touches):
    """Return a member with so many of everything that a page lists."""
    member = member_of(program)
    user = PostFactory(program=program).user
    account = AccountFactory(advocate=member.advocate, followers=1200)
    AudienceCount.objects.create(account=account, counted_on=dt.date(2026, 1, 1), followers=1000)
    for number in range(touches):
        at = NOW - dt.timedelta(days=number, hours=1)
        TouchpointFactory(member, words=f"Maya spoke of roller number {number}.", happened_at=at)
        PromiseFactory(membership=member)
        RequestFactory(membership=member)
        for kind in ("person", "wants", "avoid", "know"):
            facts.note(membership=member, by=user, kind=kind, text=f"{kind} {number}", day=TODAY)
        advocates.add_contact_point(
            advocate=member.advocate,
            program=program,
            by=user,
            kind="email",
            value=f"maya{number}@example.test",
        )
    Flag.objects.update(closed_at=None, closed_how="")
    return member


@pytest.mark.parametrize("touches", [1, 30])
def test_the_number_of_statements_does_not_grow(client, touches):
    program, _ = enter(client)
    member = lived(program, touches)
    taken = {}

    for page in ("", "people/", "history/", "?only=live", "edit/", "facts/new/"):
        with CaptureQueriesContext(connection) as statements:
            assert client.get(member.get_absolute_url() + page).status_code == 200
        taken[page] = len(statements)

    assert {page: count for page, count in taken.items() if count > CEILING} == {}


def test_the_first_screen_says_what_they_are_to_us(client):
    program, _ = enter(client)
    member = member_of(program)

    place = about(client, member).place

    assert place.since == "January 5"
    assert place.until_exactly == "Jan. 5, 2027"
    assert place.tenure == "5 months"
    assert "By phone" in place.told


def test_a_role_nobody_told_them_says_so_and_leads_to_noting_it(client):
    program, _ = enter(client)
    member = member_of(program)
    member.role.told_on = member.role.told_by = None
    member.role.told_how = ""
    member.role.save()

    page = client.get(member.get_absolute_url()).content.decode()

    assert "Nobody has told them yet." in page
    assert f"/members/{member.pk}/role/{member.role.pk}/told/" in page


def test_what_was_said_last_stands_first_by_whom_and_when(client):
    program, user = enter(client)
    member = member_of(program)
    TouchpointFactory(member, by=user, kind="lunch", words="Maya dislikes the blue ink.")
    TouchpointFactory(member, by=user, kind="like", direction="out", words="", happened_at=NOW)

    last = about(client, member).last

    assert last.words == "Maya dislikes the blue ink."
    assert last.who == f"{user.first_name} and Maya"
    assert last.when == "12 days ago"


def test_a_message_that_is_held_is_not_forgotten_on_their_page(client):
    program, user = enter(client)
    member = member_of(program)
    canned = "Hi {{first_name}}, we love your content!"
    held = messages.hold(membership=member, by=user, words=canned, now=NOW)

    page = client.get(member.get_absolute_url()).content.decode()

    assert "Nothing was sent." in page
    assert f"/vouching/#held-{held.pk}" in page


def test_both_sides_are_counted_over_a_year(client):
    program, _ = enter(client)
    member = member_of(program)
    TouchpointFactory(member, kind="call")
    TouchpointFactory(member, kind="message", direction="in", words="Where is my parcel?")
    TouchpointFactory(member, kind="call", happened_at=NOW - dt.timedelta(days=500))

    balance = about(client, member).balance

    assert (balance.theirs, balance.ours) == (2, 1)
    assert len(balance.bars) == 12


def test_what_is_owed_and_asked_stands_with_its_day(client):
    program, _ = enter(client)
    member = member_of(program)
    PromiseFactory(membership=member, text="Send inks", due_on=dt.date(2026, 5, 20))
    PromiseFactory(membership=member, made_by="them", text="Film it")
    RequestFactory(membership=member, words="A booth at the fair?")

    between = about(client, member).open

    assert [(one.words, one.late) for one in between.ours] == [("Send inks", True)]
    assert [one.words for one in between.theirs] == ["Film it"]
    assert [one.words for one in between.requests] == ["A booth at the fair?"]


def test_an_expired_fact_is_not_shown_as_so(client):
    program, user = enter(client)
    member = member_of(program)
    facts.note(membership=member, by=user, kind="wants", text="A visit", day=TODAY, expires_on=TODAY)
    facts.note(membership=member, by=user, kind="avoid", text="Her old firm", day=TODAY)

    known = about(client, member).facts

    assert known["wants"] == ()
    assert [fact.text for fact in known["avoid"]] == ["Her old firm"]


def test_the_audience_tells_which_way_it_goes(client):
    program, _ = enter(client)
    member = member_of(program)
    account = AccountFactory(advocate=member.advocate, followers=1200)
    AudienceCount.objects.create(account=account, counted_on=dt.date(2026, 1, 1), followers=1000)

    (shown,) = about(client, member).ways.accounts

    assert (shown.followers, shown.change) == (1200, 20)


def test_the_timeline_is_paged_by_key_without_loss(client):
    program, _ = enter(client)
    member = member_of(program)
    for number in range(60):
        TouchpointFactory(
            member, words=f"Roller number {number}.", happened_at=NOW - dt.timedelta(hours=number)
        )

    newest = about(client, member).story
    older = about(client, member, f"?after={newest.older}").story

    assert [len(newest.moments), len(older.moments)] == [50, 10]
    assert len({moment.touchpoint_id for moment in newest.moments + older.moments}) == 60
    assert (newest.newer, older.older) == ("", "")
    assert about(client, member, f"?before={older.newer}").story.moments == newest.moments


def test_the_timeline_is_filtered_by_what_it_was(client):
    program, _ = enter(client)
    member = member_of(program)
    TouchpointFactory(member, kind="call", words="She spoke of rollers.")
    TouchpointFactory(member, kind="message", direction="in", words="Hello?")

    theirs = about(client, member, "?only=theirs")

    assert [moment.words for moment in theirs.story.moments] == ["Hello?"]
    assert theirs.last is not None


def test_nonsense_in_the_address_shows_the_newest(client):
    program, _ = enter(client)
    member = member_of(program)
    TouchpointFactory(member)

    assert len(about(client, member, "?after=%00nonsense&only=what").story.moments) == 1


def test_somebody_of_whom_nothing_is_known_has_a_page(client):
    program, _ = enter(client)
    member = MembershipFactory(program=program, advocate=AdvocateFactory(name="x" * 200))

    assert client.get(member.get_absolute_url()).status_code == 200


def test_the_changes_say_who_what_and_from_what_to_what(client):
    program, user = enter(client)
    member = member_of(program)
    advocates.edit(
        advocate=member.advocate, program=program, by=user, seen=member.advocate.version, city="Oslo"
    )
    member.advocate.refresh_from_db()
    advocates.edit(
        advocate=member.advocate, program=program, by=user, seen=member.advocate.version, city="Bergen"
    )

    newest = client.get(member.get_absolute_url() + "history/").context["changes"][0]

    assert newest.who == user.name
    assert [(one.label, one.before, one.after) for one in newest.differences] == [("city", "Oslo", "Bergen")]


def test_another_programs_page_is_not_found(client):
    enter(client)
    member = member_of(ProgramFactory())

    pages = ["", "people/", "history/", "edit/"]

    assert {client.get(member.get_absolute_url() + page).status_code for page in pages} == {404}


def test_what_another_program_shares_with_them_is_not_shown(client):
    program, _ = enter(client)
    member = member_of(program)
    other = member_of(ProgramFactory())
    Membership.objects.filter(pk=other.pk).update(advocate=member.advocate)
    other.refresh_from_db()
    TouchpointFactory(other, words="A secret about the other press.")
    PromiseFactory(membership=other, text="A secret promise")
    RequestFactory(membership=other, words="A secret request")

    for page in ("", "people/", "history/"):
        assert "secret" not in client.get(member.get_absolute_url() + page).content.decode()


def test_the_address_of_an_advocate_leads_to_a_program_the_reader_belongs_to(client):
    program, _ = enter(client)
    member = member_of(program)

    page = client.get(member.advocate.get_absolute_url())

    assert page.headers["location"] == member.get_absolute_url()
    assert client.get(member_of(ProgramFactory()).advocate.get_absolute_url()).status_code == 404


def test_a_viewer_sees_the_page_without_forms(client):
    program, _ = enter(client, "viewer")
    flag = flagged(program)
    PromiseFactory(membership=flag.membership)

    page = client.get(flag.membership.get_absolute_url()).content.decode()

    assert "/keep/" not in page
    assert "/facts/new/" not in page


def test_a_request_counts_its_askers_need_before_their_audience(client):
    program, _ = enter(client)
    member = member_of(program)
    AccountFactory(advocate=member.advocate, followers=987654)
    wish = RequestFactory(membership=member)

    page = client.get(f"/{program.slug}/requests/{wish.pk}/").content.decode()

    assert AdvocateRequest.objects.get().rank is None
    assert "987" not in page
