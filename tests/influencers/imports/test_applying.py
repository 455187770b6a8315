"""A file brought in: whole or not at all."""

import datetime as dt

import pytest

from influencers.actions.imports import batches
from influencers.actions.imports.answers import Answers
from influencers.models import Account, Advocate, AudienceCount, ContactPoint, ImportBatch, Membership, Post
from influencers.refusals import Conflict, NotAllowed, Refused
from tests.factories.programs import PostFactory
from tests.influencers.imports.conftest import NOW, everything, outcomes

FULL = (
    "Name,Instagram,Instagram followers,TikTok,Email,Phone,Country,Tags,Notes,Code",
    'Maya Chen,maya,12K,mayat,"maya@example.test; m@example.test",+44 20 1,DE,"vip,uk","She said ""hi""",MAYA10',
)


def test_a_person_arrives_with_all_their_facts(bring, program) -> None:
    batch = bring(*FULL)

    assert everything() == [
        {
            "name": "Maya Chen", "nickname": "", "country": "Germany", "city": "", "birthday": "", "topics": "",
            "company": "", "address": "", "website": "", "notes": 'She said "hi"', "tags": ["vip", "uk"],
            "extra": {"Code": "MAYA10"},
            "search": ["+44 20 1", "m@example.test", "maya", "maya chen", "maya@example.test", "mayat"],
            "accounts": [("instagram", "maya", "", 12000), ("tiktok", "mayat", "", -1)],
            "contacts": [("email", "m@example.test"), ("email", "maya@example.test"), ("phone", "+44 20 1")],
            "statuses": ["prospect"],
        }
    ]  # fmt: skip
    assert Membership.objects.get().program == program
    assert batch.rows.get().advocate == Advocate.objects.get()


def test_the_file_itself_is_not_kept(bring) -> None:
    batch = bring(*FULL)

    batch.refresh_from_db()
    assert batch.content is None
    assert batch.state == ImportBatch.State.APPLIED


def test_the_same_file_again_changes_nothing(bring) -> None:
    bring(*FULL)
    before = everything()
    history = Advocate.history.count()

    batch = bring(*FULL)

    assert outcomes(batch) == [(2, "same")]
    assert everything() == before
    assert Advocate.history.count() == history


def test_everybody_can_be_found_and_sorted_at_once(bring) -> None:
    bring("Name,Instagram", "Zoë Ångström,zoe.a")

    assert Advocate.objects.matching("angstrom").exists()
    assert Advocate.objects.matching("@zoe.a").exists()
    assert Membership.objects.get().sort_name == Advocate.objects.get().sort_name == "zoe angstrom"


def test_history_says_who_when_and_from_which_file(bring, manager) -> None:
    bring(*FULL)

    for model, count in ((Advocate, 1), (Account, 2), (ContactPoint, 3), (Membership, 1)):
        told = list(model.history.all())
        assert len(told) == count
        assert {(row.history_user, row.history_date, row.history_type) for row in told} == {
            (manager, NOW, "+")
        }
        assert {row.history_change_reason for row in told} == {"Import of list.csv"}
    assert Advocate.history.get().tags == ["vip", "uk"]


def test_a_change_grows_the_version_and_is_in_history(bring) -> None:
    bring("Name,Instagram,Country", "Maya,maya,Germany")
    bring("Name,Instagram,Country", "Maya Chen,maya,France", at=NOW + dt.timedelta(hours=1))

    maya = Advocate.objects.get()
    assert (maya.name, maya.country, maya.version) == ("Maya Chen", "France", 2)
    assert list(maya.history.values_list("history_type", "country")) == [("~", "France"), ("+", "Germany")]
    assert Membership.objects.get().sort_name == "maya chen"


def test_follower_counts_are_kept_with_their_day(bring) -> None:
    bring("Name,Instagram,Followers", "Maya,maya,1K", counted_on="2026-03-31")
    bring("Name,Instagram,Followers", "Maya,maya,3K", counted_on="2026-11-22")
    bring("Name,Instagram,Followers", "Maya,maya,2K", counted_on="2026-06-30")

    assert Account.objects.get().followers == 3000
    assert [(str(row.counted_on), row.followers) for row in AudienceCount.objects.order_by("counted_on")] == [
        ("2026-03-31", 1000), ("2026-06-30", 2000), ("2026-11-22", 3000),
    ]  # fmt: skip


def test_two_lists_of_one_day_leave_the_later_count(bring) -> None:
    bring("Name,Instagram,Followers", "Maya,maya,1K")
    bring("Name,Instagram,Followers", "Maya,maya,2K")

    assert [row.followers for row in AudienceCount.objects.all()] == [2000]


