"""The admin in a real browser: its scripts run under its own policy, in both themes, on a desk and on a phone."""

import pytest

from influencers.models import Post
from tests.browser.conftest import too_wide
from tests.factories import MembershipFactory, PostFactory, ProgramFactory


@pytest.fixture
def member():
    program = ProgramFactory(name="Makers", slug="makers")
    manager = PostFactory(program=program, role=Post.Role.MANAGER).user
    return MembershipFactory(program=program, owner=manager, active=True)


@pytest.mark.parametrize("shade", ["light", "dark"])
def test_pages_open_without_a_complaint(page, log_in, theme, member, shade):
    log_in(page, member.owner)
    theme(page, shade)

    for address in ("", "influencers/membership/", f"influencers/membership/{member.pk}/change/"):
        page.goto(f"/admin/{address}")
        assert page.locator("html").get_attribute("class") == shade
        page.get_by_role("link", name="Rapport").first.wait_for()


def test_a_choice_is_searched_for_and_a_refusal_is_shown_with_what_was_typed(page, log_in, member):
    log_in(page, member.owner)
    page.goto("/admin/engagement/touchpoint/add/")
    page.locator(".select2-selection").first.click()
    page.locator(".select2-search__field").first.fill(member.advocate.name)
    page.locator(".select2-results__option", has_text=member.advocate.name).click()
    page.locator("#id_kind").select_option("message")
    page.locator("#id_direction").select_option("out")
    page.locator("#id_happened_at_0").fill("2026-05-04")
    page.locator("#id_happened_at_1").fill("09:00")
    page.locator("#id_words").fill("Dear partner, we value your collaboration. Best regards, the team")
    page.get_by_role("button", name="Save", exact=True).click()

    page.get_by_text("This would be true of anybody.").first.wait_for()
    assert page.locator("#id_words").input_value().startswith("Dear partner")


def test_a_phone_shows_the_lists_without_scrolling_sideways(phone, log_in, member):
    log_in(phone, member.owner)

    for address in ("", "influencers/membership/", "engagement/touchpoint/add/"):
        phone.goto(f"/admin/{address}")
        assert not too_wide(phone)
