"""Each step of a farewell, and what it will not be taken with."""

import datetime as dt
from itertools import pairwise

import pytest

from engagement.actions import farewells, messages, touchpoints
from engagement.models import FarewellWord
from influencers.actions import farewells as leaving
from influencers.models import Farewell, FarewellStep, Membership, Term
from influencers.refusals import NotAllowed, Refused
from tests.factories import (
    FlagFactory,
    MembershipFactory,
    PostFactory,
    PromiseFactory,
    TouchpointFactory,
    UserFactory,
)
from tests.factories.farewells import THANKS, heard, thanked, usual, walk
from tests.factories.memberships import NOW

pytestmark = pytest.mark.django_db
Step = FarewellStep.Step
HOUR = dt.timedelta(hours=1)


def take(farewell, step, by, **said):
    return farewells.take(farewell=farewell, step=step, by=by, now=NOW, **said)


def steps(farewell):
    return list(farewell.steps.values_list("step", flat=True))


@pytest.mark.parametrize(("before", "step"), [(None, "perks"), *pairwise(Step.values)])
def test_no_step_is_taken_before_the_one_before_it(farewell, manager, before, step):
    if before:
        walk(farewell, by=manager, upto=before)
    skipped = [name for name in Step.values if FarewellStep.place_of(name) > FarewellStep.place_of(step)]
    taken = steps(farewell)

    for later in skipped:
        with pytest.raises(Refused, match="One step after the other"):
            take(farewell, later, manager, **usual(later, farewell, manager))

    assert steps(farewell) == taken


def test_who_took_a_step_and_when_is_kept(farewell, manager):
    take(farewell, Step.SETTLED, manager)

    step = farewell.steps.get()
    assert (step.done_by, step.done_at) == (manager, NOW)


@pytest.mark.parametrize("kind", ["message", "like", "comment"])
def test_what_is_not_a_conversation_is_no_telling(farewell, manager, member, kind):
    walk(farewell, by=manager, upto=Step.RECAP)
    direction = "out" if kind == "like" else "in"
    touch = TouchpointFactory(
        member, by=manager, kind=kind, direction=direction, words="" if kind == "like" else "Hm."
    )

    with pytest.raises(Refused, match="A message alone is not telling"):
        take(farewell, Step.TOLD, manager, touchpoint=touch)

    assert "told" not in steps(farewell)
    assert not FarewellWord.objects.exists()


def test_a_call_with_somebody_else_is_no_telling(farewell, manager, member):
    walk(farewell, by=manager, upto=Step.RECAP)
    other = heard(MembershipFactory(program=member.program, active=True), by=manager)

    with pytest.raises(Refused, match="somebody else"):
        take(farewell, Step.TOLD, manager, touchpoint=other)


def test_a_call_of_last_year_is_no_telling(farewell, manager, member):
    walk(farewell, by=manager, upto=Step.RECAP)
    old = heard(member, by=manager, at=NOW - dt.timedelta(days=200))

    with pytest.raises(Refused, match="long before"):
        take(farewell, Step.TOLD, manager, touchpoint=old)


def test_a_thank_you_that_went_out_before_they_were_told_does_not_count(farewell, manager, member):
    early = thanked(member, by=manager, at=NOW - 5 * HOUR)
    walk(farewell, by=manager, upto=Step.TOLD)

    with pytest.raises(Refused, match="before anything is written"):
        take(farewell, Step.THANKS, manager, touchpoint=early)

    assert "thanks" not in steps(farewell)


def test_a_canned_thank_you_is_refused_with_the_way_out(farewell, manager, member):
    walk(farewell, by=manager, upto=Step.TOLD)
    canned = messages.log_elsewhere(
        membership=member, by=manager, words="Hi {{first_name}}, thank you for everything!", happened_at=NOW, now=NOW,
        sentence="Went out by mistake",
    )  # fmt: skip

    with pytest.raises(Refused, match="found this canned"):
        take(farewell, Step.THANKS, manager, touchpoint=canned)

    assert "thanks" not in steps(farewell)


def test_a_thank_you_to_somebody_else_is_refused(farewell, manager, member):
    walk(farewell, by=manager, upto=Step.TOLD)
    other = MembershipFactory(program=member.program, active=True)
    TouchpointFactory(other, by=manager)

    with pytest.raises(Refused, match="to this person"):
        take(farewell, Step.THANKS, manager, touchpoint=thanked(other, by=manager))


