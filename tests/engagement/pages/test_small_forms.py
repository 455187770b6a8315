"""The small forms on the advocate's page."""

import datetime as dt

import pytest

from engagement.models import AdvocateRequest, Flag, Promise
from influencers import clock
from influencers.actions import facts
from influencers.models import Account, Advocate, Connection, ContactPoint, Fact, Grant, Perk, Vouch
from tests.engagement.pages.people import TODAY, enter, member_of, stop_the_clock
from tests.factories import FlagFactory, ProgramFactory, PromiseFactory, RequestFactory, TouchpointFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    stop_the_clock(monkeypatch)


def test_a_person_is_edited(client):
    program, _ = enter(client, "staff")
    member = member_of(program)
    address = member.get_absolute_url() + "edit/"
    typed = {**client.get(address).context["form"].initial, "city": "Oslo", "tags": "print, print, ink"}

    page = client.post(address, typed)

    assert page.headers["location"] == member.get_absolute_url()
    saved = Advocate.objects.get()
    assert (saved.city, saved.tags) == ("Oslo", ["print", "ink"])


def test_who_was_slower_sees_both_versions_and_keeps_what_they_typed(client):
    program, _ = enter(client, "staff")
    member = member_of(program)
    address = member.get_absolute_url() + "edit/"
    mine = {**client.get(address).context["form"].initial, "city": "Bergen", "tags": ""}
    client.post(address, {**mine, "city": "Oslo"})

    page = client.post(address, mine)

    assert page.status_code == 409
    assert Advocate.objects.get().city == "Oslo"
    shown = page.content.decode()
    assert "Oslo" in shown
    assert 'value="Bergen"' in shown
    again = client.post(address, {**mine, "seen": page.context["form"].data["seen"]})
    assert again.status_code == 302
    assert Advocate.objects.get().city == "Bergen"


def test_a_fact_is_noted_with_its_source_and_forgotten(client):
    program, user = enter(client, "staff")
    member = member_of(program)
    address = member.get_absolute_url() + "facts/"

    client.post(f"{address}new/", {"kind": "avoid", "text": "Her old firm", "source": "Told us at lunch"})

    fact = Fact.objects.get()
    assert (fact.text, fact.source, fact.learned_on, fact.learned_by) == (
        "Her old firm", "Told us at lunch", TODAY, user,
    )  # fmt: skip
    client.post(f"{address}{fact.pk}/forget/")
    assert not Fact.objects.exists()


def test_a_date_asks_for_its_day(client):
    program, _ = enter(client, "staff")
    member = member_of(program)

    page = client.post(member.get_absolute_url() + "facts/new/", {"kind": "date", "text": "Her exam"})

    assert page.status_code == 422
    assert not Fact.objects.exists()


def test_accounts_and_addresses_are_added_and_found(client):
    program, _ = enter(client, "staff")
    member = member_of(program)
    base = member.get_absolute_url()

    client.post(f"{base}accounts/new/", {"platform": "tiktok", "handle": "@mayaprints", "followers": "1200"})
    client.post(f"{base}contacts/new/", {"kind": "email", "value": "maya@example.test"})

    assert Account.objects.get().audience_counts.get().followers == 1200
    assert ContactPoint.objects.get().value == "maya@example.test"
    assert list(Advocate.objects.matching("mayaprints")) == [member.advocate]


def test_a_promise_is_made_kept_and_taken_back(client):
    program, user = enter(client, "staff")
    member = member_of(program)
    typed = {"made_by": "us", "text": "Send inks", "due_on": "2026-06-12", "owner": user.pk}

    client.post(member.get_absolute_url() + "promises/new/", typed)
    promise = Promise.objects.get()
    client.post(f"/{program.slug}/promises/{promise.pk}/keep/")

    assert Promise.objects.get().state == "kept"
    client.post(f"/{program.slug}/promises/{promise.pk}/reopen/")
    assert Promise.objects.get().state == "open"