def test_unknown_counts_are_unknown_and_not_nought(bring) -> None:
    bring("Name,Instagram,Followers", "Maya,maya,N/A")

    assert Account.objects.get().followers is None
    assert not AudienceCount.objects.exists()


def test_who_may_not_manage_may_not_import(look, program) -> None:
    batch = look("Name,Instagram", "Maya,maya")
    staff = PostFactory(program=program, role=Post.Role.STAFF).user

    with pytest.raises(NotAllowed):
        batches.apply(batch=batch, by=staff, seen=batch.fingerprint, now=NOW)
    assert not Advocate.objects.exists()


def test_people_changed_since_the_look_are_looked_at_again(look, bring, manager) -> None:
    batch = look("Name,Instagram,Country", "Maya,maya,France")
    bring("Name,Instagram,Country", "Maya,maya,Germany")

    with pytest.raises(Conflict):
        batches.apply(batch=batch, by=manager, seen=batch.fingerprint, now=NOW)

    batch.refresh_from_db()
    assert outcomes(batch) == [(2, "changed")]
    assert Advocate.objects.get().country == "Germany"
    batches.apply(batch=batch, by=manager, seen=batch.fingerprint, now=NOW)
    assert Advocate.objects.get().country == "France"


def test_a_file_is_imported_once(look, manager) -> None:
    batch = look("Name,Instagram", "Maya,maya")
    batches.apply(batch=batch, by=manager, seen=batch.fingerprint, now=NOW)

    with pytest.raises(Conflict):
        batches.apply(batch=batch, by=manager, seen=batch.fingerprint, now=NOW)
    assert Advocate.objects.count() == 1


def test_a_file_without_header_waits_until_somebody_named_its_columns(look, manager) -> None:
    batch = look("Maya Chen,maya.c,maya@example.test", "Tom Ray,tom.r,tom@example.test")

    with pytest.raises(Refused):
        batches.apply(batch=batch, by=manager, seen=batch.fingerprint, now=NOW)
    assert not Advocate.objects.exists()

    columns = {0: "name", 1: "tiktok", 2: "email"}
    batches.answer(batch=batch, by=manager, answers=Answers(columns=columns, confirmed=True), now=NOW)
    batches.apply(batch=batch, by=manager, seen=batch.fingerprint, now=NOW)
    assert set(Account.objects.values_list("platform", "handle")) == {
        ("tiktok", "maya.c"),
        ("tiktok", "tom.r"),
    }


def test_a_failure_in_the_middle_leaves_nobody_behind(look, manager, monkeypatch) -> None:
    batch = look("Name,Instagram", "Maya,maya", "Tom,tom")

    def fail(*args, **kwargs) -> None:
        raise RuntimeError("the lights went out")

    monkeypatch.setattr("influencers.actions.imports.apply.write_accounts", fail)
    with pytest.raises(RuntimeError):
        batches.apply(batch=batch, by=manager, seen=batch.fingerprint, now=NOW)

    batch.refresh_from_db()
    assert batch.state == ImportBatch.State.PLANNED
    assert not Advocate.objects.exists()
    assert not Advocate.history.exists()


def test_a_refused_file_leaves_nothing(look) -> None:
    with pytest.raises(Refused, match="line 3"):
        look("Name,Instagram", "Maya,maya", 'Tom,"tom', "Ann,ann")
    assert not ImportBatch.objects.exists()


def test_a_discarded_file_is_gone(look, manager) -> None:
    batch = look("Name,Instagram", "Maya,maya")

    batches.discard(batch=batch, by=manager)

    batch.refresh_from_db()
    assert (batch.state, batch.content, batch.rows.count()) == (ImportBatch.State.DISCARDED, None, 0)
    with pytest.raises(Conflict):
        batches.apply(batch=batch, by=manager, seen=batch.fingerprint, now=NOW)


def test_a_file_left_lying_is_thrown_away_after_two_weeks(look, bring) -> None:
    imported, lying = bring("Name,Instagram", "Tom,tom"), look("Name,Instagram", "Maya,maya")

    assert batches.throw_away_old(now=lying.created_at + dt.timedelta(days=13)) == 0
    assert batches.throw_away_old(now=lying.created_at + dt.timedelta(days=15)) == 1

    lying.refresh_from_db()
    assert (lying.state, lying.content, lying.rows.count()) == (ImportBatch.State.DISCARDED, None, 0)
    assert imported.rows.count() == 1
