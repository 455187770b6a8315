"""Narrowing a list tells nothing about rows of other programs: their ids are as unknown as ids of nothing."""

import pytest

from config.api import router
from tests.factories import ProgramFactory
from tests.house.routes import one_of_everything

pytestmark = pytest.mark.django_db


def pointers(model):
    return {field.name for field in model._meta.fields if field.is_relation}


POINTING = [
    (noun, name)
    for noun, endpoint, _basename in router.registry
    if getattr(endpoint, "filterset_class", None)
    for name, narrowing in endpoint.filterset_class.base_filters.items()
    if narrowing.field_name in pointers(endpoint.filterset_class._meta.model)
]


def test_there_are_such_filters():
    assert ("memberships", "owner") in POINTING


@pytest.mark.parametrize(("noun", "name"), POINTING)
def test_an_id_of_another_program_is_answered_like_one_of_nothing(noun, name, api, member):
    theirs = one_of_everything(ProgramFactory())
    known = {
        "owner": "colleague_id", "tier": "tier_id", "advocate": "advocate_id", "review": "review_id", "perk": "perk_id",
        "teller": "colleague_id", "from_owner": "colleague_id", "to_owner": "colleague_id", "by_user": "colleague_id",
    }  # fmt: skip
    foreign = theirs[known.get(name, "membership_id")]

    of_theirs = api.get(f"{noun}/", **{name: foreign})
    of_nothing = api.get(f"{noun}/", **{name: 987654321})

    assert (of_theirs.status_code, of_theirs.json()) == (of_nothing.status_code, of_nothing.json())


@pytest.mark.parametrize("number", [2**70, -(2**70)])
@pytest.mark.parametrize("noun", ["facts", "touchpoints"])
def test_no_number_is_too_large_to_be_asked_for(noun, number, api):
    answer = api.get(f"{noun}/", membership=number)

    assert answer.status_code == 400, answer.content
