"""Switching one's own morning mail off and on."""

import pytest
from django.urls import reverse

from influencers.models import User
from tests.factories import PostFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(client):
    """Return the post of the colleague who is logged in."""
    found = PostFactory()
    client.force_login(found.user)
    return found


def test_it_says_where_and_when_the_mail_comes(client, post):
    page = client.get(reverse("engagement:digest")).content.decode()

    assert post.user.email in page
    assert post.program.name in page


def test_it_is_switched_off_and_on_for_oneself_alone(client, post):
    other = PostFactory().user

    client.post(reverse("engagement:digest"), {"wants": "off"})
    off = set(User.objects.filter(wants_digest=False))
    client.post(reverse("engagement:digest"), {"wants": "on"})

    assert off == {post.user}
    assert other not in off
    assert not User.objects.filter(wants_digest=False).exists()


def test_looking_at_it_changes_nothing(client, post):
    client.get(reverse("engagement:digest"), {"wants": "off"})

    assert User.objects.get(pk=post.user_id).wants_digest


def test_it_is_for_colleagues_who_are_logged_in(client):
    assert client.get(reverse("engagement:digest")).status_code == 302
