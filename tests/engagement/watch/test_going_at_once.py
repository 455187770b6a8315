"""A flag goes in the moment in which its reason goes, whoever does what makes it go."""

import pytest

from engagement.actions import messages, promises, requests, tellings
from engagement.actions.flags import raise_flags
from engagement.models import AdvocateRequest, Flag
from influencers.models import RotationDecision
from tests.engagement.watch.seeing import DAY, ONE, at, change, settled
from tests.factories import PostFactory, PromiseFactory, RequestFactory, TouchpointFactory
from tests.factories.rotations import released

pytestmark = pytest.mark.django_db
NOW = at(DAY)
PERSONAL = (
    "{name}, you were right about the print quality of the spring posters: we changed the paper last week."
)
CANNED = "Hi {{first_name}}, we love your content and would like to work with you!"
SOON = DAY + 30 * ONE


@pytest.fixture
def member():
    found = settled(ideal_due_on=DAY - ONE)
    TouchpointFactory(found, happened_at=NOW - 40 * ONE)
    return change(found, ideal_due_on=DAY - ONE, answer_due_on=DAY - ONE)


@pytest.fixture
def by(member):
    return PostFactory(program=member.program, role="manager").user


def assert_that_it_goes(kind, doing):
    raise_flags(kind, NOW)
    assert Flag.objects.open().filter(kind=kind).count() == 1

    doing()

    assert not Flag.objects.open().filter(kind=kind).exists()


@pytest.mark.parametrize("kind", ["stale", "unanswered"])
def test_with_a_message(member, by, kind):
    words = PERSONAL.format(name=member.advocate.called)

    assert_that_it_goes(kind, lambda: messages.write(membership=member, by=by, words=words, now=NOW))


@pytest.mark.parametrize("kind", ["stale", "unanswered"])
def test_with_a_message_that_had_gone_out_elsewhere(member, by, kind):
    went = {"words": CANNED, "happened_at": NOW, "now": NOW, "sentence": "The mailing."}

    assert_that_it_goes(kind, lambda: messages.log_elsewhere(membership=member, by=by, **went))


def test_with_a_colleagues_word_for_a_held_message(member, by):
    held = messages.hold(membership=member, by=by, words=CANNED, now=NOW)
    other = PostFactory(program=member.program).user

    assert_that_it_goes(
        "stale", lambda: messages.vouch_for(touchpoint=held, by=other, reason="Her own joke.", now=NOW)
    )


@pytest.fixture
def wish(member, by):
    wish = RequestFactory(membership=member, owner=by)
    AdvocateRequest.objects.filter(pk=wish.pk).update(overdue_from=DAY)
    wish.refresh_from_db()
    return wish


@pytest.fixture
def decided(wish, by):
    requests.assess(advocate_request=wish, by=by, now=NOW, need="The fair", impact=2, urgency=2)
    return requests.decide(advocate_request=wish, by=by, now=NOW, decision="grant", reason="It is fair")


def test_with_the_answer_to_a_request(decided, member, by):
    told = TouchpointFactory(member, by=by, happened_at=NOW, now=NOW)

    assert_that_it_goes(
        "request_overdue",
        lambda: requests.answer(advocate_request=decided, by=by, now=NOW, answered_in=told),
    )


def test_with_another_day_for_a_request(wish, by):
    to = {"owner": by, "due_on": SOON, "now": NOW, "why": "On holiday"}

    assert_that_it_goes("request_overdue", lambda: requests.hand_over(advocate_request=wish, by=by, **to))


def test_with_a_request_that_nobody_wants_any_more(wish, by):
    assert_that_it_goes(
        "request_overdue",
        lambda: requests.withdraw(advocate_request=wish, by=by, now=NOW, because="Bought one"),
    )


def test_with_taking_up_what_was_put_off(wish, member, by):
    requests.assess(advocate_request=wish, by=by, now=NOW, need="The fair", impact=2, urgency=2)
    off = {"decision": "defer", "reason": "Not before the fair", "look_again_on": SOON}
    requests.decide(advocate_request=wish, by=by, now=NOW, **off)
    told = TouchpointFactory(member, by=by, happened_at=NOW, now=NOW)
    requests.answer(advocate_request=wish, by=by, now=NOW, answered_in=told)
    AdvocateRequest.objects.filter(pk=wish.pk).update(look_again_on=DAY)

    assert_that_it_goes("look_again", lambda: requests.take_up(advocate_request=wish, by=by, now=NOW))


def test_with_another_day_for_a_promise(member, by):
    owed = PromiseFactory(membership=member, owner=by, due_on=DAY - ONE, overdue_from=DAY)

    assert_that_it_goes(
        "promise_overdue",
        lambda: promises.move(promise=owed, by=by, now=NOW, due_on=SOON),
    )


def test_with_telling_what_was_decided(member, by):
    decision = released(member)
    RotationDecision.objects.filter(pk=decision.pk).update(tell_by=DAY - ONE)
    told = TouchpointFactory(member, by=by, happened_at=NOW, now=NOW)
    decision.refresh_from_db()

    assert_that_it_goes("not_told", lambda: tellings.tell(decision=decision, by=by, touchpoint=told, now=NOW))
