"""The closest earlier requests: by category and words, whoever asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagement.insights.precedents import numbers, precedents, stems
from tests.factories import MembershipFactory, RequestFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(program):
    def ask(words, category="support", **said):
        member = MembershipFactory(program=program)
        return RequestFactory(membership=member, words=words, category=category, **said)

    return ask


@pytest.fixture
def decided(ask, assess, decide):
    return lambda words, *levels, **said: decide(assess(ask(words, **said), *levels, need="Keeps printing"))


def found(wish, program):
    return [(one.words, one.like) for one in precedents(wish, program)]


def test_the_closest_words_come_first_and_the_like_case_is_marked(program, ask, decided, assess):
    decided("Send a new belt for the K2, the old one tore")
    decided("A table at the spring fair", category="stage")
    decided("Send a belt for my K2 press; it tore")
    wish = assess(ask("My K2 press tore its belt, can you send a belt?"), need="Keeps printing")

    assert found(wish, program)[0] == ("Send a belt for my K2 press; it tore", True)
    assert "A table at the spring fair" not in [words for words, _like in found(wish, program)]


def test_another_need_or_category_is_no_like_case(program, ask, decided, assess):
    decided("Send a belt for my K2 press", 1, 1)
    decided("Send a belt for my K2 press", category="product")
    wish = assess(ask("Send a belt for my K2 press"), 3, 3, need="Keeps printing")

    assert [like for _words, like in found(wish, program)] == [False, False]


def test_what_nobody_decided_and_other_programs_are_no_precedents(program, ask, assess, decide):
    assess(ask("Send a belt for my K2 press"))
    other = RequestFactory(words="Send a belt for my K2 press", category="support", assessed=True)
    wish = assess(ask("Send a belt for my K2 press"))

    assert other.membership.program != program
    assert found(wish, program) == []


def test_it_takes_one_statement_however_many_there_are(
    program, ask, decided, assess, django_assert_num_queries
):
    for number in range(9):
        decided(f"Send a belt for press number {number}")
    wish = assess(ask("Send a belt for my press"))

    with django_assert_num_queries(1):
        assert len(precedents(wish, program)) == 5


def test_words_in_every_script_are_found(program, ask, decided, assess):
    decided("新しいインクを送ってください")

    assert len(found(assess(ask("新しいインクをください")), program)) == 1


def test_nothing_but_small_words_has_no_precedent(program, ask, assess):
    assert precedents(ask("Could you please?"), program) == []


@given(st.text(max_size=300))
def test_any_text_has_words_that_the_database_can_hold(text):
    assert all(0 <= number < 2**63 for number in numbers(stems(text)))
    assert stems(text) == stems(text.upper()) or not text.isascii()
