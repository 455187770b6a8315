"""Running watchers by hand."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from engagement.models import Flag
from engagement.watch import WATCHERS
from influencers import clock
from tests.engagement.watch.seeing import DAY, ONE, at, settled

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _monday(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: at(DAY))


def said(*names):
    """Return what the command prints."""
    out = StringIO()
    call_command("run_watch", *names, stdout=out)
    return out.getvalue()


def test_all_watchers_run_and_say_what_they_did():
    settled(ideal_due_on=DAY - ONE)

    lines = said().splitlines()

    assert [line.split()[0] for line in lines] == [*WATCHERS, "all"]
    assert lines[-1].split()[1:3] == ["1", "opened"]


def test_one_can_be_named():
    settled(ideal_due_on=DAY - ONE)

    said("unanswered")

    assert not Flag.objects.exists()


def test_an_unknown_one_is_named_with_those_there_are():
    with pytest.raises(CommandError, match="No such watcher: nonsense"):
        said("nonsense")
