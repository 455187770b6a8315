"""The need is weighed first, and stays weighed."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from engagement.actions import requests
from engagement.insights.loudness import loudness
from engagement.models import AdvocateRequest, Pressure
from influencers.refusals import Conflict, NotAllowed, Refused
from tests.engagement.requests.conftest import DAY, NOW
from tests.factories import PostFactory, RequestFactory

pytestmark = pytest.mark.django_db


def fresh(wish):
    return AdvocateRequest.objects.get(pk=wish.pk)


@pytest.mark.parametrize(("impact", "urgency", "rank"), [(1, 1, 1), (2, 3, 6), (3, 3, 9)])
def test_the_rank_is_derived(wish, assess, manager, impact, urgency, rank):
    assess(wish, impact, urgency)

    assert (wish.rank, fresh(wish).rank) == (rank, rank)
    assert (wish.assessed_by, wish.assessed_at) == (manager, NOW)


def test_nobody_picks_a_rank(wish, assess):
    assess(wish, 1, 1)
    wish.rank = 9
    wish.save()

    assert fresh(wish).rank == 1


@given(st.tuples(st.integers(1, 3), st.integers(1, 3)), st.tuples(st.integers(1, 3), st.integers(1, 3)))
def test_more_need_never_ranks_lower(one, other):
    low = tuple(map(min, one, other))
    high = tuple(map(max, one, other))

    assert low[0] * low[1] <= high[0] * high[1]


def test_a_need_is_said_in_words(wish, assess):
    with pytest.raises(Refused) as refusal:
        assess(wish, need="  ")

    assert refusal.value.field == "need"
    assert not fresh(wish).is_assessed


def test_weighing_again_needs_a_reason(wish, assess):
    assess(wish, 1, 1)

    with pytest.raises(Refused) as refusal:
        assess(wish, 3, 3)

    assert refusal.value.field == "because"
    assert fresh(wish).rank == 1


def test_weighing_again_keeps_the_reason_and_the_first_time(wish, assess):
    assess(wish, 1, 1)
    assess(wish, 3, 3, because="The fair was moved forward.")

    assert fresh(wish).assessed_again_because == "The fair was moved forward."
    assert [row.impact for row in wish.history.order_by("history_id")] == [None, 1, 3]


def test_a_decided_request_is_not_weighed_again(wish, assess, decide):
    decide(assess(wish))

    with pytest.raises(Refused, match="Lena Koch has decided this already: Grant"):
        assess(wish, 3, 3, because="x")

    assert fresh(wish).rank == 4


def test_somebody_elses_change_is_not_overwritten(wish, assess, manager):
    stale = wish.version
    assess(wish)

    with pytest.raises(Conflict):
        assess(fresh(wish), 3, 3, because="x", seen=stale + 7)


@pytest.mark.parametrize(
    "change",
    [{"impact": 4, "urgency": 3}, {"impact": 2}, {"assessed_at": NOW}, {"impact": 2, "urgency": 2, "need": "x"},
     {"state": "decided", "decision": "grant", "reason": "x"}],
)  # fmt: skip
def test_the_database_refuses_half_an_assessment(wish, change):
    with pytest.raises(IntegrityError), transaction.atomic():
        AdvocateRequest.objects.filter(pk=wish.pk).update(**change)

    assert not fresh(wish).is_assessed


@pytest.mark.parametrize(
    "change",
    [{"impact": 3}, {"impact": None, "urgency": None, "assessed_by": None, "assessed_at": None}],
)
def test_the_database_keeps_an_assessment(wish, assess, change):
    assess(wish)

    with pytest.raises(IntegrityError), transaction.atomic():
        AdvocateRequest.objects.filter(pk=wish.pk).update(**change)

    assert fresh(wish).impact == 2


# --- loudness ---------------------------------------------------------------------------------------
def press(wish, by, kind="again", on=DAY, **said):
    return requests.press(advocate_request=wish, by=by, kind=kind, on=on, note="Wrote twice", now=NOW, **said)


def test_loudness_is_kept_from_whoever_has_not_weighed_the_need(wish, manager, django_assert_num_queries):
    press(wish, manager, "public")

    with django_assert_num_queries(0):
        assert loudness(wish) is None


def test_loudness_is_counted_beside_the_rank_and_does_not_change_it(wish, manager, assess):
    RequestFactory(membership=wish.membership, asked_on=wish.asked_on - dt.timedelta(days=30))
    RequestFactory(membership=wish.membership, asked_on=wish.asked_on - dt.timedelta(days=400))
    for kind in ("again", "again", "escalated", "public"):
        press(wish, manager, kind)
    rank = assess(wish, 1, 2).rank

    loud = loudness(wish)

    assert (loud.asked_this_year, loud.again, loud.escalated, loud.public) == (2, 2, 1, 1)
    assert fresh(wish).rank == rank == 2


@pytest.mark.parametrize("days", [-4, 1])
def test_pressure_happened_between_the_request_and_today(wish, manager, days):
    day = (wish.asked_on if days < 0 else DAY) + dt.timedelta(days=days)

    with pytest.raises(Refused) as refusal:
        press(wish, manager, on=day)

    assert refusal.value.field == "on"
    assert not Pressure.objects.exists()


def test_viewers_neither_weigh_nor_note(wish, assess, program):
    viewer = PostFactory(program=program, role="viewer").user

    for step in (lambda: assess(wish, by=viewer), lambda: press(wish, viewer)):
        with pytest.raises(NotAllowed):
            step()

    assert not fresh(wish).is_assessed
