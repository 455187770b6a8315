"""The theme follows the system until somebody chooses."""

from tests.factories.programs import UserFactory

BACKGROUND = "getComputedStyle(document.body).backgroundColor"


def test_a_dark_system_gets_a_dark_page(open_browser):
    light = open_browser(color_scheme="light")
    dark = open_browser(color_scheme="dark")

    light.goto("/account/login/")
    dark.goto("/account/login/")

    assert light.evaluate(BACKGROUND) != dark.evaluate(BACKGROUND)


def test_a_choice_shows_at_once_and_stays(page, log_in):
    log_in(page, UserFactory(is_staff=True))
    page.goto("/styleguide/")
    before = page.evaluate(BACKGROUND)

    page.locator(".sidebar .menu summary").last.click()
    page.locator(".sidebar button[value=dark]").click()

    assert page.evaluate(BACKGROUND) != before
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_without_scripts_the_choice_is_a_form(open_browser, log_in):
    page = open_browser(java_script_enabled=False)
    log_in(page, UserFactory(is_staff=True))
    page.goto("/styleguide/")

    page.locator(".sidebar .menu summary").last.click()
    page.locator(".sidebar button[value=dark]").click()

    assert page.locator("html[data-theme=dark]").count() == 1