def test_a_card_that_passed_the_check_counts_as_thanks(farewell, manager, member):
    walk(farewell, by=manager, upto=Step.TOLD)
    card = messages.log_elsewhere(
        membership=member,
        by=manager,
        words=THANKS.format(name="Ana"),
        happened_at=NOW,
        now=NOW,
        kind="letter",
    )

    take(farewell, Step.THANKS, manager, touchpoint=card)

    assert "thanks" in steps(farewell)


@pytest.mark.parametrize(
    ("step", "said", "field"),
    [
        (Step.RECAP, {"recap": " "}, "recap"),
        (Step.STAYS, {"what_stays": ""}, "what_stays"),
        (Step.STAYS, {"what_stays": "The group"}, "whom_to_call"),
        (Step.DOOR, {"door": "closed"}, "door_why"),
        (Step.DOOR, {"door": "from", "door_why": "A year off"}, "door_from"),
        (Step.CONTACT, {}, "contact_on"),
        (Step.CONTACT, {"contact_on": dt.date(2026, 5, 1), "contact_by": None}, "contact_by"),
    ],
)
def test_a_step_says_all_that_it_has_to(farewell, manager, step, said, field):
    before = Step.values[FarewellStep.place_of(step) - 2]
    walk(farewell, by=manager, upto=before)

    with pytest.raises(Refused) as refusal:
        take(farewell, step, manager, **said)

    assert refusal.value.field == field
    assert step not in steps(farewell)


def test_the_first_word_lies_ahead(farewell, manager):
    walk(farewell, by=manager, upto=Step.DOOR)

    with pytest.raises(Refused, match="This day has passed"):
        take(farewell, Step.CONTACT, manager, contact_on=dt.date(2026, 5, 1), contact_by=manager)


def test_whom_they_call_has_a_part_in_the_program(farewell, manager):
    walk(farewell, by=manager, upto=Step.THANKS)

    with pytest.raises(Refused, match="no part in this program"):
        take(farewell, Step.STAYS, manager, what_stays="The group", whom_to_call=UserFactory())


def test_nobody_leaves_with_a_promise_made_meanwhile(farewell, manager, member):
    walk(farewell, by=manager)
    PromiseFactory(membership=member)

    with pytest.raises(Refused, match="still open"):
        farewells.complete(farewell=farewell, by=manager, now=NOW)

    assert Membership.objects.get(pk=member.pk).status == "leaving"


def test_of_two_who_complete_it_one_is_told_who_was_first(farewell, manager, member):
    walk(farewell, by=manager)
    second = PostFactory(program=member.program, role="manager").user
    mine, theirs = Farewell.objects.get(), Farewell.objects.get()

    farewells.complete(farewell=mine, by=manager, now=NOW)
    with pytest.raises(Refused, match=f"{manager} has completed"):
        farewells.complete(farewell=theirs, by=second, now=NOW)

    farewell.refresh_from_db()
    assert farewell.completed_by == manager


def test_what_a_farewell_rests_on_is_not_taken_off_the_record(farewell, manager, member):
    walk(farewell, by=manager)
    call = FarewellWord.objects.get(what="told").touchpoint

    with pytest.raises(Refused, match="farewell rests on this"):
        touchpoints.remove(touchpoint=call, by=manager, now=NOW)

    assert FarewellWord.objects.count() == 2


def test_a_complete_farewell_leaves_nobody_half_way(farewell, manager, member):
    flag = FlagFactory(membership=member, kind="farewell", subject_id=farewell.pk)
    walk(farewell, by=manager)

    farewells.complete(farewell=farewell, by=manager, now=NOW)

    flag.refresh_from_db()
    assert flag.closed_at == NOW


def test_what_was_agreed_for_later_ends_with_them(farewell, manager, member):
    today = member.program.today(NOW)
    running = member.terms.get()
    Term.objects.filter(pk=running.pk).update(ends_on=today)
    for start in (today, today + dt.timedelta(days=400)):
        Term.objects.create(membership=member, starts_on=start, ends_on=start + dt.timedelta(days=365))
    walk(farewell, by=manager)

    farewells.complete(farewell=farewell, by=manager, now=NOW)

    assert list(member.terms.values_list("pk", "ends_on")) == [(running.pk, today)]


def test_staff_take_no_step(farewell, member):
    staff = PostFactory(program=member.program, role="staff").user

    with pytest.raises(NotAllowed):
        take(farewell, Step.SETTLED, staff)

    assert steps(farewell) == []


def test_a_complete_farewell_is_not_called_off(farewell, manager):
    walk(farewell, by=manager)
    farewells.complete(farewell=farewell, by=manager, now=NOW)

    with pytest.raises(Refused, match="Welcome them back"):
        leaving.call_off(farewell=farewell, by=manager, now=NOW)
