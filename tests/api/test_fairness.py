"""Fairness in figures: for those who decide, of their programs, and nothing else than the page says."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from influencers import clock
from influencers.models import Post
from tests.engagement.fairness.deciding import decided, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def given(member):
    now = clock.now()
    members = people(member.program, 16)
    for place in range(48):
        need = (1, 2, 3, 4, 6, 9)[place % 6]
        asked = now - dt.timedelta(days=place)
        decided(members[place % 16], need, min(3, need // 2), asked, pressed=place % 3)
    return member.program


def test_it_says_what_the_page_says(api, given):
    with CaptureQueriesContext(connection) as statements:
        found = api.get(f"programs/{given.slug}/fairness/").json()

    assert (found["decided"], found["people"], found["after_pressure"]) == (48, 16, 32)
    assert found["explained"]["first"].startswith("Of the differences in what people got")
    assert [cause["name"] for cause in found["explained"]["causes"]] == [
        "need",
        "loudness",
        "followers",
        "rest",
    ]
    assert sum(field["count"] for field in found["response_against_need"]) == 48
    assert len(found["pressed"]) == 10
    assert len(statements) <= 15


def test_of_which_time_is_said_and_not_guessed(api, given):
    assert api.get(f"programs/{given.slug}/fairness/", period="now").json()["period"]["name"] == "now"
    assert api.get(f"programs/{given.slug}/fairness/", period="decade").status_code == 400
    assert api.get(f"programs/{given.slug}/fairness/", since="2026").status_code == 400


@pytest.mark.parametrize("role", [Post.Role.STAFF, Post.Role.VIEWER])
def test_it_is_for_those_who_decide(role, as_role, given):
    assert as_role(role).get(f"programs/{given.slug}/fairness/").status_code == 403


def test_strangers_find_none(stranger, given):
    assert stranger.get(f"programs/{given.slug}/fairness/").status_code == 404
