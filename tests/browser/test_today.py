"""Working through Today with the keyboard, and reading a person's page on a phone and in the dark."""

import re

import pytest

from engagement.models import Flag
from influencers import clock
from influencers.models import Post
from tests.browser.conftest import too_wide
from tests.factories import (
    AdvocateFactory,
    FlagFactory,
    MembershipFactory,
    PostFactory,
    PromiseFactory,
    RequestFactory,
    TouchpointFactory,
)  # fmt: skip

pytestmark = pytest.mark.browser
LONG = "Maximiliane-Alexandra Freifrau von Oberndorff-Schellenberg zu Wittgenstein"


@pytest.fixture
def post():
    return PostFactory(role=Post.Role.MANAGER)


def somebody(post, name="Maya Lindqvist"):
    """Return an active member whom the holder of `post` looks after."""
    return MembershipFactory(
        program=post.program, advocate=AdvocateFactory(name=name), owner=post.user, active=True
    )


def test_somebody_is_put_off_by_keyboard_with_a_reason_and_brought_back(page, log_in, post):
    FlagFactory(membership=somebody(post))
    log_in(page, post.user)
    page.goto("/")

    page.keyboard.press("j")
    page.keyboard.press("s")
    page.get_by_label("Why not now").fill("On a residency")
    page.get_by_role("button", name="Put off").click()
    page.get_by_text("Nobody is slipping away").wait_for()

    assert Flag.objects.get().snooze_reason == "On a residency"
    page.get_by_role("button", name="Undo").click()
    page.locator("#people").get_by_role("link", name="Maya Lindqvist").wait_for()
    assert Flag.objects.get().snoozed_until is None


def test_a_promise_is_kept_by_one_key_and_the_next_row_has_the_focus(page, log_in, post):
    late = clock.now().date().replace(year=2025)
    for name in ("Maya Lindqvist", "Tom Okafor"):
        promise = PromiseFactory(membership=somebody(post, name), due_on=late, owner=post.user)
        FlagFactory(membership=promise.membership, kind=Flag.Kind.PROMISE_OVERDUE, subject_id=promise.pk)
    log_in(page, post.user)
    page.goto("/")

    page.keyboard.press("j")
    page.keyboard.press("d")
    page.get_by_text("Kept: Send a sample").wait_for()

    page.wait_for_function("document.activeElement.textContent.includes('Tom')")


def test_enter_opens_the_person_of_the_row(page, log_in, post):
    member = FlagFactory(membership=somebody(post)).membership
    log_in(page, post.user)
    page.goto("/")

    page.keyboard.press("j")
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile(re.escape(member.get_absolute_url()) + "$"))


def test_the_palette_leads_to_a_person(page, log_in, post):
    member = somebody(post)
    log_in(page, post.user)
    page.goto(f"/{post.program.slug}/today/")

    page.keyboard.press("Control+k")
    page.keyboard.type("lindq")
    page.get_by_role("option", name="Maya Lindqvist").wait_for()
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile(re.escape(member.get_absolute_url()) + "$"))


def test_a_fact_is_noted_in_a_dialog_of_the_persons_page(page, log_in, post):
    member = somebody(post)
    log_in(page, post.user)
    page.goto(member.get_absolute_url())

    page.get_by_role("link", name="Something we learned").click()
    page.get_by_label("What we know").fill("Runs a studio with her sister")
    page.get_by_role("button", name="Save").click()

    page.get_by_text("Runs a studio with her sister").wait_for()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_nothing_keeps_people_from_using_the_pages(page, phone, log_in, theme, axe, post, look):
    member = somebody(post, LONG)
    FlagFactory(membership=member)
    PromiseFactory(membership=member)
    RequestFactory(membership=member)
    TouchpointFactory(member, kind="message", direction="in", words="Where is my parcel? " * 20)

    for screen in (page, phone):
        log_in(screen, post.user)
        theme(screen, look)
        for address in (f"/{post.program.slug}/today/", member.get_absolute_url()):
            screen.goto(address)
            assert axe(screen) == []
            assert not too_wide(screen)
