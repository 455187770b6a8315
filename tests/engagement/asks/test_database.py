"""What the database refuses about asks by itself: one attempt each, past every check of Django's."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from engagement.ask_guards import _MOVES, ASK_GUARDS
from engagement.models import Ask
from engagement.models.asks import MOVES
from tests.factories import AskFactory, MembershipFactory, TouchpointFactory
from tests.factories.memberships import NOW

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def set_on(row, **changes):
    return lambda: Ask.objects.filter(pk=row.pk).update(**changes)


def attempts(member):
    """Each rule's name, and what tries to break it."""
    asked = AskFactory(membership=member, wanted_by=dt.date(2026, 4, 2))
    AskFactory(membership=member, wanted_by=dt.date(2026, 6, 30))
    later = AskFactory(membership=member, wanted_by=dt.date(2026, 7, 1))
    done = AskFactory(membership=MembershipFactory(program=member.program, active=True), delivered_on=TODAY)
    theirs = TouchpointFactory(done.membership, direction="in", happened_at=NOW)
    elses = TouchpointFactory(member, happened_at=NOW)
    return {
        "ask_says_what": set_on(asked, words=""),
        "ask_answer_has_a_day": set_on(asked, answered_on=TODAY),
        "ask_no_in_their_words": set_on(asked, state="declined", answered_on=TODAY),
        "ask_delivery_has_a_day": set_on(asked, delivered_on=TODAY),
        "ask_thanked_by_a_touchpoint": set_on(done, state="thanked"),
        "ask_withdrawn_says_why": set_on(asked, state="withdrawn"),
        "guard_ask_moves_on": set_on(asked, state="delivered", answered_on=TODAY, delivered_on=TODAY),
        "guard_ask_thanked_in_person": set_on(done, state="thanked", thanked_in=elses),
        "guard_ask_thanked_in_person_insert": lambda: AskFactory(
            membership=done.membership, state="thanked", answered_on=TODAY, delivered_on=TODAY, thanked_in=theirs,
            wanted_by=dt.date(2027, 1, 1),
        ),
        "guard_ask_within_cap": set_on(later, wanted_by=dt.date(2026, 6, 30)),
        "guard_ask_within_cap_insert": lambda: AskFactory(membership=member, wanted_by=dt.date(2026, 5, 1)),
    }  # fmt: skip


NAMES = sorted(
    {constraint.name for constraint in Ask._meta.constraints} | {guard.name for guard in ASK_GUARDS}
)


@pytest.mark.parametrize("name", NAMES)
def test_the_database_refuses_to_break(name):
    attempt = attempts(MembershipFactory(active=True))[name]
    sentences = {guard.name: guard.sentence for guard in ASK_GUARDS}

    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        attempt()

    assert sentences.get(name, name) in str(refusal.value)


def test_the_database_and_the_model_tell_the_same_life():
    assert {before: set(afters) for before, afters in MOVES.items() if afters} == {
        before: set(afters) for before, afters in _MOVES.items()
    }


def test_a_reason_lets_one_more_in():
    member = MembershipFactory(active=True)
    for month in (4, 5):
        AskFactory(membership=member, wanted_by=dt.date(2026, month, 1))

    assert AskFactory(membership=member, wanted_by=dt.date(2026, 6, 30), over_cap_because="She offered.").pk


def test_a_lower_number_does_not_undo_what_was_asked():
    member = MembershipFactory(active=True)
    rows = [AskFactory(membership=member, wanted_by=dt.date(2026, month, 1)) for month in (4, 5)]
    type(member.program).objects.update(asks_per_quarter=1)

    assert Ask.objects.filter(pk=rows[1].pk).update(state="agreed", answered_on=TODAY) == 1
