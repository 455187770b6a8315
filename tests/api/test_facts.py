"""Facts confirmed or dropped through the API: the flag that asked for it goes at once."""

import datetime as dt

import pytest

from engagement.actions.flags import raising
from engagement.models import Flag
from influencers import clock
from influencers.models import Fact

pytestmark = pytest.mark.django_db


@pytest.fixture
def expired(member):
    fact = Fact.objects.create(
        membership=member, text="Lives in Graz", source="Lunch", learned_on=dt.date(2026, 1, 5),
        expires_on=member.program.today(clock.now()),
    )  # fmt: skip
    raising.raise_flags("fact_expired", clock.now())
    assert Flag.objects.open().exists()
    return fact


def test_confirmed_its_flag_goes(api, expired):
    answer = api.post(f"facts/{expired.pk}/confirm/", {})

    assert answer.json()["confirmed_by"] == api.user.pk
    assert not Flag.objects.open().exists()


def test_dropped_its_flag_goes(api, expired):
    assert api.delete(f"facts/{expired.pk}/", If_Match=f'"{expired.version}"').status_code == 204

    assert not Flag.objects.open().exists()