def test_a_promise_kept_by_mistake_is_late_again_at_once(client):
    program, _ = enter(client, "staff")
    promise = PromiseFactory(membership=member_of(program), due_on=dt.date(2026, 5, 20))
    FlagFactory(membership=promise.membership, kind=Flag.Kind.PROMISE_OVERDUE, subject_id=promise.pk)
    address = f"/{program.slug}/promises/{promise.pk}"

    client.post(f"{address}/keep/")
    assert not Flag.objects.open().exists()
    client.post(f"{address}/reopen/")

    assert Flag.objects.open().exists()


def test_a_broken_promise_says_how_it_was_made_good(client):
    program, _ = enter(client, "staff")
    promise = PromiseFactory(membership=member_of(program))
    address = f"/{program.slug}/promises/{promise.pk}/break/"

    refused = client.post(address, {"seen": 1, "made_good": ""})

    assert (refused.status_code, Promise.objects.get().state) == (422, "open")
    client.post(address, {"seen": 1, "made_good": "Sent the larger set instead"})
    assert Promise.objects.get().state == "broken"


def test_a_request_goes_from_need_to_decision_to_answer(client):
    program, user = enter(client)
    member = member_of(program)
    client.post(member.get_absolute_url() + "requests/new/", {
        "words": "A booth at the fair?", "category": "stage", "asked_on": "2026-05-30",
    })  # fmt: skip
    wish = AdvocateRequest.objects.get()
    address = f"/{program.slug}/requests/{wish.pk}/"

    client.post(
        address, {"step": "assess", "seen": 1, "need": "To show her method", "impact": 3, "urgency": 2}
    )
    client.post(address, {"step": "decide", "seen": 2, "decision": "grant", "reason": "It helps many"})
    told = TouchpointFactory(member, by=user, happened_at=clock.now())
    client.post(address, {"step": "answer", "seen": 3, "answered_in": told.pk})

    wish.refresh_from_db()
    assert (wish.rank, wish.decision, wish.state, wish.answered_in) == (6, "grant", "answered", told)


def test_an_unassessed_request_offers_no_decision(client):
    program, _ = enter(client)
    wish = RequestFactory(membership=member_of(program))
    address = f"/{program.slug}/requests/{wish.pk}/"

    assert list(client.get(address).context["forms"]) == ["assess"]
    client.post(address, {"step": "decide", "decision": "grant", "reason": "They are famous"})

    assert AdvocateRequest.objects.get().state == "open"


def test_declining_offers_something_instead(client):
    program, _ = enter(client)
    wish = RequestFactory(membership=member_of(program), need="A stage", impact=1, urgency=1)

    typed = {"step": "decide", "seen": 1, "decision": "decline", "reason": "No room"}
    page = client.post(f"/{program.slug}/requests/{wish.pk}/", typed)

    assert page.status_code == 422
    assert AdvocateRequest.objects.get().state == "open"


def test_a_perk_is_given_with_a_reason_and_never_the_last_one_twice(client):
    program, _ = enter(client, "staff")
    perk = Perk.objects.create(program=program, name="Press", kind="sample", stock=1, once_per_person=False)
    address = member_of(program).get_absolute_url() + "perks/give/"

    client.post(address, {"perk": perk.pk, "reason": "To film the rollers"})
    page = client.post(address, {"perk": perk.pk, "reason": "Another"})

    assert page.status_code == 422
    assert Grant.objects.count() == 1


def test_an_advocate_vouches_for_another(client):
    program, _ = enter(client, "staff")
    member, giver = member_of(program), member_of(program, "Tom Okafor")
    typed = {"giver": "tom okafor", "words": "She keeps her word", "how_known": "Shared a studio"}

    client.post(member.get_absolute_url() + "vouches/new/", typed)

    assert Vouch.objects.get().by_membership == giver


