"""Colleagues give the last one, or the same person the same thing, at the same second, on real connections."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from engagement.actions import giving
from influencers.models import Grant, Perk
from influencers.refusals import Refused
from tests.engagement.requests.conftest import DAY
from tests.factories import MembershipFactory, PostFactory, ProgramFactory

# In SQLite's memory there is one connection; with TEST_DATABASE=file this runs there too.
IN_MEMORY = connection.vendor == "sqlite" and not connection.settings_dict["TEST"]["NAME"]
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(IN_MEMORY, reason="SQLite in memory has one connection"),
]
CROWD = 8


def all_at_once(perk, members, by):
    gate = Barrier(len(members))

    def one(member):
        try:
            gate.wait(10)
            giving.give(perk=Perk.objects.get(pk=perk.pk), membership=member, by=by, reason="First", day=DAY)
            return "given"
        except Refused as refusal:
            return str(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(members)) as pool:
        return sorted(pool.map(one, members))


@pytest.fixture
def program():
    return ProgramFactory()


@pytest.fixture
def by(program):
    return PostFactory(program=program, role="manager").user


def test_eight_give_the_last_three(program, by):
    perk = Perk.objects.create(program=program, name="Press", kind="sample", stock=3)

    answers = all_at_once(perk, [MembershipFactory(program=program) for _ in range(CROWD)], by)

    assert answers == ["There are none left."] * (CROWD - 3) + ["given"] * 3
    assert (Grant.objects.count(), Perk.objects.get().given) == (3, 3)


def test_eight_give_one_person_the_same(program, by):
    perk = Perk.objects.create(program=program, name="Press", kind="sample", stock=CROWD)
    member = MembershipFactory(program=program)

    answers = all_at_once(perk, [member] * CROWD, by)

    assert answers == ["They already have this."] * (CROWD - 1) + ["given"]
    assert (Grant.objects.count(), Perk.objects.get().given) == (1, 1)
