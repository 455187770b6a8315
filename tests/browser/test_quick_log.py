"""Logging a touch in seconds: with the keyboard, with the thumb, and without scripts."""

import pytest

from engagement.models import Promise, Touchpoint
from tests.browser.conftest import too_wide
from tests.factories import AccountFactory, AdvocateFactory, MembershipFactory, PostFactory, ProgramFactory

LINE = "lunch @maya yesterday: loves the new press, worried about print quality, promised sample by Fri"


@pytest.fixture
def colleague():
    program = ProgramFactory(slug="press")
    member = MembershipFactory(active=True, program=program, advocate=AdvocateFactory(name="Maya Weber"))
    AccountFactory(advocate=member.advocate, handle="maya")
    return PostFactory(program=program).user


def test_from_any_page_a_key_a_line_and_enter_are_enough(page, log_in, colleague, axe):
    log_in(page, colleague)
    page.goto("/press/compose/")
    page.locator("#id_q").blur()

    page.keyboard.press("l")
    page.locator("#quick-log [name=line]").press_sequentially(LINE)
    page.locator("#quick-log [data-save]").wait_for()
    assert axe(page) == []
    page.keyboard.press("Enter")

    page.locator(".toast .undo").wait_for()
    assert page.url.endswith("/press/compose/")
    assert (Touchpoint.objects.get().kind, Promise.objects.get().text) == ("lunch", "sample")


def test_undo_takes_it_back(page, log_in, colleague):
    log_in(page, colleague)
    page.goto("/press/log/")
    page.keyboard.type(LINE)
    page.locator("[data-save]").click()

    page.locator(".toast .undo").click()

    page.get_by_text("Taken back").wait_for()
    assert not Touchpoint.objects.exists()


def test_chips_changed_by_hand_are_not_read_over(page, log_in, colleague):
    log_in(page, colleague)
    page.goto("/press/log/")
    page.keyboard.type(LINE)
    page.locator("[name=kind]").select_option("event")

    page.locator("[name=line]").press_sequentially(" and")
    page.get_by_role("button", name="Read the line").wait_for()

    assert page.locator("[name=kind]").input_value() == "event"


def test_on_a_phone_saving_is_under_the_thumb(phone, log_in, colleague, axe):
    log_in(phone, colleague)
    phone.goto("/press/compose/")
    phone.locator(".bottom-bar .log").tap()

    phone.locator("[name=line]").fill(LINE)
    phone.locator("[data-save]").wait_for()

    assert not too_wide(phone)
    assert axe(phone) == []
    assert phone.locator("[data-save]").bounding_box()["y"] > 600
    phone.locator("[data-save]").tap()
    phone.locator(".toast .undo").wait_for()
    assert Touchpoint.objects.exists()


def test_in_the_dark_it_is_as_readable(page, log_in, colleague, theme, axe):
    log_in(page, colleague)
    theme(page, "dark")
    page.goto("/press/log/full/")

    assert axe(page) == []


def test_without_scripts_the_line_is_read_by_a_button(open_browser, log_in, colleague):
    page = open_browser(java_script_enabled=False)
    log_in(page, colleague)
    page.goto("/press/log/")

    page.locator("[name=line]").fill(LINE)
    page.get_by_role("button", name="Read the line").click()
    page.locator("[data-save]").click()

    assert Touchpoint.objects.get().kind == "lunch"
