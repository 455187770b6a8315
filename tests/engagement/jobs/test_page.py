"""The page that shows whether jobs run."""

import pytest
from django.urls import reverse
from django.utils import translation
from django_celery_beat.models import CrontabSchedule

from engagement.actions import jobs
from engagement.actions.schedules import sync
from engagement.insights.job_words import figures_in_words, times_in_words
from engagement.schedules import SCHEDULE
from influencers import clock
from influencers.models import Post
from tests.engagement.jobs.scheduling import NOW
from tests.factories import PostFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(monkeypatch):
    """Return the page's address, at a time that stands still."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
    return reverse("engagement:jobs")


def logged_in(client, role):
    """Log a colleague with that role in."""
    client.force_login(PostFactory(role=role).user)
    return client


@pytest.mark.parametrize("role", [Post.Role.VIEWER, Post.Role.STAFF, Post.Role.MANAGER])
def test_it_is_for_administrators(client, url, role):
    assert logged_in(client, role).get(url).status_code == 404


def test_an_administrator_of_the_installation_sees_it_without_a_post(client, url):
    client.force_login(UserFactory(is_superuser=True))

    assert client.get(url).status_code == 200


def test_it_shows_what_ran_and_what_was_missed(client, url):
    sync(SCHEDULE)
    run = jobs.claim(job="rapport.watch-stale", period="2026-05-31T09:02:00Z", now=NOW)
    jobs.finish(run=run, figures={"opened": 17, "closed": 0}, now=NOW)

    page = logged_in(client, Post.Role.ADMIN).get(url).content.decode()

    assert "opened 17" in page
    assert "closed 0" not in page
    assert page.count("No run yet") == len(SCHEDULE) - 1
    assert "Missed" in page


def test_it_takes_few_statements(client, url, django_assert_max_num_queries):
    sync(SCHEDULE)
    logged_in(client, Post.Role.ADMIN)

    with django_assert_max_num_queries(12):
        client.get(url)


def test_schedules_and_figures_are_said_in_the_reader_s_language():
    times = CrontabSchedule(minute="*/5", hour="*", timezone="UTC")

    with translation.override("de"):
        said = times_in_words(times), figures_in_words({"closed": 2, "sent": 0})

    assert said == ("Alle 5 Minuten UTC", [("geschlossen", 2)])
