"""Decided is not told: somebody spoke with them, or wrote to them, and it is on record."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from engagement.actions import tellings, touchpoints
from engagement.models import Telling, Touchpoint
from influencers.models import RotationDecision
from influencers.refusals import Refused
from tests.factories import AdvocateFactory, FlagFactory, MembershipFactory, TouchpointFactory
from tests.factories.memberships import NOW
from tests.factories.rotations import proposed, released, told

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)
SAID = "Told Ana that we would love another year; she laughed and asked for the blue ink."


@pytest.fixture
def member():
    return MembershipFactory(active=True, advocate=AdvocateFactory(name="Ana Ruiz"))


def untold():
    return RotationDecision.objects.get().told_on is None and not Telling.objects.exists()


def test_a_call_tells_them(member):
    decision = released(member)
    touch = TouchpointFactory(member, by=decision.proposed_by, happened_at=NOW + HOUR)

    tellings.tell(decision=decision, by=decision.proposed_by, touchpoint=touch, now=NOW + HOUR)

    row = RotationDecision.objects.get()
    assert (row.told_on, row.told_by, row.told_how) == (dt.date(2026, 6, 1), decision.proposed_by, "Call")
    assert row.telling.touchpoint == touch


def test_nobody_is_said_to_be_left_hanging_from_then_on(member):
    decision = released(member)
    flag = FlagFactory(membership=member, kind="not_told", subject_id=decision.pk)
    late = NOW + dt.timedelta(days=60)
    touch = TouchpointFactory(member, by=decision.proposed_by, happened_at=late)

    tellings.tell(decision=decision, by=decision.proposed_by, touchpoint=touch, now=late)

    flag.refresh_from_db()
    assert flag.closed_at == late


def test_a_proposal_is_not_told(member):
    decision = proposed(member)
    touch = TouchpointFactory(member, happened_at=NOW + HOUR)

    with pytest.raises(Refused, match="released first"):
        tellings.tell(decision=decision, by=decision.proposed_by, touchpoint=touch, now=NOW + HOUR)

    assert untold()


@pytest.mark.parametrize("kind", ["like", "repost", "gift"])
def test_a_like_tells_nobody(member, kind):
    decision = released(member)
    touch = TouchpointFactory(member, kind=kind, direction="out", happened_at=NOW + HOUR, words="")

    with pytest.raises(Refused, match="by a call, a lunch or a meeting"):
        tellings.tell(decision=decision, by=decision.proposed_by, touchpoint=touch, now=NOW + HOUR)

    assert untold()


def test_what_they_wrote_tells_them_nothing(member):
    decision = released(member)
    touch = TouchpointFactory(member, kind="message", direction="in", happened_at=NOW + HOUR)

    with pytest.raises(Refused, match="by a call"):
        tellings.tell(decision=decision, by=decision.proposed_by, touchpoint=touch, now=NOW + HOUR)

    assert untold()


def test_a_call_with_somebody_else_does_not_tell_them(member):
    decision = released(member)
    touch = TouchpointFactory(MembershipFactory(program=member.program, active=True), happened_at=NOW + HOUR)

    with pytest.raises(Refused, match="with them"):
        tellings.tell(decision=decision, by=decision.proposed_by, touchpoint=touch, now=NOW + HOUR)

    assert untold()


def test_a_call_before_the_release_told_them_nothing(member):
    decision = released(member)
    touch = TouchpointFactory(member, happened_at=NOW - dt.timedelta(days=1))

    with pytest.raises(Refused, match="after the release"):
        tellings.tell(decision=decision, by=decision.proposed_by, touchpoint=touch, now=NOW + HOUR)

    assert untold()


def test_it_is_told_once(member):
    decision = told(member)
    touch = TouchpointFactory(member, happened_at=NOW + 30 * HOUR)

    with pytest.raises(Refused, match="have been told"):
        tellings.tell(decision=decision, by=decision.proposed_by, touchpoint=touch, now=NOW + HOUR)

    assert Telling.objects.count() == 1


def test_the_call_just_had_is_logged_and_tells_them(member):
    decision = released(member)

    tellings.tell_now(decision=decision, by=decision.proposed_by, now=NOW + HOUR, kind="call", words=SAID)

    assert Touchpoint.objects.get().words == SAID
    assert RotationDecision.objects.get().told_how == "Call"


def test_a_canned_note_is_not_logged_and_tells_nobody(member):
    decision = released(member)

    with pytest.raises(Refused):
        tellings.tell_now(
            decision=decision, by=decision.proposed_by, now=NOW + HOUR, kind="call", words="Great talk!"
        )

    assert untold()
    assert not Touchpoint.objects.exists()


def test_the_exchange_in_which_they_were_told_stays_on_record(member):
    decision = told(member)
    touch = Touchpoint.objects.get()

    with pytest.raises(Refused, match="stays on record"):
        touchpoints.remove(touchpoint=touch, by=decision.proposed_by, now=NOW)

    assert Touchpoint.objects.exists()


def test_the_database_takes_no_telling_without_its_exchange(member):
    decision = released(member)

    with pytest.raises(IntegrityError, match="exchange that is on record"), transaction.atomic():
        RotationDecision.objects.filter(pk=decision.pk).update(
            told_on=NOW.date(), told_by=decision.proposed_by, told_how="Call"
        )

    assert untold()


def test_the_database_takes_no_decision_that_comes_told(member):
    decision = released(member)
    told = {"told_on": NOW.date(), "told_by": decision.proposed_by, "told_how": "Call"}
    fields = ("outcome", "reason", "proposed_by", "proposed_at", "seconded_by", "seconded_at", "released_by")
    copy = {name: getattr(decision, name) for name in (*fields, "released_at", "tell_by", "teller")}

    with pytest.raises(IntegrityError, match="exchange that is on record"), transaction.atomic():
        RotationDecision.objects.create(membership=MembershipFactory(program=member.program), **copy, **told)

    assert RotationDecision.objects.count() == 1


@pytest.mark.parametrize("wrong", ["of another", "a like", "theirs"])
def test_the_database_takes_no_exchange_that_told_them_nothing(member, wrong):
    decision = released(member)
    touch = {
        "of another": lambda: TouchpointFactory(MembershipFactory(program=member.program, active=True)),
        "a like": lambda: TouchpointFactory(member, kind="like", direction="out", words=""),
        "theirs": lambda: TouchpointFactory(member, kind="call", direction="in"),
    }[wrong]()

    with pytest.raises(IntegrityError, match="They are told by a call"), transaction.atomic():
        Telling.objects.create(decision=decision, membership=member, touchpoint=touch)

    assert untold()


def test_the_database_takes_no_telling_of_a_proposal(member):
    decision = proposed(member)

    with pytest.raises(IntegrityError, match="They are told by a call"), transaction.atomic():
        Telling.objects.create(decision=decision, membership=member, touchpoint=TouchpointFactory(member))

    assert untold()
