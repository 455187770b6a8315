"""Keys work where nobody types, and only for those who want them."""

from tests.factories.programs import UserFactory

WATCH = """
  document.activeElement.querySelector('[data-key=w]').addEventListener('click', () => { document.title = 'pressed' })
"""


def test_j_and_k_walk_through_the_rows_and_a_key_presses_the_rows_button(page, log_in):
    log_in(page, UserFactory(is_staff=True))
    page.goto("/styleguide/")

    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")

    assert "Priya" in page.evaluate("document.activeElement.textContent")
    page.evaluate(WATCH)
    page.keyboard.press("w")
    assert page.title() == "pressed"


def test_a_letter_typed_into_a_field_stays_a_letter(page, log_in):
    log_in(page, UserFactory(is_staff=True))
    page.goto("/styleguide/")

    page.locator("#id_said").press_sequentially("jot? g t /")

    assert page.locator("#id_said").input_value() == "jot? g t /"
    assert page.locator("dialog[open]").count() == 0


def test_the_question_mark_opens_the_help_which_names_the_rows_keys(page, log_in):
    log_in(page, UserFactory(is_staff=True))
    page.goto("/styleguide/")

    page.keyboard.press("?")

    assert page.locator("#shortcuts[open] h2").is_visible()
    assert page.locator("[data-row-keys]").is_visible()


def test_keys_that_are_turned_off_do_nothing(page, log_in):
    log_in(page, UserFactory(is_staff=True, shortcuts=False))
    page.goto("/styleguide/")

    page.keyboard.press("?")

    assert page.locator("dialog[open]").count() == 0
