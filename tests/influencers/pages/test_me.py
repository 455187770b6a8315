"""Colleagues' own page."""

import pytest

from influencers.models import ApiToken, User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_colleagues_change_their_name_and_wishes(web, manager):
    web.post("/me/", {"name": "Lena Koch", "nickname": "Lena", "language": "de"})

    user = User.objects.get(pk=manager.pk)
    assert (user.name, user.first_name, user.wants_digest, user.shortcuts) == (
        "Lena Koch",
        "Lena",
        False,
        False,
    )
    assert user.language == "de"
    assert user.check_password("correct horse battery")


def test_a_key_is_shown_once_works_and_is_revoked(web, manager, client):
    shown = web.post("/me/keys/", {"label": "Reports"})
    secret = shown.context["issued"][1]

    assert secret.encode() in shown.content
    assert shown["Cache-Control"] == "no-store"
    assert secret.encode() not in web.get("/me/").content

    web.post(f"/me/keys/{ApiToken.objects.get().pk}/revoke/")
    assert not ApiToken.objects.exists()


def test_nobody_revokes_the_key_of_another(web):
    theirs = ApiToken.objects.create(user=UserFactory(), name="X", digest="a" * 64, hint="aaaa")

    assert web.post(f"/me/keys/{theirs.pk}/revoke/").status_code == 404
    assert ApiToken.objects.filter(pk=theirs.pk).exists()


def test_the_page_takes_at_most_twelve_statements(web, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        assert web.get("/me/").status_code == 200
