"""Two colleagues complete the same farewell at the same second, on real connections: one does."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from engagement.actions import farewells
from influencers.actions import farewells as leaving
from influencers.models import Farewell, FarewellStep, Membership
from influencers.refusals import Refused
from tests.factories import PostFactory
from tests.factories.farewells import walk
from tests.factories.memberships import NOW

IN_MEMORY = connection.vendor == "sqlite" and not connection.settings_dict["TEST"]["NAME"]
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(IN_MEMORY, reason="SQLite in memory has one connection"),
]


def both(do):
    gate = Barrier(2, timeout=5)

    def one(number):
        gate.wait()
        try:
            return do(number)
        except Refused as refusal:
            return str(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(one, range(2)))


def test_one_of_two_completes_it_and_the_other_is_told_who(farewell, manager, member):
    walk(farewell, by=manager)
    second = PostFactory(program=member.program, role="manager").user
    people, rows = [manager, second], [Farewell.objects.get(), Farewell.objects.get()]

    said = both(lambda number: farewells.complete(farewell=rows[number], by=people[number], now=NOW))

    won = Farewell.objects.get().completed_by
    assert f"{won} has completed this farewell." in said
    assert Membership.objects.get(pk=member.pk).status == "alumni"
    assert Farewell.history.filter(completed_at__isnull=False).count() == 1


def test_a_step_that_two_take_at_once_is_taken_once(farewell, manager, member):
    second = PostFactory(program=member.program, role="manager").user
    people, rows = [manager, second], [Farewell.objects.get(), Farewell.objects.get()]

    both(lambda number: leaving.take(farewell=rows[number], step="settled", by=people[number], now=NOW))

    assert FarewellStep.objects.count() == 1
