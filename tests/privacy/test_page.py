"""The page on which a person's data are given or erased."""

import pytest
from django.urls import reverse

from influencers.models import Advocate
from tests.factories import PostFactory
from tests.privacy.conftest import NAME

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(world, member):
    return reverse("engagement:privacy", args=[world.program.slug, member.advocate_id])


@pytest.fixture
def admin(client, world):
    client.force_login(world.admin)
    return client


def test_it_says_how_much_is_held_and_what_erasing_means(admin, page):
    text = admin.get(page).content.decode()

    assert "Earlier versions" in text
    assert "This cannot be undone." in text


def test_the_download_is_a_file_that_nobody_keeps(admin, world, member):
    answer = admin.get(reverse("engagement:everything", args=[world.program.slug, member.advocate_id]))

    assert answer.headers["content-disposition"] == 'attachment; filename="ximena-zorgiebel.json"'
    assert "no-store" in answer.headers["cache-control"]
    assert answer.json()["about"] == NAME


@pytest.mark.parametrize("typed", ["", "Ximena", "Somebody Else"])
def test_without_the_name_nobody_is_erased(typed, admin, page, member):
    answer = admin.post(page, {"reason": "She asked", "name": typed})

    assert answer.context["form"].errors["name"]
    assert Advocate.objects.filter(pk=member.advocate_id).exists()


def test_with_the_name_typed_they_are_erased(admin, page, member):
    answer = admin.post(page, {"reason": "She asked", "name": NAME.lower()}, follow=True)

    assert not Advocate.objects.filter(pk=member.advocate_id).exists()
    assert "Erased. An import will not bring them back." in answer.content.decode()
    assert admin.get(page).status_code == 404


@pytest.mark.parametrize("role", ["viewer", "staff", "manager"])
def test_it_is_for_admins_of_the_program(role, client, page, world, member):
    client.force_login(PostFactory(program=world.program, role=role).user)

    assert client.get(page).status_code == 403
    assert client.post(page, {"reason": "x", "name": NAME}).status_code == 403
    assert Advocate.objects.filter(pk=member.advocate_id).exists()


def test_to_others_it_is_not_there(client, page):
    client.force_login(PostFactory(role="admin").user)

    assert client.get(page).status_code == 404
    assert client.get(f"{page}everything/").status_code == 404
