"""Facts in the admin: corrected, confirmed or dropped by the actions of the pages; the flag goes at once."""

import datetime as dt

import pytest

from engagement.actions.flags import raising
from engagement.models import Flag
from influencers import clock
from influencers.models import Fact
from tests.admin.forms import said, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def today(ours):
    return ours.program.today(clock.now())


@pytest.fixture
def expired(ours, today):
    fact = Fact.objects.create(
        membership=ours.member, text="Lives in Graz", source="Lunch", learned_on=dt.date(2026, 1, 5), expires_on=today
    )  # fmt: skip
    raising.raise_flags("fact_expired", clock.now())
    assert Flag.objects.open().filter(subject_id=fact.pk).exists()
    return fact


def page(fact, what="change"):
    return f"/admin/influencers/fact/{fact.pk}/{what}/"


def test_another_day_confirms_it_and_the_flag_goes(ours, manager, expired, today):
    until = today + dt.timedelta(days=30)
    answer = send(manager, page(expired), expires_on=until)

    assert answer.status_code == 302, said(answer)
    fact = Fact.objects.get()
    assert (fact.expires_on, fact.confirmed_by, fact.confirmed_on) == (until, ours.manager, today)
    assert not Flag.objects.open().exists()


def test_corrected_and_confirmed_in_one_go_it_is_both(ours, manager, expired):
    send(manager, page(expired), text="Lives in Linz", expires_on="")

    fact = Fact.objects.get()
    assert (fact.text, fact.expires_on, fact.confirmed_by) == ("Lives in Linz", None, ours.manager)
    assert not Flag.objects.open().exists()


def test_dropped_its_flag_goes_too(manager, expired):
    manager.post(page(expired, "delete"), {"post": "yes"})

    assert not Fact.objects.exists()
    assert not Flag.objects.open().exists()
