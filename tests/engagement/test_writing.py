"""Writing to an advocate: the one door."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from engagement.actions import messages
from engagement.models import Fingerprint, Participation, Touchpoint
from influencers.refusals import Refused
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory, TouchpointFactory

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)
PERSONAL = (
    "Ana, you were right about the print quality of the spring posters: we changed the paper last week."
)
CANNED = "Hi {{first_name}}, we love your content and would like to work with you!"


@pytest.fixture
def member():
    member = MembershipFactory(active=True, advocate=AdvocateFactory(name="Ana Ruiz"))
    TouchpointFactory(member)
    return member


@pytest.fixture
def writer(member):
    return PostFactory(program=member.program).user


def test_a_personal_message_is_sent_and_remembered(member, writer):
    touch = messages.write(membership=member, by=writer, words=PERSONAL, now=NOW)

    assert touch.standing == "sent"
    assert touch.author == writer
    assert touch.checked_words == touch.words == PERSONAL
    assert Fingerprint.objects.filter(touchpoint_id=touch.pk).exists()
    member.refresh_from_db()
    assert member.last_out_at == NOW


def test_a_canned_message_is_refused_and_leaves_nothing(member, writer):
    before = Touchpoint.objects.count()

    with pytest.raises(messages.NotPersonal) as refusal:
        messages.write(membership=member, by=writer, words=CANNED, now=NOW)

    assert refusal.value.verdict.outcome == "block"
    assert Touchpoint.objects.count() == before


def test_the_same_words_do_not_go_to_a_second_person(member, writer):
    messages.write(membership=member, by=writer, words=PERSONAL, now=NOW)
    other = MembershipFactory(active=True, program=member.program, advocate=AdvocateFactory(name="Ana Lopez"))
    TouchpointFactory(other)

    with pytest.raises(messages.NotPersonal):
        messages.write(membership=other, by=writer, words=PERSONAL, now=NOW)

    assert not Touchpoint.objects.filter(recipient=other).exists()


def test_a_second_person_releases_a_held_message_with_a_reason(member, writer):
    colleague = PostFactory(program=member.program).user
    held = messages.hold(membership=member, by=writer, words=CANNED, now=NOW)

    messages.vouch_for(touchpoint=held, by=colleague, reason="She asked for exactly this joke.", now=NOW)

    held.refresh_from_db()
    assert (held.standing, held.vouched_by) == ("sent", colleague)
    assert Participation.objects.filter(touchpoint=held, membership=member).exists()


def test_writers_do_not_vouch_for_themselves(member, writer):
    held = messages.hold(membership=member, by=writer, words=CANNED, now=NOW)

    with pytest.raises(Refused):
        messages.vouch_for(touchpoint=held, by=writer, reason="Trust me.", now=NOW)

    held.refresh_from_db()
    assert held.standing == "held"


def test_what_a_colleague_released_a_moment_ago_is_not_taken_back(member, writer):
    held = messages.hold(membership=member, by=writer, words=CANNED, now=NOW)
    still_held = Touchpoint.objects.get(pk=held.pk)
    second = PostFactory(program=member.program).user
    messages.vouch_for(touchpoint=held, by=second, reason="It is her own joke.", now=NOW)

    with pytest.raises(Refused, match="has not gone out"):
        messages.take_back(touchpoint=still_held, by=writer)

    assert Touchpoint.objects.get(pk=held.pk).standing == "sent"


def test_a_canned_message_sent_elsewhere_needs_its_writers_sentence(member, writer):
    with pytest.raises(messages.NotPersonal):
        messages.log_elsewhere(membership=member, by=writer, words=CANNED, happened_at=NOW, now=NOW)

    touch = messages.log_elsewhere(
        membership=member,
        by=writer,
        words=CANNED,
        happened_at=NOW,
        now=NOW,
        sentence="The mailing went out in May.",
    )
    assert touch.counts_as_canned


@pytest.mark.parametrize(
    "broken",
    [
        {"verdict": ""},
        {"verdict": "block"},
        {"checked_words": "other words"},
        {"author": None},
        {"recipient": None},
        {"words": ""},
        {"checked_at": None},
    ],
)
def test_the_database_refuses_a_sent_message_without_a_passed_check(member, writer, broken):
    touch = messages.write(membership=member, by=writer, words=PERSONAL, now=NOW)

    with pytest.raises(IntegrityError), transaction.atomic():
        Touchpoint.objects.filter(pk=touch.pk).update(**broken)


def test_the_database_refuses_other_words_after_sending(member, writer):
    touch = messages.write(membership=member, by=writer, words=PERSONAL, now=NOW)

    with pytest.raises(IntegrityError), transaction.atomic():
        Touchpoint.objects.filter(pk=touch.pk).update(words="Buy now", checked_words="Buy now")


def test_the_database_refuses_a_second_recipient(member, writer):
    touch = messages.write(membership=member, by=writer, words=PERSONAL, now=NOW)
    other = MembershipFactory(program=member.program)

    with pytest.raises(IntegrityError), transaction.atomic():
        Participation.objects.create(touchpoint=touch, membership=other, happened_at=NOW)
