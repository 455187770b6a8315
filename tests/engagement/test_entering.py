"""Putting an entry of the log on record, and taking it back."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import transaction

from engagement.actions import entries, undoing
from engagement.actions.messages import NotPersonal
from engagement.models import AdvocateRequest, Promise, Touchpoint
from engagement.quicklog.entry import Entry, Newcomer, PromiseNoted, WishNoted
from engagement.quicklog.language import Direction, Kind, Owes
from influencers.actions import facts
from influencers.models import Advocate, Fact, Membership
from influencers.refusals import NotAllowed, Refused
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory, TouchpointFactory

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)
FRIDAY = dt.date(2026, 6, 5)


@pytest.fixture
def member():
    return MembershipFactory(active=True, advocate=AdvocateFactory(name="Maya Weber"))


@pytest.fixture
def colleague(member):
    return PostFactory(program=member.program).user


@pytest.fixture
def lunch(member):
    return Entry(
        kind=Kind.LUNCH,
        direction=Direction.BOTH,
        happened_at=NOW - dt.timedelta(days=1),
        members=(member.pk,),
        newcomers=(Newcomer("Zoe", "zoe.prints"),),
        words="Maya loves the new press and worries about the paper of the spring posters.",
        promises=(PromiseNoted("sample", FRIDAY), PromiseNoted("photos", FRIDAY, Owes.THEY, about=1)),
        wishes=(WishNoted("early access"),),
        knowing="She is moving to Lyon in July.",
        client_token="token-1",
    )


def _enter(member, colleague, entry):
    return entries.enter(program=member.program, by=colleague, entry=entry, now=NOW)


def test_everything_in_an_entry_is_put_on_record(member, colleague, lunch):
    entered = _enter(member, colleague, lunch)

    zoe = Membership.objects.get(advocate__name="Zoe")
    assert zoe.status == "prospect"
    assert zoe.advocate.accounts.get().handle == "zoe.prints"
    assert set(entered.touchpoint.members.all()) == {member, zoe}
    ours, theirs = Promise.objects.order_by("pk")
    assert (ours.membership, ours.made_by, ours.owner, ours.due_on) == (member, "us", colleague, FRIDAY)
    assert (theirs.membership, theirs.made_by) == (zoe, "them")
    wish = AdvocateRequest.objects.get()
    assert (wish.membership, wish.asked_in, wish.asked_on) == (
        member,
        entered.touchpoint,
        dt.date(2026, 5, 31),
    )
    assert Fact.objects.get().text == "She is moving to Lyon in July."
    member.refresh_from_db()
    assert member.last_live_at == lunch.happened_at


def test_the_same_form_sent_twice_is_logged_once(member, colleague, lunch):
    first = _enter(member, colleague, lunch)

    second = _enter(member, colleague, lunch)

    assert second.touchpoint == first.touchpoint
    assert (Touchpoint.objects.count(), Promise.objects.count(), AdvocateRequest.objects.count()) == (1, 2, 1)
    assert Advocate.objects.filter(name="Zoe").count() == 1


def test_two_presses_at_once_log_it_once(member, colleague, lunch, monkeypatch):
    first = _enter(member, colleague, lunch)
    sees_nothing_at_first = iter([None])
    real = entries._already
    monkeypatch.setattr(entries, "_already", lambda by, entry: next(sees_nothing_at_first, real(by, entry)))

    second = _enter(member, colleague, lunch)

    assert second.touchpoint == first.touchpoint
    assert Promise.objects.count() == 2


def test_a_note_that_says_nothing_leaves_nothing(member, colleague, lunch):
    with pytest.raises(NotPersonal):
        _enter(member, colleague, replace(lunch, words="good chat"))

    assert not Touchpoint.objects.exists()
    assert not Promise.objects.exists()
    assert not Advocate.objects.filter(name="Zoe").exists()


def test_a_promise_that_says_nothing_leaves_no_touch(member, colleague, lunch):
    with pytest.raises(Refused):
        _enter(member, colleague, replace(lunch, promises=(PromiseNoted("", FRIDAY),)))

    assert not Touchpoint.objects.exists()


def test_words_of_ours_that_went_out_are_judged(member, colleague, lunch):
    TouchpointFactory(member)
    entry = replace(lunch, kind=Kind.MESSAGE, direction=Direction.OUT, newcomers=(), promises=(), wishes=())

    touch = _enter(
        member, colleague, replace(entry, words="Maya, the paper you worried about arrived today.")
    ).touchpoint

    assert touch.standing == "elsewhere"
    assert touch.recipient == member
    assert touch.verdict in ("pass", "warn")


def test_a_message_goes_to_one_person(member, colleague, lunch):
    with pytest.raises(Refused) as refusal:
        _enter(member, colleague, replace(lunch, kind=Kind.MESSAGE, direction=Direction.OUT))

    assert refusal.value.field == "members"
    assert not Touchpoint.objects.exists()


def test_people_of_other_programs_are_refused(member, colleague, lunch):
    stranger = MembershipFactory(active=True)

    with pytest.raises(Refused) as refusal:
        _enter(member, colleague, replace(lunch, members=(member.pk, stranger.pk)))

    assert refusal.value.field == "members"
    assert not Touchpoint.objects.exists()


def test_a_viewer_logs_nothing(member, lunch):
    viewer = PostFactory(program=member.program, role="viewer").user

    with pytest.raises(NotAllowed):
        _enter(member, viewer, lunch)

    assert not Touchpoint.objects.exists()


def test_undo_takes_all_of_it_back(member, colleague, lunch):
    before = member.last_touch_at
    ticket = undoing.ticket_for(_enter(member, colleague, lunch))

    undoing.undo(program=member.program, by=colleague, ticket=ticket, now=NOW)

    assert not Touchpoint.objects.exists()
    assert not Promise.objects.exists()
    assert AdvocateRequest.objects.get().state == "withdrawn"  # no request is deleted
    assert not Fact.objects.exists()
    assert not Advocate.objects.filter(name="Zoe").exists()
    member.refresh_from_db()
    assert member.last_touch_at == before


def test_undo_takes_all_of_it_back_from_the_answer_to_a_second_press_too(member, colleague, lunch):
    facts.note(
        membership=member, by=colleague, kind="know", text="Known before", day=NOW.date(), source="A call"
    )
    _enter(member, colleague, lunch)
    ticket = undoing.ticket_for(_enter(member, colleague, lunch))

    undoing.undo(program=member.program, by=colleague, ticket=ticket, now=NOW)

    assert not Touchpoint.objects.exists()
    assert [fact.text for fact in Fact.objects.all()] == ["Known before"]
    assert not Advocate.objects.filter(name="Zoe").exists()


def test_undo_leaves_what_was_worked_on_since(member, colleague, lunch):
    ticket = undoing.ticket_for(_enter(member, colleague, lunch))
    TouchpointFactory(Membership.objects.get(advocate__name="Zoe"))

    undoing.undo(program=member.program, by=colleague, ticket=ticket, now=NOW)

    assert Advocate.objects.filter(name="Zoe").exists()


def test_after_ten_minutes_nothing_is_undone(member, colleague, lunch):
    entered = _enter(member, colleague, lunch)
    late = entered.touchpoint.created_at + dt.timedelta(minutes=11)

    with pytest.raises(Refused):
        undoing.undo(program=member.program, by=colleague, ticket=undoing.ticket_for(entered), now=late)

    assert Touchpoint.objects.exists()


def test_nobody_else_undoes_it(member, colleague, lunch):
    ticket = undoing.ticket_for(_enter(member, colleague, lunch))
    other = PostFactory(program=member.program).user

    with pytest.raises(Refused):
        undoing.undo(program=member.program, by=other, ticket=ticket, now=NOW)

    assert Touchpoint.objects.exists()


def test_a_ticket_that_nobody_gave_out_is_refused(member, colleague):
    with pytest.raises(Refused), transaction.atomic():
        undoing.undo(program=member.program, by=colleague, ticket="made:up", now=NOW)
