"""From page to page of a list, with all that narrows it."""

import html
import re

import pytest

from influencers.models import Membership
from tests.engagement.pages.people import enter, member_of, stop_the_clock
from tests.factories import AskFactory, RequestFactory

pytestmark = pytest.mark.django_db


def next_of(client, address):
    found = re.search(r'rel="next" href="([^"]*)"', client.get(address).content.decode())
    return html.unescape(found.group(1))


@pytest.fixture
def program(client, monkeypatch):
    stop_the_clock(monkeypatch)
    return enter(client)[0]


def follow(client, address):
    return client.get(f"{address.split('?')[0]}{next_of(client, address)}")


def test_the_requests_keep_their_tab_their_words_and_their_order(client, program):
    member = member_of(program)
    RequestFactory.create_batch(30, membership=member, words="Paper & ink")
    RequestFactory.create_batch(3, membership=member, words="A stall")

    second = follow(client, f"/{program.slug}/requests/?show=waiting&q=Paper+%26+ink&sort=need")

    assert [wish.words for wish in second.context["page"].rows] == ["Paper & ink"] * 5
    assert second.context["asked"].sort == "need"


def test_the_asks_of_a_day_stay_those_of_the_day(client, program):
    asks = [AskFactory(membership=member_of(program)) for _ask in range(30)]

    second = follow(client, f"/{program.slug}/asks/list/?day={asks[0].wanted_by}")

    assert len(second.context["page"].rows) == 5
    assert second.context["day"] == asks[0].wanted_by


@pytest.mark.parametrize(("page", "rows"), [("limbo", 30), ("rotation", 40)])
def test_ones_own_people_stay_ones_own(client, program, page, rows):
    mine = program.posts.get(role="manager").user
    for _member in range(rows + 5):
        member_of(program, owner=mine)
    Membership.objects.update(term_ends_on=None, review_on="2026-05-01")  # a date that has passed is none

    second = follow(client, f"/{program.slug}/{page}/?mine=1")

    assert second.context["mine"]
    assert len(second.context["page"].rows) == 5
