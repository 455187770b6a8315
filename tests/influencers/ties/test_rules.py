"""What is refused about vouches and connections: by the actions, and by the database itself."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from influencers.actions import connections, vouches
from influencers.models import Connection, Membership, Vouch
from influencers.refusals import NotAllowed, Refused
from tests.engagement.pages.people import TODAY, member_of
from tests.factories import PostFactory, ProgramFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    return ProgramFactory()


@pytest.fixture
def by(program):
    return PostFactory(program=program, role="staff").user


@pytest.fixture
def ana(program):
    return member_of(program, "Ana Ruiz")


@pytest.fixture
def ben(program):
    return member_of(program, "Ben Wu")


@pytest.fixture
def word(ana, ben, by):
    return vouches.vouch(
        membership=ben, giver=ana, by=by, words="Keeps his word.", how_known="One stand", day=TODAY
    )


def refused_by_the_database(change):
    with pytest.raises(IntegrityError), transaction.atomic():
        change()
    return True


# --- actions --------------------------------------------------------------------------------------
def test_ones_own_word_is_checked_by_somebody_else(ben, by):
    own = vouches.vouch(membership=ben, by=by, words="Carried it all.", how_known="The fair", day=TODAY)

    with pytest.raises(Refused, match="Somebody else"):
        vouches.check(vouch=own, by=by, how="I know it", day=TODAY)

    assert Vouch.objects.get().checked_on is None


def test_a_check_says_how(word, by):
    with pytest.raises(Refused) as refusal:
        vouches.check(vouch=word, by=by, how="  ", day=TODAY)

    assert refusal.value.field == "how"
    assert Vouch.objects.get().checked_by is None


def test_what_was_taken_back_is_neither_checked_nor_taken_back_again(word, by):
    vouches.withdraw(vouch=word, by=by, because="Fell out", day=TODAY)

    with pytest.raises(Refused):
        vouches.check(vouch=word, by=by, how="Called", day=TODAY)
    with pytest.raises(Refused):
        vouches.withdraw(vouch=word, by=by, because="Again", day=TODAY)

    assert Vouch.objects.get().withdrawn_because == "Fell out"


def test_a_second_word_of_the_same_person_waits_until_the_first_is_taken_back(word, ana, ben, by):
    again = {"membership": ben, "giver": ana, "by": by, "words": "More.", "how_known": "Same", "day": TODAY}
    with pytest.raises(Refused, match="already"):
        vouches.vouch(**again)
    vouches.withdraw(vouch=word, by=by, because="Fell out", day=TODAY)

    vouches.vouch(**again)

    assert Vouch.objects.count() == 2


def test_a_connection_said_the_other_way_round_is_the_same(ana, ben, by):
    connections.connect(membership=ana, other=ben, by=by, kind="friend")

    with pytest.raises(Refused, match="on record already"):
        connections.connect(membership=ben, other=ana, by=by, kind="friend")

    assert Connection.objects.count() == 1


def test_an_ended_connection_is_not_edited_and_can_begin_anew(ana, ben, by):
    tie = connections.connect(membership=ana, other=ben, by=by, kind="friend")
    connections.end(connection=tie, by=by, because="Moved", day=TODAY)

    with pytest.raises(Refused):
        connections.edit(connection=tie, by=by, kind="family", how="")

    connections.connect(membership=ben, other=ana, by=by, kind="friend")
    assert Connection.objects.standing().count() == 1


def test_viewers_check_and_end_nothing(word, ana, ben, by, program):
    viewer = PostFactory(program=program, role="viewer").user
    tie = connections.connect(membership=ana, other=ben, by=by, kind="friend")

    for act in (
        lambda: vouches.check(vouch=word, by=viewer, how="Called", day=TODAY),
        lambda: vouches.withdraw(vouch=word, by=viewer, because="No", day=TODAY),
        lambda: connections.end(connection=tie, by=viewer, because="No", day=TODAY),
    ):
        with pytest.raises(NotAllowed):
            act()


# --- the database ---------------------------------------------------------------------------------
BROKEN_VOUCHES = {
    "a check without its how": {"checked_on": TODAY},
    "a check before the word": {"checked_on": TODAY - dt.timedelta(days=1), "checked_how": "Called"},
    "a withdrawal without its reason": {"withdrawn_on": TODAY},
    "other words": {"words": "Something nicer"},
    "another day": {"given_on": TODAY - dt.timedelta(days=9)},
    "no words": {"words": ""},
}


@pytest.mark.parametrize("broken", BROKEN_VOUCHES.values(), ids=BROKEN_VOUCHES)
def test_the_database_refuses_a_broken_vouch(word, broken):
    assert refused_by_the_database(lambda: Vouch.objects.filter(pk=word.pk).update(**broken))


def test_the_database_keeps_a_word_taken_back(word, by):
    vouches.withdraw(vouch=word, by=by, because="Fell out", day=TODAY)

    assert refused_by_the_database(
        lambda: Vouch.objects.update(withdrawn_on=None, withdrawn_by=None, withdrawn_because="")
    )


def test_the_database_lets_nobody_of_another_program_vouch_or_be_known(word, ana, ben):
    stranger: Membership = member_of(ProgramFactory(), "Sam Stranger")

    assert refused_by_the_database(lambda: Vouch.objects.update(by_membership=stranger))
    assert refused_by_the_database(
        lambda: Connection.objects.create(membership=ana, other=stranger, kind="friend")
    )


def test_the_database_keeps_a_connection_once_whoever_is_named_first(ana, ben):
    Connection.objects.create(membership=ana, other=ben, kind="friend")

    assert refused_by_the_database(
        lambda: Connection.objects.create(membership=ben, other=ana, kind="friend")
    )
    assert refused_by_the_database(lambda: Connection.objects.update(ended_on=TODAY))
