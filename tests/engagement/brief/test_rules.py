"""What a brief says is worth asking about, rule by rule."""

import datetime as dt

import pytest

from engagement.insights.brief.material import material
from engagement.insights.brief.rules import (
    date_near,
    post,
    promise_due,
    question,
    topic,
    unknown,
    worth_asking,
)
from influencers.actions import facts
from influencers.models import Fact
from tests.engagement.pages.people import NOW, TODAY, member_of
from tests.factories import PostFactory, ProgramFactory, PromiseFactory, TouchpointFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def member():
    return member_of(ProgramFactory())


def days(count):
    return dt.timedelta(days=count)


def heard(member, words, ago=3.0, kind="message", **fields):
    fields.setdefault("direction", "in")
    return TouchpointFactory(member, kind=kind, words=words, happened_at=NOW - days(ago), **fields)


def found(rule, member):
    return [ask.text for ask in rule.find(material(member, NOW))]


def knows(member, kind="person", text="Has a dog", **fields):
    by = PostFactory(program=member.program).user
    return facts.note(membership=member, by=by, kind=kind, text=text, day=TODAY, **fields)


# --- a question nobody came back to ---------------------------------------------------------------
def test_a_question_of_theirs_is_told_in_their_words_with_its_day(member):
    touch = heard(member, "The inks came. Which of them is for cotton? Thank you!")

    (ask,) = question.find(material(member, NOW))

    assert (ask.text, ask.theirs) == ("Which of them is for cotton?", True)
    assert (ask.source.kind, ask.source.pk, ask.source.when) == ("touchpoint", touch.pk, "May 29")


@pytest.mark.parametrize("kind", ["call", "message", "repost"])
def test_a_question_is_closed_by_any_later_word_of_ours(member, kind):
    heard(member, "Which of them is for cotton?")
    words = "" if kind == "repost" else "Told her which one: the warm black, for cotton above 300 grams."
    direction = "both" if kind == "call" else "in" if kind == "message" else "out"
    heard(member, words, ago=1, kind=kind, direction=direction)

    assert bool(found(question, member)) == (kind == "message")


def test_a_like_is_no_answer(member):
    heard(member, "Which of them is for cotton?")
    TouchpointFactory(member, kind="like", direction="out", words="", happened_at=NOW - days(1))

    assert found(question, member) == ["Which of them is for cotton?"]


@pytest.mark.parametrize("words", ["你什么时候来？", "متى نلتقي؟", "Wann kommt ihr?"])
def test_a_question_mark_of_any_script_will_do(member, words):
    heard(member, words)

    assert found(question, member) == [words]


def test_what_waits_for_an_answer_counts_without_a_question_mark(member):
    heard(member, "Tell me about the summit, please", needs_answer=True)

    assert found(question, member) == ["Tell me about the summit, please"]


def test_a_question_of_two_years_ago_is_left_alone(member):
    heard(member, "Which of them is for cotton?", ago=700)

    assert found(question, member) == []


# --- a date that is near --------------------------------------------------------------------------
def test_dates_ahead_come_before_those_just_been_and_far_ones_stay_out(member):
    for text, ahead in (("Was", -4), ("Soon", 20), ("Sooner", 2), ("Far", 60), ("Long ago", -30)):
        knows(member, "date", text, on_date=TODAY + days(ahead))

    assert found(date_near, member) == ["Sooner", "Soon", "Was"]


def test_a_birthday_of_an_unknown_year_is_a_date(member):
    member.advocate.birthday = "--06-11"

    assert [ask.why for ask in date_near.find(material(member, NOW))] == ["A date is near: in 10 days"]


# --- a promise of theirs, a post, a topic, what is missing ----------------------------------------
def test_only_their_promises_that_are_due_are_asked_about(member):
    PromiseFactory(membership=member, made_by="them", text="A film", due_on=TODAY + days(3))
    PromiseFactory(membership=member, made_by="them", text="A book", due_on=TODAY + days(90))
    PromiseFactory(membership=member, made_by="us", text="Paper", due_on=TODAY)

    assert found(promise_due, member) == ["A film"]


def test_a_post_is_told_in_their_words_or_by_its_address(member):
    heard(member, "My new print is up", kind="comment")
    link = "https://social.example/p/1"
    TouchpointFactory(member, kind="like", direction="out", words="", link=link, happened_at=NOW - days(1))
    heard(member, "An old one", kind="repost", ago=200)

    assert found(post, member) == [link, "My new print is up"]


def test_a_word_that_comes_up_three_times_is_their_topic(member):
    said = (
        "Maya dreams of the lighthouse.",
        "She sold the lighthouse print.",
        "The lighthouse film is done.",
    )
    for ago, words in zip((2, 20, 40), said, strict=True):
        heard(member, words, ago=ago, kind="call", direction="both")

    (ask,) = topic.find(material(member, NOW))

    assert ask.text == "Maya dreams of the lighthouse."
    assert "“lighthouse”: 3 times" in ask.why


def test_what_we_wrote_makes_no_topic_of_theirs(member):
    for ago in (2, 20):
        heard(member, "The lighthouse film is done.", ago=ago, kind="call", direction="both")
    TouchpointFactory(member, kind="gift", direction="out", words="A lighthouse", happened_at=NOW)

    assert found(topic, member) == []


def test_small_words_of_german_are_no_topic(member):
    said = (
        "Ich habe immer wieder einfach viel",
        "Das ist immer wieder einfach so",
        "Wir sind immer wieder einfach da",
    )
    for ago, words in zip((2, 9, 30), said, strict=True):
        heard(member, words, ago=ago)

    assert found(topic, member) == []


def test_what_is_missing_is_said_until_it_is_known(member):
    assert found(unknown, member)[0] == "What they want now"

    knows(member, "wants", "A visit to the mill")

    assert "What they want now" not in found(unknown, member)


# --- the three ------------------------------------------------------------------------------------
def test_each_rule_has_its_turn_before_any_has_a_second(member):
    heard(member, "Which of them is for cotton?", ago=4)
    heard(member, "When is the fair?", ago=3)
    knows(member, "date", "The opening", on_date=TODAY + days(4))

    asked = [ask.text for ask in worth_asking(material(member, NOW))]

    assert asked == ["When is the fair?", "The opening", "What they want now"]


def test_an_expired_fact_is_asked_about_no_more(member):
    fact = knows(member, "date", "The opening", on_date=TODAY + days(4))
    Fact.objects.filter(pk=fact.pk).update(expires_on=TODAY)

    assert "The opening" not in [ask.text for ask in worth_asking(material(member, NOW))]
