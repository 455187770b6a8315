"""A rotation review by keyboard alone: through the rows, an outcome, the reason, proposed, and on."""

import datetime as dt

import pytest

from influencers.actions import decisions, reviews
from influencers.models import Post, RotationDecision
from tests.browser.conftest import PHONE, too_wide
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory, ProgramFactory
from tests.factories.memberships import NOW


@pytest.fixture
def review():
    program = ProgramFactory(slug="press")
    for name in ("Ana Ruiz", "Ben Cho", "Cleo Diaz"):
        MembershipFactory(program=program, active=True, advocate=AdvocateFactory(name=name))
    by = PostFactory(program=program, role=Post.Role.MANAGER).user
    return reviews.begin(
        program=program, by=by, now=NOW, name="Winter", starts_on=dt.date(2027, 1, 1), ends_on=dt.date(2027, 2, 1)
    )  # fmt: skip


def somebody(review, role=Post.Role.MANAGER):
    return PostFactory(program=review.program, role=role).user


def of(review, name):
    return RotationDecision.objects.get(review=review, membership__advocate__name=name)


def focused(page):
    return page.evaluate("document.activeElement.id")


def test_two_people_are_decided_without_touching_the_mouse(page, log_in, review):
    ana, ben = of(review, "Ana Ruiz"), of(review, "Ben Cho")
    log_in(page, somebody(review))
    page.goto(review.get_absolute_url())

    page.keyboard.press("j")
    page.keyboard.press("r")
    page.keyboard.type("She tells us the truth.")
    page.keyboard.press("Control+Enter")
    page.locator(f"#decision-{ana.pk} .badge", has_text="Proposed").wait_for()
    page.wait_for_function(f"document.activeElement.id === 'decision-{ana.pk}'")

    page.keyboard.press("j")
    assert focused(page) == f"decision-{ben.pk}"
    page.keyboard.press("a")
    page.keyboard.type("He moves to Lisbon.")
    page.keyboard.press("Control+Enter")
    page.locator(f"#decision-{ben.pk} .badge", has_text="Proposed").wait_for()

    assert (of(review, "Ana Ruiz").outcome, of(review, "Ben Cho").outcome) == ("renew", "alumni")


def test_their_wish_is_noted_and_escape_leads_back_to_the_row(page, log_in, review):
    row = f"decision-{of(review, 'Ana Ruiz').pk}"
    log_in(page, somebody(review))
    page.goto(review.get_absolute_url())

    page.keyboard.press("j")
    page.keyboard.press("w")
    page.locator(f"#{row} [name=wish]:focus").wait_for()
    page.keyboard.press("Escape")

    assert focused(page) == row


def test_a_second_person_reads_it_and_it_is_released(page, log_in, review):
    decision = of(review, "Ana Ruiz")
    by = somebody(review)
    decisions.propose(
        decision=decision, by=by, now=NOW, outcome="renew", reason="She is right.", seen=decision.version
    )
    log_in(page, somebody(review))
    page.goto(review.get_absolute_url())
    badge = page.locator(f"#decision-{decision.pk} .badge")

    page.keyboard.press("j")
    page.keyboard.press("s")
    badge.filter(has_text="To be released").wait_for()
    page.wait_for_function(f"document.activeElement.id === 'decision-{decision.pk}'")
    page.keyboard.press("f")
    badge.filter(has_text="Decided, not told").wait_for()

    assert of(review, "Ana Ruiz").released_at is not None


def test_who_was_slower_reads_what_the_other_decided_and_keeps_the_words(page, log_in, review):
    decision = of(review, "Ana Ruiz")
    log_in(page, somebody(review))
    page.goto(review.get_absolute_url())
    decisions.propose(
        decision=decision, by=somebody(review), now=NOW, outcome="pause", reason="Her daughter is born.",
        seen=decision.version,
    )  # fmt: skip

    page.keyboard.press("j")
    page.keyboard.press("e")
    page.keyboard.type("No answer for months.")
    page.keyboard.press("Control+Enter")
    alert = page.locator(f"#decision-{decision.pk} [role=alert]")
    alert.wait_for()

    assert "Her daughter is born." in alert.text_content()
    assert page.locator(f"#decision-{decision.pk} [name=reason]").input_value() == "No answer for months."


def test_it_works_without_scripts_and_fits_a_phone(open_browser, log_in, review):
    page = open_browser(viewport=PHONE, java_script_enabled=False)
    decision = of(review, "Ana Ruiz")
    log_in(page, somebody(review))
    page.goto(review.get_absolute_url())

    row = page.locator(f"#decision-{decision.pk}")
    row.get_by_label("Renew").check()
    row.get_by_label("Why").fill("She tells us the truth.")
    row.get_by_role("button", name="Propose").click()

    assert of(review, "Ana Ruiz").outcome == "renew"
    assert page.locator(f"#decision-{decision.pk} .badge", has_text="Proposed").is_visible()


def test_on_paper_there_are_decisions_and_no_forms(page, log_in, review):
    log_in(page, somebody(review))
    page.goto(review.get_absolute_url())
    page.emulate_media(media="print")

    assert page.locator(".review-form").first.is_hidden()
    assert page.get_by_text("Not decided").first.is_visible()
    assert not too_wide(page)
