"""A large file is read and imported by a job: said on the page, done in one piece, taken up again after a crash."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from engagement import tasks
from engagement.models import JobRun
from influencers.actions.imports import batches, owed
from influencers.models import ContactPoint, ImportBatch, Membership, Post
from influencers.refusals import Conflict
from tests.factories.advocates import AdvocateFactory
from tests.factories.memberships import MembershipFactory
from tests.influencers.imports.conftest import NOW

FILE = b"Name,Email\nAna Ruiz,ana@example.test\nTom Okafor,tom@example.test\n"
State = ImportBatch.State


@pytest.fixture(autouse=True)
def everything_is_large(monkeypatch):
    monkeypatch.setattr(owed, "AT_ONCE", 10)


@pytest.fixture
def batch(program, manager):
    return owed.take_in(program=program, by=manager, file_name="people.csv", content=FILE, now=NOW)


@pytest.fixture
def planned(batch):
    work()
    return fresh(batch)


def work():
    tasks.work_off_imports(rung=True)


def fresh(batch):
    return ImportBatch.objects.get(pk=batch.pk)


def test_it_waits_is_read_and_is_imported(batch, program, manager):
    assert batch.state == State.READING
    work()
    planned = fresh(batch)
    assert (planned.state, planned.counts["new"], planned.owed_at) == (State.PLANNED, 2, None)

    owed.go_ahead(batch=planned, by=manager, seen=planned.fingerprint, now=NOW)
    assert fresh(batch).state == State.IMPORTING
    assert not Membership.objects.exists()
    work()
    work()

    assert (fresh(batch).state, fresh(batch).content) == (State.APPLIED, None)
    assert Membership.objects.filter(program=program).count() == 2
    assert JobRun.objects.filter(job="import").count() == 2


def test_what_dies_in_the_middle_leaves_nothing_and_is_taken_up_again(planned, manager, monkeypatch):
    owed.go_ahead(batch=planned, by=manager, seen=planned.fingerprint, now=NOW)
    right = batches.write

    def dying(**details):
        right(**details)
        raise RuntimeError("killed")

    monkeypatch.setattr(batches, "write", dying)
    with pytest.raises(RuntimeError):
        work()
    assert not Membership.objects.exists()
    assert fresh(planned).state == State.IMPORTING

    monkeypatch.setattr(batches, "write", right)
    work()

    assert fresh(planned).state == State.APPLIED
    assert Membership.objects.count() == 2


def test_people_who_changed_meanwhile_are_shown_and_nothing_is_written(planned, program, manager):
    owed.go_ahead(batch=planned, by=manager, seen=planned.fingerprint, now=NOW)
    ana = MembershipFactory(program=program, advocate=AdvocateFactory(name="Ana Ruiz")).advocate
    ContactPoint.objects.create(advocate=ana, kind="email", value="ana@example.test")
    known = Membership.objects.count()
    work()

    found = fresh(planned)
    assert (found.state, Membership.objects.count()) == (State.PLANNED, known)
    assert "changed since you looked" in found.trouble
    assert found.fingerprint != planned.fingerprint


def test_a_file_that_is_no_list_is_thrown_away_with_the_reason(program, manager):
    batch = owed.take_in(program=program, by=manager, file_name="x.xlsx", content=b"PK\x03\x04" * 99, now=NOW)
    work()

    assert (fresh(batch).state, fresh(batch).content) == (State.DISCARDED, None)
    assert fresh(batch).trouble


def test_who_no_longer_manages_the_program_imports_nothing(planned, program, manager):
    owed.go_ahead(batch=planned, by=manager, seen=planned.fingerprint, now=NOW)
    Post.objects.filter(user=manager, program=program).update(role="viewer")
    work()

    assert not Membership.objects.exists()
    assert "Your role" in fresh(planned).trouble


def test_what_was_not_seen_is_not_imported(planned, manager):
    with pytest.raises(Conflict):
        owed.go_ahead(batch=planned, by=manager, seen="another", now=NOW)

    assert fresh(planned).state == State.PLANNED


def test_it_can_be_thrown_away_while_it_waits(batch, manager):
    batches.discard(batch=batch, by=manager)
    work()

    assert fresh(batch).state == State.DISCARDED


def test_the_page_says_so_and_asks_again_until_it_is_done(client, program, manager):
    client.force_login(manager)
    file = SimpleUploadedFile("people.csv", FILE)
    sent = client.post(f"/{program.slug}/imports/", {"file": file})
    page = client.get(sent.url).content.decode()
    assert "Being looked through" in page
    assert 'hx-get="?progress=1"' in page

    waiting = client.get(sent.url, {"progress": 1}, headers={"HX-Request": "true"})
    assert "<html" not in waiting.content.decode()
    work()
    done = client.get(sent.url, {"progress": 1}, headers={"HX-Request": "true"})

    assert done.headers["HX-Refresh"] == "true"
    assert "Ana Ruiz" in client.get(sent.url).content.decode()
