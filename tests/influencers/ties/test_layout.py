"""Where people stand in the drawing."""

import math

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from influencers.insights.ties.layout import groups, placed

NEAREST = 38  # two faces do not touch


@st.composite
def knots(draw):
    """Up to forty people and the ties between them."""
    count = draw(st.integers(1, 40))
    pairs = draw(st.lists(st.tuples(st.integers(1, count), st.integers(1, count)), max_size=70))
    near = {one: set() for one in range(1, count + 1)}
    for one, other in pairs:
        if one != other:
            near[one].add(other)
            near[other].add(one)
    return {one: sorted(others) for one, others in near.items()}


SLOW = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(near=knots())
def test_everybody_has_a_place_of_their_own_inside_the_drawing(near):
    places, width, height = placed(sorted(near), near)

    assert set(places) == set(near)
    assert all(0 <= x <= width and 0 <= y <= height for x, y in places.values())
    spots = list(places.values())
    apart = [math.dist(a, b) for at, a in enumerate(spots) for b in spots[:at]]
    assert not apart or min(apart) >= NEAREST


def test_a_deep_group_leaves_room_on_its_first_ring():
    # Twenty who know nobody else, and one through whom six others are reached, one after the other.
    near = {1: [*range(2, 23)], **{one: [1] for one in range(2, 22)}, 22: [1, 23]}
    near |= {one: [one - 1, one + 1] for one in range(23, 28)} | {28: [27]}

    spots = list(placed(sorted(near), near)[0].values())

    assert min(math.dist(a, b) for at, a in enumerate(spots) for b in spots[:at]) >= NEAREST


@SLOW
@given(near=knots())
def test_it_is_the_same_each_time(near):
    assert placed(sorted(near), near) == placed(sorted(near, reverse=True), near)


@SLOW
@given(near=knots())
def test_groups_hold_everybody_once_and_no_tie_leads_from_one_to_another(near):
    found = groups(sorted(near), near)

    assert sorted(one for group in found for one in group) == sorted(near)
    home = {one: place for place, group in enumerate(found) for one in group}
    assert all(home[one] == home[other] for one, others in near.items() for other in others)


def test_who_is_asked_for_stands_first():
    near = {1: [2], 2: [1, 3], 3: [2], 4: []}

    assert groups([1, 2, 3, 4], near, 3)[0][0] == 3
    assert groups([1, 2, 3, 4], near)[0][0] == 2
