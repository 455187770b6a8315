"""With its words the fingerprints of a message go, wherever they are, whoever erases them, on both databases."""

import pytest

from engagement.actions import message_index, people, touchpoints
from engagement.models import Erased, Participation, Touchpoint
from engagement.personalization.fingerprints import fingerprints
from influencers.models import Post
from tests.engagement.index.sent import AT, TO_TOM, everywhere, found, sent
from tests.factories import MembershipFactory

pytestmark = pytest.mark.django_db
OTHER = "The color of the spring catalogue was what you told us about, and the paper has been changed."


@pytest.fixture
def member(db):
    return MembershipFactory(active=True)


def delete(touch: Touchpoint) -> None:
    Participation.objects.filter(touchpoint=touch).delete()
    Touchpoint.objects.filter(pk=touch.pk).delete()


def erase(touch: Touchpoint) -> None:
    Touchpoint.objects.filter(pk=touch.pk).update(words="", standing="erased", recipient=None)


def numbers() -> set[int]:
    return {number for _mark, number in everywhere()}


@pytest.mark.parametrize("ending", [delete, erase])
def test_rows_go_with_the_words(member, ending):
    touch, other = sent(member, TO_TOM), sent(member, OTHER)

    ending(touch)

    assert numbers() == {other.pk}
    assert not Erased.objects.exists()


@pytest.mark.parametrize("ending", [delete, erase])
def test_packed_ones_are_found_no_more_at_once_and_gone_with_the_next_tidying(member, ending):
    touch, other = sent(member, TO_TOM), sent(member, OTHER)
    message_index.pack(at_least=1)

    ending(touch)

    assert found(TO_TOM) == []
    assert message_index.tidy()["purged"] == 1
    assert numbers() == {other.pk}
    assert found(OTHER) == [other.pk]
    assert not Erased.objects.exists()


@pytest.mark.parametrize("ending", [delete, erase])
def test_whoever_knows_what_the_words_were_takes_them_out_at_once(member, ending):
    touch, other = sent(member, TO_TOM), sent(member, OTHER)
    message_index.pack(at_least=1)

    ending(touch)
    message_index.forget({touch.pk: TO_TOM})

    assert numbers() == {other.pk}
    assert everywhere() == {(mark, other.pk) for mark in fingerprints(OTHER)}


def test_removing_a_touchpoint_takes_its_fingerprints_out_at_once(member):
    touch = sent(member, TO_TOM)
    manager = Post.objects.get(program=member.program, role=Post.Role.ADMIN).user
    message_index.pack(at_least=1)

    touchpoints.remove(touchpoint=touch, by=manager, now=AT)

    assert everywhere() == set()


def test_erasing_a_person_takes_theirs_out_at_once_and_nobody_else_s(member):
    other = MembershipFactory(active=True, program=member.program)
    touch, kept = sent(member, TO_TOM), sent(other, OTHER)
    admin = Post.objects.get(program=member.program, role=Post.Role.ADMIN).user
    message_index.pack(at_least=1)

    people.forget(advocate=member.advocate, by=admin, reason="She asked for it.", now=AT)

    assert touch.pk not in numbers()
    assert everywhere() == {(mark, kept.pk) for mark in fingerprints(OTHER)}


def test_a_touch_of_any_other_column_erases_nothing(member):
    touch = sent(member, TO_TOM)
    message_index.pack(at_least=1)

    Touchpoint.objects.filter(pk=touch.pk).update(channel="mail", words=TO_TOM)

    assert found(TO_TOM) == [touch.pk]
    assert not Erased.objects.exists()


def test_what_was_never_indexed_leaves_no_note(member):
    touch = sent(member, "")

    delete(touch)

    assert not Erased.objects.exists()
