"""The pages of one's own account."""

import pytest

from tests.browser.conftest import too_wide
from tests.factories.programs import UserFactory

PAGES = ["2fa/", "sessions/", "password/change/", "email/", "logout/", "2fa/webauthn/", "reauthenticate/"]


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_keeps_people_from_looking_after_their_account(page, log_in, theme, axe, path, name):
    log_in(page, UserFactory())
    theme(page, name)

    page.goto(f"/account/{path}")

    assert axe(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_the_account_fits_a_phone(phone, log_in, path):
    log_in(phone, UserFactory())

    phone.goto(f"/account/{path}")

    assert not too_wide(phone)


def test_the_bar_at_the_bottom_opens_the_rest(phone, log_in, axe):
    log_in(phone, UserFactory())
    phone.goto("/account/2fa/")

    phone.locator(".bottom-bar summary").tap()

    assert phone.get_by_role("button", name="Log out").is_visible()
    assert axe(phone) == []
