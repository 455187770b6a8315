"""How many relationships a team can hold: people, hours, cadence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from influencers.actions import programs
from influencers.insights import capacity
from influencers.models import Membership, Program
from influencers.refusals import Refused
from tests.factories import MembershipFactory, PostFactory, ProgramFactory, TierFactory
from tests.factories.memberships import NOW

pytestmark = pytest.mark.django_db


def team(people=2, **fields):
    program = ProgramFactory(
        **{
            "hours_week": 2,
            "ideal_days": 7,
            "live_days": 70,
            "latest_days": 60,
            "follow_minutes": 1,
            **fields,
        }
    )
    for _ in range(people):
        PostFactory(program=program)
    return program


def held(program, count, **fields):
    for _ in range(count):
        member = MembershipFactory(program=program, **fields)
        Membership.objects.filter(pk=member.pk).update(status="welcoming", joined_on="2026-01-05")


def test_a_conversation_takes_what_the_mix_of_calls_meetings_and_lunches_takes():
    program = Program(
        call_minutes=40, meeting_minutes=90, lunch_minutes=150, meetings_of_ten=2, lunches_of_ten=1
    )

    assert capacity.conversation_minutes(program) == (7 * 40 + 2 * 90 + 150) / 10


def test_people_times_hours_hold_as_many_as_the_cadence_takes():
    program = (
        team()
    )  # a touch a week, one in ten of them live: 0.9 × 20 + 0.1 × 61 = 24.1 minutes, and one to follow
    held(program, 3)

    now = capacity.capacity(program)

    assert (now.people, now.minutes, now.held, round(now.one_more, 1)) == (2, 240, 3, 25.1)
    assert (now.holds, now.free) == (9, 6)


def test_a_tier_seen_more_often_takes_more():
    program = team()
    held(program, 1, tier=TierFactory(program=program, ideal_days=1, latest_days=7))

    assert capacity.capacity(program).spent > capacity.minutes_a_week(program, 7)


def test_who_only_reads_holds_nobody():
    program = team(people=1)
    PostFactory(program=program, role="viewer")

    assert capacity.capacity(program).people == 1


def test_there_is_a_warning_when_the_hours_are_taken_and_none_before():
    program = team()
    held(program, 8)
    assert capacity.warning(program) == ""

    held(program, 1)
    assert "can hold 9 relationships at its cadence and has 9" in capacity.warning(program)


def test_the_places_agreed_on_count_where_they_are_fewer():
    program = team(capacity=2)
    held(program, 2)

    assert "All 2 places are taken" in capacity.warning(program)


def test_without_anybody_who_writes_there_is_room_for_nobody():
    program = team(people=0)
    held(program, 1)

    assert capacity.capacity(program).holds == 0
    assert capacity.warning(program)


@settings(deadline=None, max_examples=80)
@given(
    every=st.integers(1, 3650),
    live=st.integers(1, 3650),
    meetings=st.integers(0, 10),
    lunches=st.integers(0, 10),
)
def test_a_relationship_always_takes_some_time(every, live, meetings, lunches):
    program = Program(live_days=live, meetings_of_ten=min(meetings, 10 - lunches), lunches_of_ten=lunches)

    assert capacity.minutes_a_week(program, every) > 0


def test_it_takes_two_statements(django_assert_num_queries):
    program = team()
    held(program, 3)

    with django_assert_num_queries(2):
        capacity.capacity(program)


def test_the_numbers_are_settings_and_ten_conversations_are_ten():
    program = team()
    by = PostFactory(program=program, role="manager").user
    programs.change_settings(program=program, by=by, now=NOW, seen=program.version, hours_week=12)
    assert Program.objects.get(pk=program.pk).hours_week == 12

    with pytest.raises(Refused, match="not more than ten"):
        programs.change_settings(
            program=program, by=by, now=NOW, seen=program.version, meetings_of_ten=8, lunches_of_ten=3
        )
    assert Program.objects.get(pk=program.pk).meetings_of_ten == 2
