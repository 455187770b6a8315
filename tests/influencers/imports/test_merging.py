"""Two records of one person made one, and parted again."""

import datetime as dt

import pytest

from engagement.actions import messages
from engagement.models import Participation, Touchpoint
from influencers.actions import merging
from influencers.actions.advocates import index_names
from influencers.models import Account, Advocate, Membership, Merge, Post
from influencers.refusals import Conflict, NotAllowed, Refused
from tests.factories.advocates import AccountFactory, AdvocateFactory
from tests.factories.memberships import MembershipFactory
from tests.factories.programs import PostFactory, ProgramFactory
from tests.factories.touchpoints import TouchpointFactory
from tests.influencers.imports.conftest import NOW, everything

LATER = NOW + dt.timedelta(days=1)


@pytest.fixture
def maya(program) -> Membership:
    """Return a member with a little known of her."""
    return MembershipFactory(
        program=program, active=True, advocate=AdvocateFactory(name="Maya Chen", country="Germany")
    )


@pytest.fixture
def twin(program) -> Membership:
    """Return a prospect who is the same person, with other things known of her."""
    advocate = AdvocateFactory(name="maya.c", country="France", city="Paris", tags=["vip"], notes="likes tea")
    AccountFactory(advocate=advocate, handle="maya", handle_key="maya", followers=5)
    index_names(advocate)
    return MembershipFactory(program=program, advocate=advocate)


def merge(keep: Membership, other: Membership, by) -> Merge:
    """Merge two members."""
    return merging.merge(keep=keep.advocate, other=other.advocate, program=keep.program, by=by, now=NOW)


def test_one_record_stays_and_knows_what_both_knew(maya, twin, manager) -> None:
    merge(maya, twin, manager)

    kept = Advocate.objects.get(name="Maya Chen")
    assert (kept.country, kept.city, kept.tags, kept.notes) == ("Germany", "Paris", ["vip"], "likes tea")
    assert [row.handle for row in kept.accounts.all()] == ["maya"]
    assert "maya" in kept.search_text
    assert Membership.objects.count() == 1
    assert twin.advocate.merged_from.count() == 0
    assert Advocate.objects.get(name="maya.c").merged_into == kept


def test_what_happened_with_either_happened_with_the_one(maya, twin, manager) -> None:
    touch = TouchpointFactory(twin)
    maya.refresh_from_db()
    assert maya.last_touch_at is None

    merge(maya, twin, manager)

    assert list(touch.members.all()) == [maya]
    maya.refresh_from_db()
    assert maya.last_touch_at == touch.happened_at


def test_parting_brings_both_back_as_they_were(maya, twin, manager) -> None:
    touch = TouchpointFactory(twin)
    before = everything()
    keys = set(Membership.objects.values_list("pk", "advocate__name", "status"))
    merged = merge(maya, twin, manager)
    assert everything() != before

    merging.undo(merge=merged, program=maya.program, by=manager, now=LATER)

    assert everything() == before
    assert set(Membership.objects.values_list("pk", "advocate__name", "status")) == keys
    assert list(touch.members.all()) == [twin]


def test_what_was_written_since_stays_with_the_kept_one(maya, twin, manager) -> None:
    merged = merge(maya, twin, manager)
    touch = TouchpointFactory(maya)
    Advocate.objects.filter(pk=maya.advocate_id).update(city="Lyon")

    merging.undo(merge=merged, program=maya.program, by=manager, now=LATER)

    assert list(touch.members.all()) == [maya]
    assert Advocate.objects.get(name="Maya Chen").city == "Lyon"


def test_words_that_went_out_to_either_went_out_to_the_one_and_back(maya, twin, manager) -> None:
    words = "Paris suits the tea you told us about; shall we bring the new kettle when we come on Friday?"
    sent = messages.write(membership=twin, by=manager, words=words, now=NOW)

    merged = merge(maya, twin, manager)
    assert Touchpoint.objects.get(pk=sent.pk).recipient == maya
    merging.undo(merge=merged, program=maya.program, by=manager, now=LATER)

    assert Touchpoint.objects.get(pk=sent.pk).recipient == twin


def test_what_both_were_part_of_stands_once(maya, twin, manager) -> None:
    touch = TouchpointFactory(maya)
    Participation.objects.create(touchpoint=touch, membership=twin, happened_at=touch.happened_at)

    merged = merge(maya, twin, manager)
    assert list(touch.members.all()) == [maya]
    merging.undo(merge=merged, program=maya.program, by=manager, now=LATER)

    assert set(touch.members.all()) == {maya, twin}


def test_the_same_account_on_both_stands_once(maya, twin, manager) -> None:
    AccountFactory(advocate=maya.advocate, handle="Maya", handle_key="maya", followers=9)

    merge(maya, twin, manager)

    assert [(row.handle, row.followers) for row in maya.advocate.accounts.all()] == [("Maya", 9)]
    assert Account.objects.count() == 2


def test_a_membership_elsewhere_goes_along(maya, twin, manager) -> None:
    elsewhere = ProgramFactory()
    PostFactory(program=elsewhere, user=manager, role=Post.Role.MANAGER)
    other = MembershipFactory(program=elsewhere, advocate=twin.advocate)

    merge(maya, twin, manager)

    other.refresh_from_db()
    assert other.advocate == maya.advocate
    assert other.sort_name == "maya chen"


def test_somebody_known_where_one_does_not_manage_is_not_merged(maya, twin, manager) -> None:
    MembershipFactory(program=ProgramFactory(), advocate=twin.advocate)
    before = everything()

    with pytest.raises(Refused):
        merge(maya, twin, manager)
    assert everything() == before


def test_the_record_with_a_history_is_the_one_to_keep(maya, twin, manager) -> None:
    with pytest.raises(Refused, match="Maya Chen is the one with a history"):
        merge(twin, maya, manager)


def test_two_members_are_not_merged(maya, program, manager) -> None:
    other = MembershipFactory(program=program, active=True)

    with pytest.raises(Refused, match="farewell"):
        merge(maya, other, manager)
    assert Membership.objects.count() == 2


def test_nobody_is_merged_with_themselves_or_twice(maya, twin, manager) -> None:
    with pytest.raises(Refused):
        merge(maya, maya, manager)
    merge(maya, twin, manager)
    with pytest.raises(Refused):
        merge(maya, twin, manager)


def test_who_may_not_manage_may_neither_merge_nor_part(maya, twin, manager, program) -> None:
    staff = PostFactory(program=program, role=Post.Role.STAFF).user

    with pytest.raises(NotAllowed):
        merge(maya, twin, staff)
    merged = merge(maya, twin, manager)
    with pytest.raises(NotAllowed):
        merging.undo(merge=merged, program=program, by=staff, now=LATER)


def test_a_merge_is_taken_back_once(maya, twin, manager, program) -> None:
    merged = merge(maya, twin, manager)
    merging.undo(merge=merged, program=program, by=manager, now=LATER)

    with pytest.raises(Conflict):
        merging.undo(merge=merged, program=program, by=manager, now=LATER)


def test_history_tells_of_both(maya, twin, manager, program) -> None:
    merged = merge(maya, twin, manager)
    merging.undo(merge=merged, program=program, by=manager, now=LATER)

    reasons = list(twin.advocate.history.values_list("history_change_reason", flat=True))
    assert reasons[0].startswith("Merge taken back")
    assert any(str(reason).startswith("Merged") for reason in reasons)
