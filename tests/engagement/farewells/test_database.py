"""What the database refuses of a farewell's words by itself, on both databases."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from engagement.farewell_guards import FAREWELL_GUARDS
from engagement.models import Carried, FarewellWord, Touchpoint
from influencers.models import Farewell, Membership
from tests.factories import AskFactory, PromiseFactory, TouchpointFactory
from tests.factories.farewells import heard, thanked
from tests.factories.memberships import NOW
from tests.influencers.breaking_farewells import begun, ended, one, stepped, whole

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def _name(farewell, what, touch):
    return FarewellWord.objects.create(farewell=farewell, what=what, touchpoint=touch)


def _like(member, by):
    return TouchpointFactory(member, by=by, kind="like", direction="out", words="")


def _thanked_early(m, u):
    farewell = begun(m, u)
    _name(farewell, "told", heard(m, by=u))
    _name(farewell, "thanks", thanked(m, by=u, at=NOW - 9 * DAY))


def _told_late(m, u):
    farewell = stepped(m, u)
    one(farewell.words.get(what="told"), touchpoint=heard(m, by=u, at=NOW + DAY))


def _wordless(m, u):
    farewell = stepped(m, u)
    farewell.words.filter(what="told").delete()
    one(farewell, **whole(u))


def _turned_into_a_like(m, u):
    stepped(m, u)
    Touchpoint.objects.filter(farewell_words__what="told").update(kind="like")


BREAKS = {
    "guard_farewell_told": lambda m, u: _name(begun(m, u), "told", _like(m, u)),
    "guard_farewell_told_update": lambda m, u: one(
        stepped(m, u).words.get(what="told"), touchpoint=_like(m, u)
    ),
    "guard_farewell_thanked": lambda m, u: _name(begun(m, u), "thanks", heard(m, by=u)),
    "guard_farewell_thanked_update": lambda m, u: one(
        stepped(m, u).words.get(what="thanks"), touchpoint=heard(m, by=u)
    ),
    "guard_farewell_told_first": _thanked_early,
    "guard_farewell_told_first_update": _told_late,
    "guard_farewell_word_is_kept": lambda m, u: ended(m, u).words.filter(what="told")._raw_delete("default"),
    "guard_farewell_word_stays": lambda m, u: one(
        ended(m, u).words.get(what="told"), touchpoint=heard(m, by=u, at=NOW - 2 * DAY)
    ),
    "guard_farewell_has_its_words": _wordless,
    "guard_farewell_touch_stays": _turned_into_a_like,
}


def test_every_guard_has_somebody_who_tries_to_break_it():
    assert set(BREAKS) == {guard.name for guard in FAREWELL_GUARDS}


@pytest.mark.parametrize("guard", FAREWELL_GUARDS, ids=lambda guard: guard.name)
def test_the_database_refuses_to_break(guard, member, manager):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        BREAKS[guard.name](member, manager)

    assert guard.sentence in str(refusal.value)
    assert Membership.objects.get(pk=member.pk).status == "active"


def test_a_whole_farewell_is_accepted(member, manager):
    ended(member, manager)

    assert Membership.objects.get(pk=member.pk).status == "alumni"


def test_one_that_could_not_be_told_in_person_is_accepted_with_its_reason(member, manager):
    farewell = stepped(member, manager, not_in_person="At sea")
    farewell.words.filter(what="told").delete()

    one(farewell, **whole(manager))

    assert Farewell.objects.get().completed_at == NOW


@pytest.mark.parametrize("state", ["agreed", "delivered"])
def test_what_they_agreed_to_or_did_unthanked_holds_the_end_until_it_is_carried_on(member, manager, state):
    done_on = NOW.date() if state == "delivered" else None
    ask = AskFactory(membership=member, state=state, answered_on=NOW.date(), delivered_on=done_on)
    farewell = stepped(member, manager)
    one(farewell, **whole(manager))
    with pytest.raises(IntegrityError, match="Nobody leaves"), transaction.atomic():
        one(member, status="alumni", ended_on=NOW.date(), farewell=farewell)

    Carried.objects.create(farewell=farewell, membership=member, ask=ask, to=manager, why="In autumn")
    one(member, status="alumni", ended_on=NOW.date(), farewell=farewell)

    assert Membership.objects.get(pk=member.pk).status == "alumni"


def test_a_promise_that_is_carried_on_does_not_hold_anybody_back(member, manager):
    promise = PromiseFactory(membership=member)
    farewell = stepped(member, manager)
    Carried.objects.create(farewell=farewell, membership=member, promise=promise, to=manager, why="In autumn")
    one(farewell, **whole(manager))

    one(member, status="alumni", ended_on=NOW.date(), farewell=farewell)

    assert Membership.objects.get(pk=member.pk).status == "alumni"
