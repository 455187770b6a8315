"""Giving a person all that is held on them."""

import json

import pytest

from engagement.actions.people import everything_about
from influencers.refusals import NotAllowed
from tests.factories import MembershipFactory, PostFactory, TouchpointFactory
from tests.privacy.conftest import HANDLE, MAIL, NAME, NOW, PHONE

pytestmark = pytest.mark.django_db


def asked(world, member):
    return everything_about(advocate=member.advocate, program=world.program, by=world.admin, now=NOW)


def test_every_table_that_holds_something_is_in_it(world, member):
    data = asked(world, member)

    text = json.dumps(data, ensure_ascii=False)
    for trace in (NAME, HANDLE, MAIL, PHONE, "letterpress owl", "Hates quince jam", "labels"):
        assert trace in text
    assert {
        "influencers.advocate",
        "influencers.historicalfact",
        "engagement.touchpoint",
        "engagement.historicaltouchpoint",
    } <= set(data["held"])
    assert data["whole"] is True


def test_it_is_plain_data_and_says_who_did_what(world, member):
    facts = asked(world, member)["held"]["influencers.historicalfact"]

    assert json.loads(json.dumps(facts)) == facts
    assert {fact["history_user"] for fact in facts} == {"Kind Admin"}
    assert {fact["history_type"] for fact in facts} == {"+", "-"}


def test_other_people_stay_unnamed(world, member):
    data = asked(world, member)

    connection = data["held"]["influencers.connection"][0]
    assert connection["membership"] == "somebody else"
    assert connection["other"] == member.pk
    assert "Kind Person" not in json.dumps(data)


def test_what_another_program_holds_is_not_in_it(world, member):
    elsewhere = MembershipFactory(advocate=member.advocate, come_from="Heard at the other program")
    TouchpointFactory(
        elsewhere, words="She asked whether the marbled endpapers of the atlas will be printed again."
    )

    data = asked(world, member)

    assert "marbled" not in json.dumps(data)
    assert "Heard at" not in json.dumps(data)
    assert data["whole"] is False


@pytest.mark.parametrize("role", ["viewer", "staff", "manager"])
def test_only_admins_are_given_it(role, world, member):
    by = PostFactory(program=world.program, role=role).user

    with pytest.raises(NotAllowed):
        everything_about(advocate=member.advocate, program=world.program, by=by, now=NOW)
