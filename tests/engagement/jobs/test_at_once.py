"""Two at the same time, on real connections."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from engagement.actions import digests, jobs
from engagement.actions.flags import raise_flags
from engagement.models import Digest, Flag, JobRun
from tests.engagement.jobs.scheduling import NOW
from tests.engagement.watch.seeing import DAY, ONE, settled
from tests.factories import PostFactory

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        "postgresql" not in connection.settings_dict["ENGINE"], reason="SQLite's tests have one connection"
    ),
]
MANY = 6


def together(work):
    """Run `work` in several threads, started as nearly together as can be; return what each returned."""
    gate = Barrier(MANY)

    def one(_number):
        gate.wait()
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(MANY) as pool:
        return list(pool.map(one, range(MANY)))


def test_one_of_many_schedulers_works_a_period():
    results = together(
        lambda: jobs.work_once(job="rapport.x", period="p", work=lambda now: {"n": 1}, clock=lambda: NOW)
    )

    assert [result for result in results if result] == [{"n": 1}]
    assert JobRun.objects.count() == 1


def test_many_runs_of_a_watcher_raise_each_flag_once():
    members = [settled(ideal_due_on=DAY - ONE) for _number in range(5)]

    figures = together(lambda: raise_flags("stale", NOW))

    assert sum(one.opened for one in figures) == len(members)
    assert Flag.objects.count() == len(members)


def test_many_senders_take_each_digest_once():
    for _number in range(5):
        post = PostFactory()
        Digest.objects.create(user=post.user, program=post.program, day=DAY, owed_at=NOW)

    rounds = [together(lambda: digests.claim(now=NOW)) for _round in range(2)]

    taken = [digest.pk for found in rounds for digest in found if digest]
    assert sorted(taken) == sorted(set(taken))
    assert len(taken) == 5


def test_many_that_owe_digests_leave_one_for_each_colleague():
    settled()

    together(lambda: digests.owe(now=dt.datetime(2026, 6, 1, 8, 0, tzinfo=dt.UTC)))

    assert Digest.objects.count() == 1
