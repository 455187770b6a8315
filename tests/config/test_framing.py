"""Parts of the frame are kept in memory: everybody still sees their own."""

import re
from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse

from config import framing
from influencers.models import Post, Program
from tests.factories import PostFactory

pytestmark = pytest.mark.django_db


def page(post: Post, path: str = "") -> str:
    client = Client()
    client.force_login(post.user)
    return client.get(path or reverse("influencers:advocates", args=[post.program.slug])).content.decode()


def test_what_one_colleague_may_do_is_not_shown_to_another() -> None:
    manager, viewer = PostFactory(role="manager"), PostFactory(role="viewer")
    viewer.program = manager.program
    viewer.save()
    settings = reverse("influencers:settings", args=[manager.program.slug])

    pages = [page(manager), page(viewer), page(manager), page(viewer)]

    assert [settings in html for html in pages] == [True, False, True, False]
    assert str(manager.user) not in pages[3].split("<main")[0]


def test_a_new_name_is_seen_at_once() -> None:
    post = PostFactory(role="manager")
    page(post)

    Program.objects.filter(pk=post.program_id).update(name="Another name")
    type(post.user).objects.filter(pk=post.user_id).update(name="Somebody Else")

    html = page(post)
    assert "Another name" in html
    assert "Somebody Else" in html


def test_each_page_has_its_own_token_and_leads_back_to_itself() -> None:
    post = PostFactory(role="manager")
    path = reverse("influencers:advocates", args=[post.program.slug])

    first, second = page(post, path), page(post, f"{path}?q=<b>&status=members")

    assert framing.TOKEN not in first + second
    assert framing.HERE not in first + second
    back = re.search(r'next=([^"]+)"', second)
    assert back is not None
    assert unquote(unquote(back[1])) == f"{path}?q=<b>&status=members"
    assert "<b>" not in second.split("<main")[0]


def test_the_current_page_is_marked_on_each() -> None:
    post = PostFactory(role="manager")
    advocates, rotation = (
        reverse(name, args=[post.program.slug]) for name in ("influencers:advocates", "influencers:rotation")
    )

    pages = {path: page(post, path) for path in (advocates, rotation)}

    for path, html in pages.items():
        assert f'href="{path}" aria-current="page"' in html


def test_what_is_kept_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(framing, "MOST", 3)
    framing.forget()

    for number in range(10):
        framing.kept((number,), lambda number=number: str(number))  # type: ignore[misc]

    assert len(framing._kept) <= 3
    assert framing.kept((9,), lambda: "anew") == "9"
