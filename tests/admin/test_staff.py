"""Programs and colleagues in the admin: who may appoint, change and dismiss whom."""

import pytest

from influencers.models import Post, Program, User
from tests.admin.forms import said, send
from tests.admin.rows import MAKERS

pytestmark = pytest.mark.django_db


def test_a_refused_deletion_leads_back_with_the_reason(ours, as_user):
    post = Post.objects.get(user=ours.manager)

    answer = as_user(ours.admin).post(
        f"/admin/influencers/post/{post.pk}/delete/", {"post": "yes"}, follow=True
    )

    assert "Hand them over first" in answer.content.decode()
    assert Post.objects.filter(pk=post.pk).exists()


def test_a_manager_appoints_nobody(ours, manager):
    post = MAKERS[Post](ours)

    answer = send(manager, f"/admin/influencers/post/{post.pk}/change/", role="admin")

    post.refresh_from_db()
    assert post.role == "staff"
    assert "Your role in this program does not include this" in said(answer)[0]


def test_an_administrator_founds_a_program_and_is_its_first_admin(administrator):
    answer = send(administrator, "/admin/influencers/program/add/", name="Fresh", slug="fresh")

    assert answer.status_code == 302, said(answer)
    assert Program.objects.get().posts.get().role == "admin"


def test_the_last_administrator_stays_one(administrator):
    user = User.objects.get(name="Root")

    answer = administrator.get(f"/admin/influencers/user/{user.pk}/change/")
    assert answer.status_code == 200
    without = send(administrator, f"/admin/influencers/user/{user.pk}/change/", is_superuser="")

    user.refresh_from_db()
    assert user.is_superuser
    assert "Somebody has to administer this installation." in said(without)


def test_a_colleague_is_changed_by_administrators_only(ours, manager):
    answer = manager.post(
        f"/admin/influencers/user/{ours.admin.pk}/change/", {"name": "X", "is_superuser": "on"}
    )

    ours.admin.refresh_from_db()
    assert answer.status_code == 403
    assert (ours.admin.name, ours.admin.is_superuser) == ("Ours Admin", False)


def test_a_colleague_who_looks_after_somebody_hands_them_over_first(ours, administrator):
    answer = send(administrator, f"/admin/influencers/user/{ours.manager.pk}/change/", is_active="")

    assert (
        f"Hand them over first, with what the new owner has to know. /ours/hand-overs/of/{ours.manager.pk}/"
        in said(answer)[0]
    )
    assert User.objects.get(pk=ours.manager.pk).is_active
