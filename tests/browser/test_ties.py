"""The drawing of who knows whom: with the keyboard, on a phone, for screen readers; and the way to a stage."""

import pytest

from influencers.models import Connection, Post, Vouch
from tests.browser.conftest import too_wide
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory

pytestmark = pytest.mark.browser


@pytest.fixture
def post():
    return PostFactory(role=Post.Role.MANAGER)


@pytest.fixture
def people(post):
    found = [
        MembershipFactory(program=post.program, advocate=AdvocateFactory(name=name), active=True)
        for name in ("Ana Ruiz", "Ben Wu", "Cem Aksoy", "Dao Tran")
    ]
    ana, ben, cem, dao = found
    day = "2026-05-01"
    Vouch.objects.create(membership=ben, by_membership=ana, words="Yes.", how_known="The fair", given_on=day)
    Vouch.objects.create(membership=cem, by_user=post.user, words="Yes.", how_known="The fair", given_on=day)
    Connection.objects.create(membership=ben, other=cem, kind="friend")
    Connection.objects.create(membership=cem, other=dao, kind="rival")
    return found


def test_the_drawing_is_walked_by_keyboard(page, log_in, axe, post, people):
    log_in(page, post.user)
    page.goto(f"/{post.program.slug}/ties/")
    assert axe(page) == []

    page.locator("a.tie-face", has_text="Ana").focus()
    page.keyboard.press("Enter")

    page.get_by_role("heading", name="Round Ana Ruiz").wait_for()
    assert page.locator("a.tie-face").count() == 3  # two steps: Dao is three away


def test_the_list_says_the_same_and_the_phone_is_not_scrolled_sideways(
    phone, log_in, theme, axe, post, people
):
    log_in(phone, post.user)
    theme(phone, "dark")
    phone.goto(f"/{post.program.slug}/ties/")

    assert axe(phone) == []
    assert not too_wide(phone)
    assert phone.locator(".tie-list > li").count() == 4
    phone.goto(f"{people[1].get_absolute_url()}people/")
    assert not too_wide(phone)


def test_nobody_unmet_comes_to_a_stage_without_a_sentence(page, log_in, axe, post, people):
    ana = people[0]
    log_in(page, post.user)
    page.goto(f"{ana.get_absolute_url()}person/")
    assert axe(page) == []

    page.get_by_role("link", name="Put forward…").click()
    page.get_by_text("Nobody of us has met Ana in person.").wait_for()
    page.get_by_label("Where").fill("The summit")
    page.get_by_label("When").fill("2126-05-01")
    page.get_by_label("Why all the same").fill("Lena knows her for years.")
    page.get_by_role("button", name="Put forward").click()

    page.get_by_text("Lena knows her for years.").wait_for()
    assert axe(page) == []
