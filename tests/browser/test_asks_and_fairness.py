"""The calendar of what we ask, and the fairness page, as somebody at a desk and on a phone meets them."""

import datetime as dt

import pytest

from influencers import clock
from influencers.models import Post
from tests.browser.conftest import too_wide
from tests.engagement.fairness.deciding import decided, people
from tests.factories import (
    AccountFactory,
    AdvocateFactory,
    AskFactory,
    MembershipFactory,
    PostFactory,
    ProgramFactory,
)

NEEDS = (1, 2, 3, 4, 6, 9)


@pytest.fixture
def program():
    return ProgramFactory(slug="press", name="Friends of the press")


@pytest.fixture
def manager(program):
    return PostFactory(program=program, role=Post.Role.MANAGER).user


@pytest.fixture
def member(program, manager):
    return MembershipFactory(
        program=program, active=True, owner=manager, advocate=AdvocateFactory(name="Ana Ruiz")
    )


def test_a_collision_is_seen_before_saving_and_needs_a_sentence(page, log_in, axe, troubles, member, manager):
    today = member.program.today(clock.now())
    AskFactory(membership=member, kind="review", owner=manager, wanted_by=today + dt.timedelta(days=12))
    log_in(page, manager)
    page.goto(f"/press/advocates/{member.advocate_id}/asks/new/")
    page.get_by_text("A review by").wait_for()

    page.get_by_label("What we want of them").fill("Opens the spring evening")
    page.get_by_label("Wanted by").fill(str(today + dt.timedelta(days=20)))
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Something else is asked of Ana").wait_for()
    assert axe(page) == []
    page.get_by_label("Why beside the other ask").fill("One trip, agreed with Lena.")
    page.get_by_role("button", name="Save").click()

    page.get_by_text("It is on the calendar").wait_for()
    troubles.clear()  # the first answer was a refusal


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_month_reads_well_at_a_desk_and_on_a_phone(
    page, phone, log_in, axe, theme, member, manager, look
):
    AskFactory(membership=member, owner=manager, wanted_by=dt.date(2026, 6, 12), kind="talk")
    for browser in (page, phone):
        log_in(browser, manager)
        theme(browser, look)
        browser.goto("/press/asks/?month=2026-06")
        browser.get_by_text("A talk").locator("visible=true").first.wait_for()

        assert axe(browser) == []
        assert not too_wide(browser)


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_fairness_page_reads_well_at_a_desk_and_on_a_phone(
    page, phone, log_in, axe, theme, program, manager, look
):
    now = clock.now()
    members = people(program, 16)
    for place in range(48):
        decided(members[place % 16], NEEDS[place % 6], min(3, place % 4), now, public=place % 5 == 0)
    for place, one in enumerate(members):
        AccountFactory(advocate=one.advocate, followers=10 ** (place // 3))
    for browser in (page, phone):
        log_in(browser, manager)
        theme(browser, look)
        browser.goto("/press/fairness/")
        browser.get_by_text("Of the differences in what people got").wait_for()
        for summary in browser.locator("main details > summary").all():
            summary.click()

        assert axe(browser) == []
        assert not too_wide(browser)
