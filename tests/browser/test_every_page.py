"""Every page there is, read from the URLconf: it fits a desk and a phone, by day and by night, and keeps nobody out."""

import pytest
from django.test import Client

from influencers.models import Advocate, Post
from tests.browser.conftest import DESK, PHONE, too_wide
from tests.factories import PostFactory, ProgramFactory
from tests.house.routes import one_of_everything, routes

LONG = "Maximiliane-Alexandra Freifrau von Oberndorff-Schellenberg zu Wittgenstein"
OF_PACKAGES = (
    "/account/2fa/", "/account/password/change/", "/account/sessions/", "/admin/", "/admin/influencers/membership/",
    "/admin/engagement/touchpoint/", "/nobody/is/here/",
)  # fmt: skip
AT_LEAST = 60  # pages; fewer would mean that the walk has lost its way
# A page that is not there is looked at too; the browser complains of its answer, and rightly.
EXPECTED = ("404 (Not Found)", "403 (Forbidden)")


@pytest.fixture
def admin():
    program = ProgramFactory(slug="press", name="Friends of the press")
    values = one_of_everything(program)
    Advocate.objects.filter(pk=values["advocate_id"]).update(name=LONG)
    post = PostFactory(program=program, role=Post.Role.ADMIN, user__is_staff=True, user__name=LONG)
    post.user.values = values
    return post.user


def pages_of(user):
    """The addresses that answer a reader with a page, and not with a file, a piece of a page, or nothing."""
    client = Client()
    client.force_login(user)
    found = [route.address(user.values) for route in routes() if not route.pattern.startswith("api/")]
    for address in (*found, *OF_PACKAGES):
        response = client.get(address)
        whole = (
            response.headers.get("Content-Type", "").startswith("text/html") and b"<html" in response.content
        )
        if whole and response.status_code in (200, 404) and "Content-Disposition" not in response.headers:
            yield address


def complaints(page, axe):
    """What is wrong with the open page: what keeps people out, and whether it fits both widths."""
    found = [violation[:240] for violation in axe(page)]
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        if too_wide(page):
            found.append(f"has to be scrolled sideways at {size['width']} px")
    return found


def test_nothing_is_wrong_with_any_page(page, log_in, theme, axe, troubles, admin):
    addresses = list(pages_of(admin))
    log_in(page, admin)
    wrong = []

    for number, address in enumerate(addresses):
        look, size = ("light", "dark")[number % 2], (DESK, PHONE)[number // 2 % 2]
        theme(page, look)
        page.set_viewport_size(size)
        page.goto(address)
        wrong += [f"{address} ({look}): {complaint}" for complaint in complaints(page, axe)]
    wrong += [trouble for trouble in troubles if not any(answer in trouble for answer in EXPECTED)]
    troubles.clear()

    assert wrong == []
    assert len(addresses) >= AT_LEAST
