"""The demonstration."""

import datetime as dt

import pytest
from django.core.management import CommandError, call_command

from engagement.demonstration.build import build
from engagement.models import Flag, PlannedTouchpoint, Touchpoint
from influencers.models import Membership, Program
from tests.factories import ProgramFactory

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)


def test_the_demonstration_has_something_of_everything():
    logins = build(NOW)

    assert Program.objects.get().is_demo
    assert {login.email.split("@")[0] for login in logins} == {"ruth", "lena", "marek", "vera"}
    assert Membership.objects.count() == 60
    assert Touchpoint.objects.count() > 300
    assert set(Membership.objects.values_list("status", flat=True)) == set(Membership.Status)
    assert set(PlannedTouchpoint.objects.values_list("state", flat=True)) == set(PlannedTouchpoint.State)
    raised = set(Flag.objects.open().values_list("kind", flat=True))
    assert raised >= set(Flag.Kind) - {"no_date", "no_owner", "decide_by"}


def test_it_refuses_a_database_that_holds_anything_else():
    ProgramFactory()

    with pytest.raises(CommandError, match="holds something already"):
        call_command("demo")

    assert Program.objects.count() == 1


def test_a_second_start_keeps_what_is_there(capsys):
    ProgramFactory(is_demo=True)  # by this it is recognized: see the first test

    call_command("demo")

    assert "there already" in capsys.readouterr().out
    assert (Program.objects.count(), Touchpoint.objects.count()) == (1, 0)
