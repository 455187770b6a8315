"""Correcting and removing what was logged: what rests on it stays true."""

import datetime as dt

import pytest

from engagement.actions import asks, handovers, messages, requests, tellings, touchpoints
from engagement.models import Touchpoint
from influencers.actions.handovers import Handing
from influencers.refusals import Refused
from tests.factories import (
    AskFactory,
    FlagFactory,
    MembershipFactory,
    PostFactory,
    RequestFactory,
    TouchpointFactory,
)
from tests.factories.memberships import NOW
from tests.factories.rotations import colleague, released

pytestmark = pytest.mark.django_db
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
WORDS = "Ana, you were right about the paper of the spring posters: we changed it last week."


@pytest.fixture
def member():
    return MembershipFactory(active=True)


@pytest.fixture
def call(member):
    return TouchpointFactory(member, happened_at=NOW + HOUR)


def answered(member, call):
    wish = RequestFactory(membership=member, assessed=True, decision="grant")
    requests.answer(advocate_request=wish, by=member.owner, now=NOW + DAY, answered_in=call)


def told(member, call):
    tellings.tell(decision=released(member), by=member.owner, touchpoint=call, now=NOW + DAY)


def thanked(member, call):
    ask = AskFactory(membership=member, delivered_on=dt.date(2026, 5, 29))
    asks.thank(ask=ask, by=member.owner, now=NOW + DAY, thanked_in=call)


def corrected(touch, **changes):
    touch = Touchpoint.objects.get(pk=touch.pk)
    return touchpoints.correct(
        touchpoint=touch, by=touch.logged_by, now=NOW + DAY, seen=touch.version, **changes
    )


@pytest.mark.parametrize("rest", [answered, told, thanked])
@pytest.mark.parametrize("change", [{"kind": "like"}, {"direction": "in"}, {"happened_at": NOW - 9 * DAY}])
def test_what_something_rests_on_stays_what_it_was(member, call, rest, change):
    rest(member, call)

    with pytest.raises(Refused, match="stay as they are") as refusal:
        corrected(call, **change)

    assert refusal.value.field == "kind"
    row = Touchpoint.objects.get(pk=call.pk)
    assert (row.kind, row.direction, row.happened_at) == ("call", "both", NOW + HOUR)


@pytest.mark.parametrize("rest", [answered, told, thanked])
def test_its_words_and_its_hour_can_be_corrected(member, call, rest):
    rest(member, call)

    row = corrected(call, words="She worries about the paper of the spring posters.", happened_at=NOW)

    assert (row.happened_at, row.words) == (NOW, "She worries about the paper of the spring posters.")


@pytest.mark.parametrize("rest", [answered, told, thanked])
def test_what_something_rests_on_is_not_removed(member, call, rest):
    rest(member, call)

    with pytest.raises(Refused, match="stays on record"):
        touchpoints.remove(touchpoint=call, by=call.logged_by, now=NOW + DAY)

    assert Touchpoint.objects.filter(pk=call.pk).exists()


@pytest.mark.parametrize("change", [{"direction": "in"}, {"direction": "both"}, {"kind": "call"}])
def test_what_went_out_stays_a_message_of_ours(member, change):
    TouchpointFactory(member)
    sent = messages.write(membership=member, by=member.owner, words=WORDS, now=NOW)

    with pytest.raises(Refused, match="that went out stay"):
        corrected(sent, **change)

    row = Touchpoint.objects.get(pk=sent.pk)
    assert (row.kind, row.direction) == ("message", "out")


def test_a_call_that_was_a_like_ends_no_hand_over(member, call):
    new, manager = PostFactory(program=member.program).user, colleague(member.program)
    hand_over = handovers.begin(handing=Handing(member, new, "Rings on Mondays."), by=manager, now=NOW)
    first = TouchpointFactory(member, by=hand_over.to_owner, happened_at=NOW + HOUR)
    hand_over.refresh_from_db()
    assert hand_over.closed_at

    corrected(first, kind="like", direction="out", words="")

    hand_over.refresh_from_db()
    assert hand_over.closed_at is None


def test_correcting_the_day_closes_what_it_answers(member):
    late = TouchpointFactory(member, happened_at=NOW - 300 * DAY)
    flag = FlagFactory(membership=member)

    corrected(late, happened_at=NOW)

    flag.refresh_from_db()
    assert flag.closed_at is not None
