"""A writer's habits are learned from what they sent, and forgotten with the people they wrote to."""

import datetime as dt

import pytest

from engagement.actions import habits, messages, people
from engagement.insights.evidence import draft_for
from engagement.models import Habits, Touchpoint
from influencers.models import Post
from tests.engagement.index.sent import sent
from tests.engagement.personalization.test_habits import BODIES, written
from tests.factories import MembershipFactory, PostFactory, ProgramFactory

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def program():
    return ProgramFactory()


@pytest.fixture
def writer(program):
    return PostFactory(program=program, role=Post.Role.ADMIN).user


@pytest.fixture
def written_to(program, writer):
    members = [MembershipFactory(program=program, active=True) for _ in BODIES]
    for member, (_to, words) in zip(members, written(*BODIES), strict=True):
        touch = sent(member, words)
        Touchpoint.objects.filter(pk=touch.pk).update(author=writer)
    return members


def test_they_are_learned_by_the_job_and_told_to_the_check(written_to, writer):
    assert habits.learn_all() == 1

    kept = Habits.objects.get(writer=writer)
    assert kept.phrases
    draft = draft_for(written_to[0], "Hello", day=NOW.date(), writer=writer)
    assert draft.habits == frozenset(kept.phrases)


def test_nobody_elses_habits_are_told(written_to, program):
    habits.learn_all()

    draft = draft_for(written_to[0], "Hello", day=NOW.date(), writer=PostFactory(program=program).user)

    assert draft.habits == frozenset()


def test_nothing_is_learned_twice(written_to):
    habits.learn_all()

    assert habits.learn_all() == 0


def test_who_has_written_since_is_looked_at_again(written_to, writer, program):
    habits.learn_all()
    messages.write(
        membership=written_to[0], by=writer, now=NOW,
        words="The blue of the second poster turned out warmer than yours, come and see it on Friday.",
    )  # fmt: skip

    assert habits.learn_all() == 1


def test_many_writers_take_few_statements(written_to, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        habits.learn_all()


def test_with_the_people_the_habits_go(written_to, writer):
    habits.learn_all()

    for member in written_to[:2]:
        people.forget(advocate=member.advocate, by=writer, reason="They asked for it.", now=NOW)

    assert Habits.objects.get(writer=writer).phrases == []
