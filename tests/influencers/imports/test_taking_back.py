"""An import taken back as a whole."""

import datetime as dt

import pytest

from influencers.actions import advocates, memberships
from influencers.actions.imports.undo import undo
from influencers.models import Advocate, AudienceCount, ImportBatch, Membership, Post
from influencers.refusals import Conflict, NotAllowed, Refused
from tests.factories.programs import PostFactory
from tests.influencers.imports.conftest import NOW, everything

# Histories of ordinary edits carry the real time; imports here happened before it.
BEFORE = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(days=1)
FIRST = (
    "Name,Instagram,Followers,Email,Tags,Notes,Code",
    "Maya,maya,1K,maya@example.test,vip,here,A",
    "Tom,tom,5K,,,,",
)
SECOND = (
    "Name,Instagram,Followers,Email,TikTok,Tags,Notes,Code,Country",
    "Maya Chen,maya,2K,m@example.test,mayat,uk,there,B,France",
    "Ann,ann,7K,,,,,,",
)


def test_taking_back_leaves_everything_as_it_was(bring, manager) -> None:
    bring(*FIRST, at=BEFORE)
    before = everything()
    counts = list(AudienceCount.objects.values_list("account__handle", "counted_on", "followers"))
    batch = bring(*SECOND, at=BEFORE + dt.timedelta(days=1))
    assert everything() != before

    undone = undo(batch=batch, by=manager, now=LATER)

    assert undone.people == 2
    assert everything() == before
    assert list(AudienceCount.objects.values_list("account__handle", "counted_on", "followers")) == counts
    batch.refresh_from_db()
    assert batch.state == ImportBatch.State.UNDONE


def test_a_count_of_the_same_day_comes_back(bring, manager) -> None:
    bring(*FIRST, at=BEFORE)
    batch = bring("Name,Instagram,Followers", "Maya,maya,9K", at=BEFORE)

    undo(batch=batch, by=manager, now=LATER)

    assert set(AudienceCount.objects.values_list("account__handle", "followers")) == {
        ("maya", 1000),
        ("tom", 5000),
    }


def test_history_tells_of_the_import_and_of_its_end(bring, manager) -> None:
    batch = bring("Name,Instagram", "Maya,maya", at=BEFORE)

    undo(batch=batch, by=manager, now=LATER)

    for model in (Advocate, Membership):
        assert list(model.history.values_list("history_type", "history_user")) == [
            ("-", manager.pk),
            ("+", manager.pk),
        ]
    assert not Advocate.objects.exists()


def test_whom_somebody_changed_since_is_named_and_nothing_is_taken_back(bring, manager, program) -> None:
    batch = bring(*FIRST, at=BEFORE)
    tom = Advocate.objects.get(name="Tom")
    advocates.edit(advocate=tom, program=program, by=manager, seen=tom.version, country="Spain")
    before = everything()

    with pytest.raises(Refused, match="Tom") as refused:
        undo(batch=batch, by=manager, now=LATER)

    assert "Maya" not in str(refused.value)
    assert everything() == before
    batch.refresh_from_db()
    assert batch.state == ImportBatch.State.APPLIED


def test_whom_somebody_touched_since_is_named(bring, manager) -> None:
    batch = bring(*FIRST, at=BEFORE)
    memberships.invite(membership=Membership.objects.get(advocate__name="Maya"), by=manager)

    with pytest.raises(Refused, match="Maya"):
        undo(batch=batch, by=manager, now=LATER)


def test_a_new_account_is_a_change_too(bring, manager, program) -> None:
    batch = bring(*FIRST, at=BEFORE)
    maya = Advocate.objects.get(name="Maya")
    advocates.add_account(advocate=maya, program=program, by=manager, platform="x", handle="maya_x")

    with pytest.raises(Refused, match="Maya"):
        undo(batch=batch, by=manager, now=LATER)


def test_everybody_else_can_be_taken_back(bring, manager) -> None:
    batch = bring(*FIRST, at=BEFORE)
    memberships.invite(membership=Membership.objects.get(advocate__name="Maya"), by=manager)

    undone = undo(batch=batch, by=manager, now=LATER, leave_touched=True)

    assert (undone.people, undone.left) == (1, ("Maya",))
    assert [person.name for person in Advocate.objects.all()] == ["Maya"]


def test_a_later_import_of_the_same_person_comes_first(bring, manager) -> None:
    first = bring("Name,Instagram,Country", "Maya,maya,Germany", at=BEFORE)
    second = bring("Name,Instagram,Country", "Maya,maya,France", at=BEFORE + dt.timedelta(days=1))

    with pytest.raises(Refused, match="Maya"):
        undo(batch=first, by=manager, now=LATER)
    undo(batch=second, by=manager, now=LATER)

    assert Advocate.objects.get().country == "Germany"


def test_an_import_is_taken_back_once(bring, manager) -> None:
    batch = bring(*FIRST, at=BEFORE)
    undo(batch=batch, by=manager, now=LATER)

    with pytest.raises(Conflict):
        undo(batch=batch, by=manager, now=LATER)


def test_what_was_only_looked_through_cannot_be_taken_back(look, manager) -> None:
    with pytest.raises(Refused):
        undo(batch=look(*FIRST), by=manager, now=LATER)


def test_who_may_not_manage_may_not_take_back(bring, program) -> None:
    batch = bring(*FIRST, at=BEFORE)
    before = everything()

    with pytest.raises(NotAllowed):
        undo(batch=batch, by=PostFactory(program=program, role=Post.Role.STAFF).user, now=LATER)
    assert everything() == before


def test_the_same_file_can_come_in_again_afterwards(bring, manager) -> None:
    batch = bring(*FIRST, at=BEFORE)
    before = everything()
    undo(batch=batch, by=manager, now=LATER)

    bring(*FIRST, at=LATER)

    assert everything() == before
