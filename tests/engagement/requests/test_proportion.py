"""How much is given, laid beside how much is needed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagement.insights.proportion import need_level, response_level, too_little, too_much, unlike

DECISIONS = ["decline", "part", "grant"]  # from nothing to everything
LEVELS = st.integers(1, 3)
AMOUNTS = st.decimals(0, 100_000, places=2)


@pytest.mark.parametrize(
    ("decision", "value", "level"),
    [("", 0, 0), ("decline", 9000, 0), ("defer", 9000, 0), ("part", 0, 1), ("part", 501, 2), ("grant", 0, 2),
     ("grant", 500, 2), ("grant", 501, 3)],
)  # fmt: skip
def test_the_level_follows_from_decision_and_value(decision, value, level):
    assert response_level(decision, Decimal(value)) == level


@given(st.sampled_from(DECISIONS), st.sampled_from(DECISIONS), AMOUNTS, AMOUNTS, AMOUNTS)
def test_who_gets_more_never_stands_lower(one, other, value, more, large):
    if DECISIONS.index(one) > DECISIONS.index(other):
        one, other = other, one
    value, more = sorted([value, more])

    assert response_level(one, value, large=large) <= response_level(other, more, large=large)


@given(LEVELS, LEVELS, LEVELS, LEVELS)
def test_need_never_falls_when_impact_or_urgency_rise(impact, urgency, higher, sooner):
    low = need_level(min(impact, higher), min(urgency, sooner))

    assert 1 <= low <= need_level(max(impact, higher), max(urgency, sooner)) <= 3


def test_what_nobody_assessed_has_no_level():
    assert need_level(None, 3) is None


@given(st.integers(0, 3), LEVELS)
def test_nothing_is_both_too_much_and_too_little(response, need):
    assert not (too_much(response, need) and too_little(response, need))


def test_both_ways_are_noticed():
    assert too_much(3, 1)
    assert not too_much(2, 1)
    assert too_little(0, 3)
    assert not too_little(0, 2)


@given(st.integers(0, 3), st.integers(0, 3))
def test_unlike_is_the_same_from_both_sides(one, other):
    assert unlike(one, other) == unlike(other, one)
    assert not unlike(one, one)
