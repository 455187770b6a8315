"""The brief: reached by a key, read on the phone and in the dark, and one page on paper however much there is."""

import datetime as dt
import re

import pytest

from influencers import clock
from influencers.actions import facts, portraits
from influencers.models import Post
from tests.browser.conftest import too_wide
from tests.factories import (
    AdvocateFactory,
    MembershipFactory,
    PostFactory,
    PromiseFactory,
    RequestFactory,
    TouchpointFactory,
)  # fmt: skip

pytestmark = pytest.mark.browser
LONG = "Maximiliane-Alexandra Freifrau von Oberndorff-Schellenberg zu Wittgenstein"
TALK = (
    "They spoke of rollers, of paper without brighteners and of the summit in spring, at length and in detail. "
    * 8
)


@pytest.fixture
def post():
    return PostFactory(role=Post.Role.MANAGER)


@pytest.fixture
def member(post):
    """Somebody with more of everything than fits on a page."""
    advocate = AdvocateFactory(name=LONG, birthday="--06-01")
    member = MembershipFactory(program=post.program, advocate=advocate, owner=post.user, active=True)
    now = clock.now()
    for number in range(12):
        at = now - dt.timedelta(days=30 + number)
        TouchpointFactory(member, by=post.user, kind="lunch", words=f"{number} {TALK}", happened_at=at)
        PromiseFactory(membership=member, text=f"{number} {TALK}"[:300], made_by=("us", "them")[number % 2])
        RequestFactory(membership=member, words=f"{number} {TALK}")
        for kind in ("avoid", "know", "wants", "person"):
            facts.note(
                membership=member, by=post.user, kind=kind, text=f"{number} {TALK}"[:500], day=now.date(),
                source="She told Lena at lunch, after the fair",
            )  # fmt: skip
    for side in ("persona", "person"):
        portraits.describe(
            membership=member, by=post.user, side=side, text=TALK, source="Lunch at the fair", day=now.date()
        )
    return member


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_is_one_page_on_paper(page, log_in, post, member, paper):
    log_in(page, post.user)
    page.goto(f"{member.get_absolute_url()}brief/")

    sheets = page.pdf(format=paper)

    assert len(re.findall(rb"/Type\s*/Page[^s]", sheets)) == 1


def test_a_key_opens_it_from_their_page(page, log_in, post, member):
    log_in(page, post.user)
    page.goto(member.get_absolute_url())

    page.keyboard.press("b")

    page.get_by_role("heading", name="Worth asking about").wait_for()


def test_it_can_be_read_on_a_phone_in_the_dark(phone, log_in, theme, axe, post, member):
    log_in(phone, post.user)
    theme(phone, "dark")
    phone.goto(f"{member.get_absolute_url()}brief/")

    assert axe(phone) == []
    assert not too_wide(phone)
