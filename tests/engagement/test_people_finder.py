"""Who a token of a quick log line may mean."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from engagement.insights.people_finder import ProgramPeople
from influencers.models import ContactPoint, Membership
from tests.factories import AccountFactory, AdvocateFactory, MembershipFactory, PostFactory, ProgramFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    return ProgramFactory()


@pytest.fixture
def colleague(program):
    return PostFactory(program=program).user


def _member(program, name, handle="", **person):
    advocate = AdvocateFactory(name=name, **person)
    if handle:
        AccountFactory(advocate=advocate, handle=handle)
    return MembershipFactory(program=program, advocate=advocate)


def _found(program, user, token):
    return [match.name for match in ProgramPeople(program, user, [token]).find(token)]


def test_somebody_is_found_by_every_name_they_go_by(program, colleague):
    maya = _member(program, "María Weber-López", "Maya.Prints", nickname="Maya")
    ContactPoint.objects.create(advocate=maya.advocate, kind="email", value="Maya@Example.org")

    for token in (
        "@maya.prints",
        "maya.prints",
        "Maya",
        "@maya",
        "maría",
        "Maria",
        "Maria Weber-Lopez",
        "maya@example.org",
    ):
        assert _found(program, colleague, token) == ["María Weber-López"], token


def test_namesakes_are_all_offered_whom_we_saw_last_first(program, colleague):
    _member(program, "Anna Alt")
    bach = _member(program, "Anna Bach")
    Membership.objects.filter(pk=bach.pk).update(last_touch_at=dt.datetime(2026, 5, 1, tzinfo=dt.UTC))

    assert _found(program, colleague, "anna") == ["Anna Bach", "Anna Alt"]


def test_who_has_the_handle_is_meant_not_who_has_the_name(program, colleague):
    _member(program, "Tom Li")
    _member(program, "Thomas Berg", "tom")

    assert _found(program, colleague, "@tom") == ["Thomas Berg"]
    assert _found(program, colleague, "tom") == ["Thomas Berg", "Tom Li"]


def test_people_of_other_programs_are_not_found(program, colleague):
    _member(ProgramFactory(), "Maya Weber", "maya")

    assert _found(program, colleague, "@maya") == []


def test_a_stranger_to_the_program_finds_nobody(program):
    _member(program, "Maya Weber", "maya")

    assert _found(program, PostFactory().user, "@maya") == []


def test_all_tokens_of_a_line_take_four_statements(program, colleague):
    tokens = [f"@person{number}" for number in range(30)]
    for token in tokens:
        _member(program, f"Person {token}", token[1:])
    finder = ProgramPeople(program, colleague, tokens)

    with CaptureQueriesContext(
        connection,
    ) as statements:
        assert all(finder.find(token) for token in tokens)

    assert len(statements) <= 4
