"""Only we speak, or only they."""

import datetime as dt

import pytest

from engagement.watch.one_sided import ENOUGH
from tests.engagement.watch.seeing import DAY, ONE, at, seen, settled
from tests.factories import TouchpointFactory

pytestmark = pytest.mark.django_db
LONG_AGO = dt.date(2025, 12, 1)


def spoken(member, direction, times, first=10):
    """Log so many touches of one side, two days apart."""
    for number in range(times):
        day = DAY - (first + 2 * number) * ONE
        TouchpointFactory(member, kind="like", direction=direction, words="", happened_at=at(day))
    member.refresh_from_db()
    return member


def test_three_touches_of_ours_without_an_echo_are_one_sided():
    member = spoken(settled(), "out", ENOUGH)

    assert seen("only_we", member) == [(0, 0, member.joined_on)]
    assert seen("only_they", member) == []


def test_two_are_not_yet():
    member = spoken(settled(), "out", ENOUGH - 1)

    assert seen("only_we", member) == []


def test_one_word_of_theirs_in_the_window_makes_it_two_way():
    member = spoken(spoken(settled(), "out", ENOUGH), "in", 1, first=80)

    assert seen("only_we", member) == []


def test_what_they_said_before_the_window_is_since_when_they_are_silent():
    member = spoken(spoken(settled(), "out", ENOUGH), "in", 1, first=100)

    assert seen("only_we", member) == [(0, 0, DAY - 100 * ONE)]


def test_a_call_counts_for_both_sides():
    member = spoken(settled(), "out", ENOUGH)
    TouchpointFactory(member, kind="call", direction="both", happened_at=at(DAY - 5 * ONE))

    assert seen("only_we", member) == []


def test_three_posts_of_theirs_without_a_word_of_ours_are_one_sided():
    member = spoken(settled(), "in", ENOUGH)

    assert seen("only_they", member) == [(0, 0, member.joined_on)]
    assert seen("only_we", member) == []


def test_somebody_who_joined_within_the_window_is_not_judged_yet():
    member = spoken(settled(joined_on=DAY - 89 * ONE), "out", ENOUGH)

    assert seen("only_we", member) == []
