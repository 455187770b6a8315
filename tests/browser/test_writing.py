"""Writing to one person, with the check reading along."""

import pytest

from engagement.models import Draft, Touchpoint
from tests.browser.conftest import PHONE, too_wide
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory, TouchpointFactory

PERSONAL = (
    "Ana, you were right about the print quality of the spring posters: we changed the paper last week."
)
CANNED = "Hi {{first_name}}, we love your content and would like to work with you!"


@pytest.fixture
def member():
    member = MembershipFactory(active=True, program__slug="press", advocate=AdvocateFactory(name="Ana Ruiz"))
    TouchpointFactory(member)
    return member


@pytest.fixture
def desk(page, log_in, member):
    log_in(page, PostFactory(program=member.program).user)
    page.goto(f"/press/compose/{member.pk}/")
    return page


def test_a_canned_message_is_held_while_it_is_typed(desk, axe):
    desk.locator("[name=words]").fill(CANNED)

    desk.locator("#verdict[data-outcome=block]").wait_for()
    assert desk.locator("#verdict mark").first.text_content() == "{{first_name}}"
    assert axe(desk) == []
    desk.locator("#verdict [data-select]").first.click()
    assert desk.evaluate("getSelection().toString()") == "{{first_name}}"


def test_a_personal_one_goes_out_and_is_taken_from_there(desk, axe):
    desk.locator("[name=words]").fill(PERSONAL)
    desk.locator("#verdict[data-outcome=pass]").wait_for()

    desk.keyboard.press("Control+Enter")

    desk.get_by_role("button", name="Copy the words").wait_for()
    assert axe(desk) == []
    assert Touchpoint.objects.get(standing="sent").words == PERSONAL


def test_a_card_goes_into_the_text_with_a_key(desk):
    desk.locator("[name=words]").fill("Ana, ")
    desk.locator("[name=words]").press("Alt+1")

    assert "She loves the new press" in desk.locator("[name=words]").input_value()


def test_what_was_typed_is_there_again(desk, member):
    desk.locator("[name=words]").fill("Ana, about the paper")
    desk.get_by_text("Draft kept").wait_for()

    desk.reload()

    assert desk.locator("[name=words]").input_value() == "Ana, about the paper"


def test_words_typed_a_moment_before_leaving_are_kept_too(desk, member):
    desk.locator("[name=words]").press_sequentially("Ana, just")
    desk.goto("/press/compose/")

    desk.goto(f"/press/compose/{member.pk}/")
    assert desk.locator("[name=words]").input_value() == "Ana, just"


def test_words_that_never_reached_the_server_come_back(desk, member, troubles):
    desk.context.set_offline(True)
    desk.locator("[name=words]").fill("Ana, from the train")
    desk.wait_for_timeout(600)
    desk.context.set_offline(False)
    assert not Draft.objects.exists()

    desk.reload()
    desk.get_by_text("Draft kept").wait_for()

    assert desk.locator("[name=words]").input_value() == "Ana, from the train"
    assert Draft.objects.get().words == "Ana, from the train"
    troubles.clear()  # the browser complained that it was offline


def test_a_phone_shows_cards_text_and_verdict_without_scrolling_sideways(desk, axe, theme):
    theme(desk, "dark")
    desk.set_viewport_size(PHONE)
    desk.reload()
    desk.locator("[name=words]").fill(CANNED)
    desk.locator("#verdict[data-outcome=block]").wait_for()

    assert not too_wide(desk)
    assert axe(desk) == []


def test_without_scripts_the_check_is_a_button(open_browser, log_in, member):
    page = open_browser(java_script_enabled=False)
    log_in(page, PostFactory(program=member.program).user)
    page.goto(f"/press/compose/{member.pk}/")

    page.locator("[name=words]").fill(CANNED)
    page.get_by_role("button", name="Check it").click()

    assert page.locator("#verdict[data-outcome=block]").is_visible()
    assert page.locator("[name=words]").input_value() == CANNED
