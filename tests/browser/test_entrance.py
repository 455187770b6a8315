"""The way in, as a person walks it."""

import pytest

from tests.factories.programs import UserFactory

PASSWORD = "correct horse battery"
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def enter(page, email, password):
    page.goto("/account/login/?next=/account/sessions/")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in", exact=True).click()


def test_a_colleague_logs_in_and_finds_their_session(page):
    user = UserFactory()

    enter(page, user.email, PASSWORD)

    page.get_by_text("Current").wait_for()


def test_a_wrong_password_says_so_beside_the_form(page):
    enter(page, UserFactory().email, "wrong")

    assert page.get_by_role("alert").is_visible()


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("path", ["login/", "password/reset/"])
def test_nothing_keeps_people_from_getting_in(page, axe, theme, path, name):
    theme(page, name)

    page.goto(f"/account/{path}")

    assert axe(page) == []


def test_a_passkey_is_made_and_logs_in(page):
    user = UserFactory()
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    enter(page, user.email, PASSWORD)
    page.get_by_text("Current").wait_for()

    page.goto("/account/2fa/webauthn/add/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    page.get_by_label("Name").fill("My laptop")
    page.get_by_label("Passwordless").check()
    page.get_by_role("button", name="Add").click()
    page.wait_for_url("**/recovery-codes/")
    page.context.clear_cookies()
    page.goto("/account/login/?next=/account/sessions/")
    page.get_by_role("button", name="Log in with a passkey").click()

    page.get_by_text("Current").wait_for()
