"""Filters of the list that somebody keeps: everybody their own; shared ones take a role that writes."""

import pytest

from influencers.actions import filters
from influencers.models import Post, SavedFilter
from influencers.refusals import NotAllowed
from tests.factories import PostFactory

pytestmark = pytest.mark.django_db
PAGE = "/press/advocates/filters/?tier=none"


def test_a_viewer_keeps_a_filter_of_their_own_and_removes_it(as_role):
    browser = as_role(Post.Role.VIEWER)
    assert "For everybody" not in browser.get(PAGE).content.decode()

    browser.post(PAGE, {"name": "Without a tier"})

    kept = SavedFilter.objects.get()
    assert (kept.query, kept.shared) == ("tier=none", False)
    shown = browser.get("/press/advocates/").content.decode()
    assert "Without a tier" in shown
    assert "/press/advocates/filters/" in shown
    browser.post(f"/press/advocates/filters/{kept.pk}/remove/")
    assert not SavedFilter.objects.exists()


def test_a_viewer_shares_none(as_role, program):
    viewer = PostFactory(program=program, role=Post.Role.VIEWER).user

    as_role(Post.Role.VIEWER).post(PAGE, {"name": "Mine", "shared": "on"})
    with pytest.raises(NotAllowed):
        filters.keep(program=program, by=viewer, name="Ours", query="tier=none", shared=True)

    assert list(SavedFilter.objects.values_list("name", "shared")) == [("Mine", False)]


def test_a_viewer_does_not_remove_what_is_shared(as_role, program, manager):
    shared = filters.keep(program=program, by=manager, name="Ours", query="tier=none", shared=True)

    answer = as_role(Post.Role.VIEWER).post(f"/press/advocates/filters/{shared.pk}/remove/")

    assert answer.status_code == 403
    assert SavedFilter.objects.get() == shared
