"""Every component, in both themes and at every width."""

import pytest

from tests.browser.conftest import too_wide
from tests.factories.programs import UserFactory


@pytest.mark.parametrize("name", ["light", "dark"])
def test_nothing_keeps_people_from_using_a_component(page, log_in, theme, axe, name):
    log_in(page, UserFactory(is_staff=True))
    theme(page, name)

    page.goto("/styleguide/")

    assert axe(page) == []


@pytest.mark.parametrize("width", [320, 390, 680, 1024, 1360])
def test_no_page_is_scrolled_sideways(open_browser, log_in, width):
    page = open_browser(viewport={"width": width, "height": 800})
    log_in(page, UserFactory(is_staff=True))

    page.goto("/styleguide/")

    assert not too_wide(page)


def test_the_styleguide_is_for_those_who_build(client):
    client.force_login(UserFactory())

    assert client.get("/styleguide/").status_code == 404
