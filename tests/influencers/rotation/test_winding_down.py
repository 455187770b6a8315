"""What was taken back does not stay with somebody who leaves."""

import pytest

from engagement.actions import farewells
from influencers.actions import farewells as leaving
from influencers.actions import perks
from influencers.models import Perk, PerkEnd
from tests.factories.memberships import NOW

pytestmark = pytest.mark.django_db


def test_only_what_they_still_have_is_wound_down(member, manager):
    day = NOW.date()
    granted = [
        perks.grant(
            perk=perks.put(perk=Perk(program=member.program), by=manager, name=name, kind="sample"),
            membership=member, by=manager, reason="Asked", day=day,
        )
        for name in ("Press", "Kit")
    ]  # fmt: skip
    perks.take_back(grant=granted[1], by=manager, day=day, because="Broken")
    farewell = leaving.begin(
        membership=member, by=manager, now=NOW, cause="rotation", reason="Two good years"
    )
    farewells.take(farewell=farewell, step="settled", by=manager, now=NOW)

    leaving.wind_down(farewell=farewell, by=manager, now=NOW, ends={})

    assert [end.grant for end in PerkEnd.objects.all()] == [granted[0]]
