"""From anywhere to anywhere, by name."""

import pytest
from django.http import HttpResponse
from django.urls import path

from config import navigation
from config.urls import urlpatterns as real
from tests.factories.programs import PostFactory, UserFactory

PERSON = '<a class="palette-item" role="option" tabindex="-1" aria-selected="false" href="/styleguide/?found">{}</a>'


def found(request):
    return HttpResponse(PERSON.format("<span>Maya Chen</span>") if "ma" in request.GET["q"] else "")


urlpatterns = [path("people/", found), *real]


@pytest.fixture
def anywhere(page, log_in, monkeypatch, settings):
    """A page of somebody who has a program, whose pages all lead to the styleguide."""
    settings.ROOT_URLCONF = __name__
    addresses = {"influencers:palette": "/people/"}
    monkeypatch.setattr(
        navigation, "address", lambda view, program: addresses.get(view, f"/styleguide/?{view}")
    )
    user = UserFactory(is_staff=True)
    PostFactory(user=user)
    log_in(page, user)
    page.goto("/styleguide/")
    return page


def test_a_person_is_found_and_opened_without_the_mouse(anywhere):
    anywhere.keyboard.press("Control+k")
    anywhere.keyboard.type("ma")
    anywhere.get_by_role("option", name="Maya Chen").wait_for()
    anywhere.keyboard.press("Enter")

    anywhere.wait_for_url("**/?found")


def test_arrows_choose_a_page(anywhere):
    anywhere.keyboard.press("/")
    anywhere.keyboard.type("pro")
    anywhere.get_by_role("option", name="Promises").wait_for()
    anywhere.keyboard.press("ArrowDown")
    anywhere.keyboard.press("Enter")

    anywhere.wait_for_url("**/?engagement:promises")


def test_two_keys_go_to_a_page(anywhere):
    anywhere.keyboard.press("g")
    anywhere.keyboard.press("a")

    anywhere.wait_for_url("**/?influencers:advocates")


def test_nothing_found_says_what_to_try(anywhere):
    anywhere.keyboard.press("/")
    anywhere.keyboard.type("zzz")

    anywhere.get_by_text("Nothing found").wait_for()


def test_the_open_palette_is_usable_by_everybody(anywhere, axe):
    anywhere.keyboard.press("/")
    anywhere.keyboard.type("ma")
    anywhere.get_by_role("option", name="Maya Chen").wait_for()

    assert axe(anywhere) == []


def test_without_scripts_the_search_button_leads_to_the_advocates(open_browser, anywhere):
    page = open_browser(java_script_enabled=False, storage_state=anywhere.context.storage_state())
    page.goto("/styleguide/")

    page.locator(".sidebar .search-button").click()

    page.wait_for_url("**/?influencers:advocates")
