"""How prepared content was used: counts, replies in time, and wear."""

import datetime as dt

import pytest

from engagement.insights.snippets import MANY_PEOPLE, Usage, usage_of
from engagement.models import PreparedContent, Touchpoint
from tests.engagement.index.sent import sent
from tests.factories import MembershipFactory, ProgramFactory, TouchpointFactory

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 6, 30, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def content():
    return PreparedContent.objects.create(
        program=ProgramFactory(), title="Inks", words="Our inks dry slowly."
    )


def went_out(content, days_ago, member=None):
    member = member or MembershipFactory(program=content.program, active=True)
    touch = sent(member, f"Words number {Touchpoint.objects.count()}")
    Touchpoint.objects.filter(pk=touch.pk).update(
        prepared=content, happened_at=NOW - dt.timedelta(days=days_ago)
    )
    return member


def usage(content):
    return usage_of(content.program, [content.pk], NOW)[content.pk]


def test_messages_and_people_are_counted(content):
    member = went_out(content, 40)
    went_out(content, 30, member)
    went_out(content, 20)

    assert (usage(content).sent, usage(content).people) == (3, 2)
    assert usage(content).last_used == NOW - dt.timedelta(days=20)


def test_an_answer_within_fourteen_days_is_a_reply(content):
    soon, late, never = (went_out(content, 40) for _ in range(3))
    del never
    TouchpointFactory(soon, kind="message", direction="in", happened_at=NOW - dt.timedelta(days=30))
    TouchpointFactory(late, kind="message", direction="in", happened_at=NOW - dt.timedelta(days=20))

    assert (usage(content).waited_for, usage(content).replied) == (3, 1)


def test_whoever_may_still_answer_is_not_waited_for(content):
    went_out(content, 3)

    assert (usage(content).sent, usage(content).waited_for) == (1, 0)


def test_nothing_is_worn_that_was_used_a_little(content):
    went_out(content, 20)

    assert usage(content).wear == ""


def test_many_people_lately_wear_it_out():
    assert "Worn" in Usage(people_lately=MANY_PEOPLE).wear
    assert Usage(people_lately=MANY_PEOPLE - 1).wear == ""


@pytest.mark.parametrize(
    ("before", "now", "worn"), [(6, 3, True), (6, 4, False), (0, 0, False), (5, 0, True)]
)
def test_replies_that_fall_to_half_wear_it_out(before, now, worn):
    used = Usage(waited_for=20, replied=before + now, waited_for_lately=10, replied_lately=now)

    assert bool(used.wear) is worn


def test_too_few_messages_tell_nothing():
    assert Usage(waited_for=14, replied=6, waited_for_lately=7, replied_lately=0).wear == ""
