"""Days are told as the program's own clocks show them, not as UTC does."""

import datetime as dt

import pytest

from engagement.actions import requests
from engagement.forms.exchanges import line_of
from tests.engagement.pages.people import enter, member_of, stop_the_clock
from tests.factories import ProgramFactory, RequestFactory, TouchpointFactory

pytestmark = pytest.mark.django_db
LATE = dt.datetime(2026, 6, 1, 20, 30, tzinfo=dt.UTC)  # the morning of June 2 in Auckland


@pytest.fixture
def program(client, monkeypatch):
    stop_the_clock(monkeypatch, LATE)
    return enter(client, program=ProgramFactory(time_zone="Pacific/Auckland"))[0]


def test_a_request_was_weighed_on_the_day_of_the_program(client, program):
    member = member_of(program)
    wish = RequestFactory(membership=member)
    weigher = program.posts.get(role="manager").user
    requests.assess(advocate_request=wish, by=weigher, now=LATE, need="A press", impact=2, urgency=2)

    page = client.get(f"/{program.slug}/requests/{wish.pk}/").content.decode()

    assert f"Weighed by {weigher}, June 2, 2026" in page


def test_an_exchange_is_offered_with_the_day_of_the_program(program):
    touch = TouchpointFactory(member_of(program), happened_at=LATE, now=LATE, words="She prints on Sundays")

    assert line_of(touch, program).startswith("06/02/2026 · ")
