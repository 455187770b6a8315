"""What the personal check is told about a person: everything this program knows, nothing another one does."""

import datetime as dt

import pytest

from engagement.actions import messages, promises
from engagement.insights.evidence import draft_for
from engagement.models import AdvocateRequest
from influencers.models import Account, Fact, Grant, Perk, Post
from tests.engagement.index.sent import TO_TOM, sent
from tests.factories import AdvocateFactory, AskFactory, MembershipFactory, PostFactory, TouchpointFactory

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 6, 1)
AT = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def member(db):
    advocate = AdvocateFactory(name="Ana Ruiz", topics="letterpress", city="Porto")
    return MembershipFactory(active=True, advocate=advocate)


def told(member, words: str = "", day: dt.date = DAY) -> set[tuple[str, str]]:
    return {(item.kind, item.text) for item in draft_for(member, words, day=day).evidence}


def test_it_is_told_everything_there_is(member):
    by = PostFactory(program=member.program, role=Post.Role.ADMIN).user
    Account.objects.create(
        advocate=member.advocate, platform="instagram", handle="ana.prints", handle_key="ana.prints"
    )
    Fact.objects.create(membership=member, text="Keeps bees", source="Lunch", learned_on=DAY)
    Fact.objects.create(
        membership=member, kind="avoid", text="Her old studio", source="Lunch", learned_on=DAY
    )
    Fact.objects.create(
        membership=member, kind="date", text="Marathon", on_date=DAY, source="Lunch", learned_on=DAY
    )
    promises.make(membership=member, by=by, text="A sample of gray paper", due_on=DAY, made_by="us")
    AdvocateRequest.objects.create(
        membership=member, words="A place at the fair", asked_on=DAY, owner=by, due_on=DAY, overdue_from=DAY
    )
    perk = Perk.objects.create(program=member.program, name="Early access")
    Grant.objects.create(perk=perk, membership=member, given_on=DAY, given_by=by, reason="Asked")
    TouchpointFactory(member, kind="lunch", words="Worries about the ink")
    sent(member, TO_TOM)

    assert told(member) >= {
        ("fact", "letterpress"), ("fact", "Porto"), ("account", "instagram @ana.prints"), ("fact", "Keeps bees"),
        ("avoid", "Her old studio"), ("date", "Marathon"), ("promise", "A sample of gray paper"),
        ("request", "A place at the fair"), ("perk", "Early access"), ("role", "Voice of the press"),
        ("touchpoint", "Lunch: "), ("their_words", "Worries about the ink"), ("our_words", TO_TOM),
    }  # fmt: skip


def test_what_was_broken_or_declined_is_told_as_such(member):
    by = PostFactory(program=member.program, role=Post.Role.ADMIN).user
    promise = promises.make(membership=member, by=by, text="A tour of the mill", due_on=DAY, made_by="us")
    promises.break_(promise=promise, by=by, now=AT, made_good="Wrote and said so")
    AskFactory(
        membership=member, words="A talk on stage at the launch", state="declined", answered_on=DAY,
        their_words="I do not speak on stages", asked_by=by,
    )  # fmt: skip

    assert told(member) >= {("broken", "A tour of the mill"), ("declined", "A talk on stage at the launch")}

    again = "Would you say a few words on stage at our launch in May after all, a short talk?"
    assert "declined" in {
        one.check for one in messages.check(membership=member, by=by, words=again, now=AT).findings
    }


def test_each_thing_knows_its_day_in_the_program_s_time_zone_and_where_it_is_kept(member):
    member.program.time_zone = "Pacific/Auckland"
    late = dt.datetime(2026, 5, 20, 22, 30, tzinfo=dt.UTC)
    touch = TouchpointFactory(member, happened_at=late, words="Worries about the ink")

    items = draft_for(member, "", day=DAY).evidence

    said = next(item for item in items if item.kind == "their_words")
    assert (said.when, said.ref) == (dt.date(2026, 5, 21), f"touchpoint:{touch.pk}")


def test_it_is_not_told_what_is_over_or_what_another_program_knows(member):
    other = MembershipFactory(active=True, advocate=member.advocate)
    Fact.objects.create(membership=other, text="Plays chess", source="Lunch", learned_on=DAY)
    Fact.objects.create(membership=member, text="Is in Rome", source="Lunch", learned_on=DAY, expires_on=DAY)
    TouchpointFactory(other, words="Something between them and the others")

    known = told(member)

    assert not {("fact", "Plays chess"), ("fact", "Is in Rome")} & known
    assert not any("between them" in text for _kind, text in known)


def test_it_is_told_whose_names_stand_in_the_words(member):
    MembershipFactory(program=member.program, advocate=AdvocateFactory(name="Zoë Meyer"))
    MembershipFactory(advocate=AdvocateFactory(name="Tom Ray"))

    draft = draft_for(member, "Hi Zoë, Tom and Ana! Maya says hello. " + "Somebody " * 500, day=DAY)

    assert draft.other_names == {"zoe"}
    assert draft.recipient.name == "Ana Ruiz"


def test_it_is_one_statement(member, django_assert_num_queries):
    TouchpointFactory(member)

    with django_assert_num_queries(1):
        draft_for(member, "Hi Zoë and Tom!", day=DAY)


def test_a_whole_check_is_few_statements(member, django_assert_num_queries):
    by = PostFactory(program=member.program).user
    TouchpointFactory(member)
    sent(member, TO_TOM)

    with django_assert_num_queries(4):
        messages.check(membership=member, by=by, words=TO_TOM, now=AT)