def test_nobody_vouches_under_a_name_that_is_not_here(client):
    program, _ = enter(client, "staff")
    member_of(ProgramFactory(), "Tom Okafor")
    typed = {"giver": "Tom Okafor", "words": "She keeps her word", "how_known": "Shared a studio"}

    page = client.post(member_of(program).get_absolute_url() + "vouches/new/", typed)

    assert page.status_code == 422
    assert not Vouch.objects.exists()


def test_whom_somebody_knows_is_noted(client):
    program, _ = enter(client, "staff")
    member, friend = member_of(program), member_of(program, "Tom Okafor")
    typed = {"other": "tom okafor", "kind": "friend", "how": "She told us over lunch"}

    client.post(member.get_absolute_url() + "connections/new/", typed)

    made = Connection.objects.get()
    assert (made.membership, made.other, made.kind, made.how) == (member, friend, "friend", typed["how"])
    assert "Tom Okafor" in client.get(member.get_absolute_url() + "people/").content.decode()


@pytest.mark.parametrize("whom", ["Maya Lindqvist", "Tom Okafor", "Nobody Such"])
def test_nobody_is_noted_twice_or_as_knowing_themselves(client, whom):
    program, _ = enter(client, "staff")
    member, friend = member_of(program), member_of(program, "Tom Okafor")
    Connection.objects.create(membership=friend, other=member, kind="friend")

    page = client.post(member.get_absolute_url() + "connections/new/", {"other": whom, "kind": "friend"})

    assert page.status_code == 422
    assert Connection.objects.count() == 1


FORMS = ["edit/", "facts/new/", "accounts/new/", "contacts/new/", "perks/give/", "vouches/new/", "connections/new/",
         "promises/new/",         "requests/new/"]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_viewer_sends_none_of_them(client, form):
    program, _ = enter(client, "viewer")
    member = member_of(program)

    assert client.post(member.get_absolute_url() + form, {}).status_code == 403


@pytest.mark.parametrize("form", FORMS)
def test_another_programs_forms_are_not_found(client, form):
    enter(client)
    member = member_of(ProgramFactory())

    assert client.post(member.get_absolute_url() + form, {}).status_code == 404


@pytest.mark.parametrize("form", FORMS)
def test_htmx_gets_the_form_alone(client, form):
    program, _ = enter(client)
    member = member_of(program)

    piece = client.get(member.get_absolute_url() + form, HTTP_HX_REQUEST="true").content.decode()

    assert "<form" in piece
    assert "<html" not in piece


def test_a_viewer_settles_nothing(client):
    program, _user = enter(client, "viewer")
    member = member_of(program)
    promise, wish = PromiseFactory(membership=member), RequestFactory(membership=member)
    fact = facts.note(membership=member, by=member.owner, kind="avoid", text="Her old firm", day=TODAY)
    addresses = [
        f"/{program.slug}/promises/{promise.pk}/keep/",
        f"/{program.slug}/promises/{promise.pk}/break/",
        f"/{program.slug}/requests/{wish.pk}/",
        f"{member.get_absolute_url()}facts/{fact.pk}/forget/",
    ]

    assert {client.post(address, {"step": "assess"}).status_code for address in addresses} == {403}
    assert Fact.objects.exists()


def test_a_fact_of_somebody_else_is_not_forgotten_here(client):
    program, user = enter(client, "staff")
    fact = facts.note(
        membership=member_of(program, "Tom Okafor"), by=user, kind="person", text="Runs", day=TODAY
    )

    page = client.post(f"{member_of(program).get_absolute_url()}facts/{fact.pk}/forget/")

    assert page.status_code == 404
    assert Fact.objects.exists()


def test_a_form_leads_back_only_to_our_own_pages(client):
    program, _user = enter(client, "staff")
    promise = PromiseFactory(membership=member_of(program), due_on=dt.date(2026, 6, 2))

    page = client.post(f"/{program.slug}/promises/{promise.pk}/keep/", {"next": "https://elsewhere.example/"})

    assert page.headers["location"] == f"/{program.slug}/today/"
