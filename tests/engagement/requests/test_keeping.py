"""A request is never dropped: handed over, taken back with the reason, answered, taken up again; never deleted."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from engagement.actions import messages, people, requests
from engagement.models import AdvocateRequest, Pressure, RequestWord
from influencers.refusals import Refused
from tests.engagement.requests.conftest import DAY, NOW
from tests.factories import MembershipFactory, TouchpointFactory

pytestmark = pytest.mark.django_db
SOON = DAY + dt.timedelta(days=30)


def fresh(wish):
    return AdvocateRequest.objects.get(pk=wish.pk)


def told(member, by, at=NOW, **said):
    return TouchpointFactory(member, by=by, happened_at=at, now=at, **said)


@pytest.fixture
def decided(wish, assess, decide):
    return decide(assess(wish))


@pytest.fixture
def deferred(wish, assess, decide, manager):
    decide(assess(wish), "defer", look_again_on=SOON)
    requests.answer(advocate_request=wish, by=manager, now=NOW, answered_in=told(wish.membership, manager))
    return wish


# --- never deleted ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "delete", [lambda wish: wish.delete(), lambda wish: AdvocateRequest.objects.all().delete()]
)
def test_the_database_deletes_none(wish, delete):
    with pytest.raises(IntegrityError, match="never deleted"), transaction.atomic():
        delete(wish)

    assert fresh(wish)


def test_nor_with_the_person_who_asked(wish):
    with pytest.raises(ProtectedError), transaction.atomic():
        wish.membership.delete()

    assert fresh(wish)


def test_erasing_a_person_is_the_one_exception(decided, admin, manager):
    requests.press(advocate_request=decided, by=manager, kind="again", on=DAY, note="Wrote twice", now=NOW)

    people.forget(advocate=decided.membership.advocate, by=admin, reason="They asked for it", now=NOW)

    assert not AdvocateRequest.objects.exists()
    assert not Pressure.objects.exists()
    assert not RequestWord.objects.exists()


# --- taken back -----------------------------------------------------------------------------------------
def test_what_nobody_wants_any_more_is_taken_back_and_stays_on_record(wish, manager):
    requests.withdraw(advocate_request=wish, by=manager, now=NOW, because="She bought one herself.")

    found = fresh(wish)
    assert (found.state, found.withdrawn_by, found.withdrawn_because) == (
        "withdrawn", manager, "She bought one herself.",
    )  # fmt: skip
    assert not AdvocateRequest.objects.waiting().exists()


def test_taking_back_needs_a_reason(wish, manager):
    with pytest.raises(Refused) as refusal:
        requests.withdraw(advocate_request=wish, by=manager, now=NOW, because=" ")

    assert refusal.value.field == "because"
    assert fresh(wish).state == "open"


def test_a_decision_is_not_taken_back_in_silence(decided, manager):
    with pytest.raises(Refused, match="has decided this already"):
        requests.withdraw(advocate_request=decided, by=manager, now=NOW, because="x")

    assert fresh(decided).state == "decided"


# --- answered ---------------------------------------------------------------------------------------------
def test_a_call_answers(decided, manager):
    call = told(decided.membership, manager)

    requests.answer(advocate_request=decided, by=manager, now=NOW, answered_in=call)

    assert (fresh(decided).state, fresh(decided).answered_in) == ("answered", call)


@pytest.mark.parametrize(
    "said", [{"kind": "like", "direction": "out", "words": ""}, {"direction": "in"},
             {"at": NOW - dt.timedelta(days=2)}],
    ids=["a like", "their own words", "before the decision"],
)  # fmt: skip
def test_what_told_them_nothing_answers_nothing(decided, manager, said):
    touch = told(decided.membership, manager, **said)

    with pytest.raises(Refused) as refusal:
        requests.answer(advocate_request=decided, by=manager, now=NOW, answered_in=touch)

    assert refusal.value.field == "answered_in"
    assert fresh(decided).state == "decided"


def test_a_word_to_somebody_else_answers_nothing(decided, manager):
    touch = told(MembershipFactory(program=decided.membership.program), manager)

    with pytest.raises(Refused):
        requests.answer(advocate_request=decided, by=manager, now=NOW, answered_in=touch)
    with pytest.raises(IntegrityError), transaction.atomic():
        AdvocateRequest.objects.filter(pk=decided.pk).update(state="answered", answered_in=touch)

    assert fresh(decided).state == "decided"


def test_canned_words_tell_nobody(decided, manager):
    canned = messages.log_elsewhere(
        membership=decided.membership, by=manager, words="Hi {{first_name}}, your wish is granted!", happened_at=NOW,
        now=NOW, sentence="Went out by mistake",
    )  # fmt: skip

    with pytest.raises(Refused, match="did not pass the personal check"):
        requests.answer(advocate_request=decided, by=manager, now=NOW, answered_in=canned)

    assert fresh(decided).state == "decided"


@pytest.mark.parametrize("state", ["open", "decided", "withdrawn"])
def test_the_database_keeps_an_answered_request_answered(deferred, state):
    with pytest.raises(IntegrityError), transaction.atomic():
        AdvocateRequest.objects.filter(pk=deferred.pk).update(state=state)

    assert fresh(deferred).state == "answered"


# --- put off ------------------------------------------------------------------------------------------------
def test_what_was_put_off_comes_back_on_its_day(deferred):
    back = AdvocateRequest.objects.back_on

    assert list(back(SOON - dt.timedelta(days=1))) == []
    assert list(back(SOON)) == [deferred]


def test_taken_up_again_it_is_a_new_request_weighed_anew(deferred, manager):
    again = requests.take_up(advocate_request=deferred, by=manager, now=NOW)

    assert (again.words, again.state, again.follows, again.rank) == (deferred.words, "open", deferred, None)
    assert not AdvocateRequest.objects.back_on(SOON).exists()


def test_it_is_taken_up_once(deferred, manager):
    requests.take_up(advocate_request=deferred, by=manager, now=NOW)

    with pytest.raises(Refused, match="already"):
        requests.take_up(advocate_request=deferred, by=manager, now=NOW)

    assert AdvocateRequest.objects.count() == 2


def test_only_what_was_put_off_is_taken_up(decided, manager):
    with pytest.raises(Refused):
        requests.take_up(advocate_request=decided, by=manager, now=NOW)

    assert AdvocateRequest.objects.count() == 1


def test_history_keeps_why_it_was_handed_over(wish, manager, admin):
    requests.hand_over(
        advocate_request=wish, by=manager, owner=admin, due_on=SOON, now=NOW, why="Knows the stock"
    )

    assert fresh(wish).owner == admin
    assert wish.history.first().history_change_reason == "Knows the stock"
