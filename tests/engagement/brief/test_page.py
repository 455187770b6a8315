"""The brief: one page before a call or a lunch."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from engagement.actions import messages, promises, requests
from influencers.actions import facts, perks, portraits, vouches
from influencers.models import Grant, Perk, Post
from tests.engagement.pages.people import NOW, TODAY, enter, member_of, stop_the_clock
from tests.engagement.pages.test_advocate import lived
from tests.factories import PostFactory, ProgramFactory, PromiseFactory, RequestFactory, TouchpointFactory

pytestmark = pytest.mark.django_db
CEILING = 12


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    stop_the_clock(monkeypatch)


def brief_of(client, member):
    return client.get(f"{member.get_absolute_url()}brief/").context["about"]


@pytest.mark.parametrize("touches", [0, 1, 30])
def test_the_number_of_statements_does_not_grow(client, touches):
    program, _ = enter(client)
    member = lived(program, touches)

    with CaptureQueriesContext(connection) as statements:
        assert client.get(f"{member.get_absolute_url()}brief/").status_code == 200

    assert len(statements) <= CEILING


def test_the_last_three_conversations_stand_on_it_and_likes_do_not(client):
    program, user = enter(client)
    member = member_of(program)
    for ago, kind in ((1, "like"), (2, "lunch"), (3, "gift"), (4, "message"), (5, "call"), (6, "meeting")):
        direction = {"like": "out", "gift": "out", "message": "in"}.get(kind, "both")
        words = "" if kind == "like" else f"A {kind} about rollers."
        at = NOW - dt.timedelta(days=ago)
        TouchpointFactory(member, by=user, kind=kind, direction=direction, words=words, happened_at=at)

    assert [talk.words for talk in brief_of(client, member).talks] == [
        "A lunch about rollers.", "A message about rollers.", "A call about rollers.",
    ]  # fmt: skip


def test_both_descriptions_stand_on_it_with_their_sources_the_newest_of_each(client):
    program, user = enter(client)
    member = member_of(program)
    for side, text in (("persona", "Loud"), ("person", "Shy"), ("persona", "Loud, and kind to beginners")):
        portraits.describe(
            membership=member, by=user, side=side, text=text, source=f"Read of {text}", day=TODAY
        )

    about, page = brief_of(client, member), client.get(f"{member.get_absolute_url()}brief/").content.decode()

    assert [(one.words, one.source.label) for one in about.portraits] == [
        ("Shy", "Read of Shy"), ("Loud, and kind to beginners", "Read of Loud, and kind to beginners"),
    ]  # fmt: skip
    assert f'href="{member.get_absolute_url()}person/">' in page
    assert "Shy" in page


def test_a_held_message_was_never_said(client):
    program, user = enter(client)
    member = member_of(program)
    messages.hold(membership=member, by=user, words="Hi {{first_name}}, we love your content!", now=NOW)

    assert brief_of(client, member).talks == ()


def test_promises_both_ways_and_requests_stand_with_their_days(client):
    program, _ = enter(client)
    member = member_of(program)
    PromiseFactory(membership=member, text="Send inks", due_on=dt.date(2026, 5, 20))
    PromiseFactory(membership=member, made_by="them", text="Film it")
    RequestFactory(membership=member, words="A booth at the fair?")

    about = brief_of(client, member)

    assert [(one.words, one.late) for one in about.ours] == [("Send inks", True)]
    assert [one.words for one in about.theirs] == ["Film it"]
    assert [(one.words, one.source.when) for one in about.requests] == [("A booth at the fair?", "May 29")]


def test_what_found_no_room_is_counted(client):
    program, _ = enter(client)
    member = member_of(program)
    PromiseFactory.create_batch(7, membership=member)

    assert brief_of(client, member).left_out == 4


def test_what_changed_since_we_last_spoke_is_newest_first(client):
    program, user = enter(client)
    member = member_of(program)
    TouchpointFactory(member, by=user, kind="lunch", happened_at=NOW - dt.timedelta(days=20))
    facts.note(
        membership=member, by=user, kind="person", text="Moved to Bergen", day=TODAY - dt.timedelta(days=2)
    )
    facts.note(
        membership=member, by=user, kind="person", text="Known before", day=TODAY - dt.timedelta(days=40)
    )
    promise = PromiseFactory(membership=member, text="Straight bars", owner=user)
    promises.keep(promise=promise, by=user, now=NOW - dt.timedelta(days=5))

    about = brief_of(client, member)

    assert [(one.what, one.words) for one in about.since] == [
        ("Learned", "Moved to Bergen"), ("We kept our promise", "Straight bars"),
    ]  # fmt: skip
    assert (about.spoke, about.spoke_exactly) == ("20 days ago", "May 12")


def test_a_perk_given_since_is_news(client):
    program, user = enter(client)
    member = member_of(program)
    TouchpointFactory(member, by=user, kind="lunch", happened_at=NOW - dt.timedelta(days=20))
    perk = Perk.objects.create(program=program, name="The K2", kind="sample")
    Grant.objects.create(perk=perk, membership=member, given_by=user, given_on=TODAY, reason="Tests it")

    assert [(one.what, one.words) for one in brief_of(client, member).since] == [
        ("They were given", "The K2")
    ]


def test_what_was_taken_back_is_neither_open_nor_news(client):
    program, user = enter(client)
    member = member_of(program)
    TouchpointFactory(member, by=user, kind="lunch", happened_at=NOW - dt.timedelta(days=20))
    wish = RequestFactory(membership=member)
    requests.withdraw(advocate_request=wish, by=user, now=NOW, because="They have one by now.")
    perk = Perk.objects.create(program=program, name="The K2", kind="sample")
    grant = Grant.objects.create(
        perk=perk, membership=member, given_by=user, given_on=TODAY, reason="Tests it"
    )
    perks.take_back(
        grant=grant, by=PostFactory(program=program, role="manager").user, day=TODAY, because="Broken."
    )
    word = vouches.vouch(membership=member, by=user, words="Straight", how_known="School", day=TODAY)
    vouches.withdraw(vouch=word, by=user, because="I was wrong.", day=TODAY)

    about = brief_of(client, member)

    assert (about.requests, about.since) == ((), ())


def test_every_line_leads_to_its_source(client):
    program, user = enter(client)
    member = member_of(program)
    touch = TouchpointFactory(member, by=user, kind="message", direction="in", words="When is the fair?")
    fact = facts.note(
        membership=member, by=user, kind="avoid", text="Her old firm", source="Told Tom", day=TODAY
    )

    page = client.get(f"{member.get_absolute_url()}brief/").content.decode()

    assert f"/touchpoints/{touch.pk}/" in page
    assert f"#fact-{fact.pk}" in page
    assert "Told Tom" in page


def test_somebody_of_whom_nothing_is_known_has_a_brief(client):
    program, _ = enter(client, Post.Role.VIEWER)
    member = member_of(program)

    page = client.get(f"{member.get_absolute_url()}brief/").content.decode()

    assert "Nobody has spoken with Maya yet." in page
    assert "/facts/new/" not in page


def test_their_page_today_and_the_palette_lead_to_it(client):
    program, _ = enter(client)
    member = member_of(program)

    assert f"{member.get_absolute_url()}brief/" in client.get(member.get_absolute_url()).content.decode()
    assert (
        f"{member.get_absolute_url()}brief/" in client.get(f"/{program.slug}/palette/?q=may").content.decode()
    )


def test_another_programs_brief_is_not_found(client):
    enter(client)
    member = member_of(ProgramFactory())

    assert client.get(f"{member.get_absolute_url()}brief/").status_code == 404
