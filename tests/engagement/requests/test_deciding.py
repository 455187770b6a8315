"""A decision has its reason, is in proportion, treats like cases alike, and is made by whom the program says."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from engagement.actions import requests
from engagement.models import AdvocateRequest, RequestWord
from influencers.models import Program
from influencers.refusals import Conflict, NotAllowed, Refused
from tests.engagement.requests.conftest import NOW
from tests.factories import MembershipFactory, PostFactory, RequestFactory

pytestmark = pytest.mark.django_db
SQUEEGEES = "Can you send squeegees to Accra without the stamp fee?"


def fresh(wish):
    return AdvocateRequest.objects.get(pk=wish.pk)


def settings(program, **changes):
    Program.objects.filter(pk=program.pk).update(**changes)


@pytest.fixture
def weighed(wish, assess):
    return assess(wish)


def test_need_comes_before_the_decision(wish, decide):
    with pytest.raises(Refused, match="Assess the need first"):
        decide(wish)

    assert fresh(wish).state == "open"


def test_a_decision_names_who_when_and_why(weighed, decide, manager):
    decide(weighed, value=Decimal(40))

    found = fresh(weighed)
    assert (found.state, found.decided_by, found.decided_at, found.reason, found.value) == (
        "decided", manager, NOW, "It is fair", 40,
    )  # fmt: skip


def test_the_second_to_decide_is_told_who_did_and_what(weighed, decide, admin):
    stale = fresh(weighed)
    decide(weighed, "decline", instead="A call")

    with pytest.raises(Refused, match="Lena Koch has decided this already: Decline"):
        decide(stale, by=admin, seen=stale.version)

    assert fresh(weighed).decision == "decline"


def test_a_decision_on_what_has_changed_meanwhile_is_a_conflict(weighed, decide, assess):
    seen = weighed.version
    assess(weighed, 3, 3, because="The fair was moved.")

    with pytest.raises(Conflict):
        decide(fresh(weighed), seen=seen)

    assert fresh(weighed).state == "open"


@pytest.mark.parametrize(
    ("said", "field"),
    [({"decision": "decline"}, ""), ({"decision": "defer"}, ""), ({"reason": " "}, ""),
     ({"decision": "defer", "look_again_on": NOW.date()}, "look_again_on"),
     ({"decision": "decline", "instead": "x", "value": Decimal(5)}, "value")],
)  # fmt: skip
def test_half_a_decision_is_refused(weighed, decide, said, field):
    with pytest.raises(Refused) as refusal:
        decide(weighed, **said)

    assert refusal.value.field in (field, "reason")
    assert fresh(weighed).state == "open"


def test_staff_do_not_decide(weighed, decide, program):
    with pytest.raises(NotAllowed):
        decide(weighed, by=PostFactory(program=program, role="staff").user)

    assert fresh(weighed).state == "open"


# --- in proportion ----------------------------------------------------------------------------------
def test_much_for_little_need_needs_a_sentence(wish, assess, decide):
    assess(wish, 1, 2)

    with pytest.raises(requests.Unweighed, match="The need is little"):
        decide(wish, value=Decimal(501))
    assert fresh(wish).state == "open"
    decide(wish, value=Decimal(501), despite="It is the last one and would be thrown away.")

    found = fresh(wish)
    assert (found.warnings, found.despite[:11]) == (["too_much"], "It is the l")


def test_nothing_for_great_need_needs_a_sentence(wish, assess, decide):
    assess(wish, 3, 3)

    with pytest.raises(requests.Unweighed, match="The need is great"):
        decide(wish, "decline", instead="A call")

    assert fresh(wish).state == "open"


def test_a_like_case_decided_otherwise_needs_a_sentence(program, manager, assess, decide):
    one, other = (
        RequestFactory(membership=MembershipFactory(program=program), words=words, category="support", owner=manager)
        for words in (SQUEEGEES, "Could you send the squeegees to Lagos without a stamp fee?")
    )  # fmt: skip
    decide(assess(one))
    assess(other)

    with pytest.raises(requests.Unweighed, match="A like case was decided otherwise") as refusal:
        decide(other, "decline", instead="A discount")
    assert refusal.value.field == "despite"
    decide(other, "decline", instead="A discount", despite="Customs in Lagos took the last two parcels.")

    found = fresh(other)
    assert (found.warnings, found.unlike) == (["unlike"], one)


def test_like_cases_treated_alike_need_none(program, manager, assess, decide):
    for name in ("Accra", "Lagos"):
        wish = RequestFactory(
            membership=MembershipFactory(program=program), words=SQUEEGEES.replace("Accra", name)
        )
        decide(assess(wish))

        assert fresh(wish).warnings == []


def test_a_case_with_another_need_is_not_a_like_case(program, assess, decide):
    one, other = (
        RequestFactory(membership=MembershipFactory(program=program), words=SQUEEGEES) for _ in range(2)
    )
    decide(assess(one, 3, 2))

    decide(assess(other, 1, 1), "decline", instead="A discount")

    assert fresh(other).warnings == []


@pytest.mark.parametrize(
    "change", [{"warned_of": "unlike"}, {"reason": ""}, {"decided_by": None}, {"decision": ""}, {"value": -1},
               {"decision": "defer"}, {"decision": "decline"}, {"state": "open"}],
)  # fmt: skip
def test_the_database_refuses_half_a_decision(weighed, decide, change):
    decide(weighed)

    with pytest.raises(IntegrityError), transaction.atomic():
        AdvocateRequest.objects.filter(pk=weighed.pk).update(**change)

    assert fresh(weighed).state == "decided"


@pytest.mark.parametrize(
    "change", [{"decision": "part"}, {"value": 7}, {"decided_at": NOW + dt.timedelta(1)}]
)
def test_the_database_keeps_a_decision(weighed, decide, change):
    decide(weighed, value=Decimal(5))

    with pytest.raises(IntegrityError), transaction.atomic():
        AdvocateRequest.objects.filter(pk=weighed.pk).update(**change)

    assert (fresh(weighed).decision, fresh(weighed).value) == ("grant", 5)


# --- above the large value ----------------------------------------------------------------------------
def test_above_the_large_value_an_admin_decides(weighed, decide, program, admin):
    settings(program, large_by="admins")

    with pytest.raises(Refused) as refusal:
        decide(weighed, value=Decimal("500.01"))
    assert refusal.value.field == "value"
    assert fresh(weighed).state == "open"
    decide(weighed, by=admin, value=Decimal("500.01"))

    assert fresh(weighed).decided_by == admin


def test_up_to_it_any_manager_does(weighed, decide, program):
    settings(program, large_by="admins")

    decide(weighed, value=Decimal(500))

    assert fresh(weighed).state == "decided"


def test_one_colleague_can_be_named(weighed, decide, program, manager, admin):
    settings(program, large_by="named", large_decider=manager)

    with pytest.raises(Refused, match="Lena Koch decides"):
        decide(weighed, by=admin, value=Decimal(900))
    decide(weighed, value=Decimal(900))

    assert fresh(weighed).decided_by == manager


def test_two_people_decide_together(weighed, decide, program, manager, admin):
    settings(program, large_by="second")
    decide(weighed, value=Decimal(900))
    assert (fresh(weighed).state, fresh(weighed).decided_by, fresh(weighed).proposed_by) == (
        "proposed",
        None,
        manager,
    )

    with pytest.raises(Refused, match="You proposed it"):
        requests.confirm(advocate_request=fresh(weighed), by=manager, now=NOW)
    assert fresh(weighed).state == "proposed"
    requests.confirm(advocate_request=fresh(weighed), by=admin, now=NOW)

    assert (fresh(weighed).state, fresh(weighed).decided_by) == ("decided", admin)


def test_the_second_person_may_say_no(weighed, decide, program, admin):
    settings(program, large_by="second")
    decide(weighed, value=Decimal(900))

    requests.send_back(advocate_request=weighed, by=admin, now=NOW, why="Ask for one press, not two.")

    found = fresh(weighed)
    assert (found.state, found.decision, found.proposed_by) == ("open", "", None)
    assert found.history.first().history_change_reason == "Ask for one press, not two."


@pytest.mark.parametrize("mode", ["second", "admins", "named"])
def test_the_database_knows_who_decides_what_is_large(weighed, program, manager, admin, mode):
    settings(program, large_by=mode, large_decider=admin)
    forced = {
        "state": "decided",
        "decision": "grant",
        "reason": "x",
        "decided_by": manager,
        "decided_at": NOW,
    }

    with pytest.raises(IntegrityError), transaction.atomic():
        AdvocateRequest.objects.filter(pk=weighed.pk).update(**forced, value=900)

    assert fresh(weighed).state == "open"


# --- once more --------------------------------------------------------------------------------------------
def test_what_nobody_was_told_can_be_decided_anew(weighed, decide):
    decide(weighed)
    assert RequestWord.objects.exists()

    requests.send_back(advocate_request=weighed, by=weighed.owner, now=NOW, why="The stock was wrong.")
    assert not RequestWord.objects.exists()
    decide(weighed, "part")

    assert fresh(weighed).decision == "part"
