import pytest

from engagement.personalization.findings import Outcome
from engagement.personalization.message import Form
from tests.engagement.personalization.drafts import found, pointed_at, reviewed, severity

SLOTS = [
    "{{name}}",
    "{{ first_name | there }}",
    "{% firstname %}",
    "{name}",
    "${first_name}",
    "*|FNAME|*",
    "<<name>>",
    "[[Name]]",
    "%NAME%",
    "%%first_name%%",
    "%s",
    "%(name)s",
    "[FIRST NAME]",
    "[Your Title]",
    "[topic/opportunity]",
    "[insert date]",
    "<name>",
    "<insert vendor name>",
    "<your_name>",
    "[mention a key strength]",
    "#name#",
    "____",
    "$first_name",
    "(insert product name)",
    "**insert link**",
    "{{na\u200bme}}",
    "［ＦＩＲＳＴ　ＮＡＭＥ］",
]
FILLED = [
    "Thanks for lunch, Ana xxx",
    "Love you lots XXX",
    "See you at the marathon xxx Mia",
    "Good luck at the marathon! xxxx",
    "I <3 your marathon photo -> wow",
    "Look: [the marathon](https://example.org/run)",
    "The marathon is 100% on [sic]",
    "A 50% discount for the marathon crew",
    "The marathon <b>rocks</b>",
    "[laughs] that marathon!",
    "<https://example.org/name>",
    "The marathon is #1 and costs $20",
    "the marathon *insert sarcasm here* was easy",
    "(your friend Maya told me about the marathon)",
    "snake_case is my marathon",
    "50 %of the marathon",
]


@pytest.mark.parametrize("slot", SLOTS)
def test_an_unfilled_slot_is_blocked_in_any_notation(slot: str) -> None:
    words = f"Hi Ana, good luck at the marathon in {slot} next week!"

    verdict = reviewed(words)

    assert verdict.outcome is Outcome.BLOCK
    assert slot in pointed_at(words, found(verdict, "placeholders"))


@pytest.mark.parametrize(
    "words", ["your work at XXX impressed us", "Dear XXX, good luck", "we at XYZ here love it", "$XX for you"]
)
def test_crosses_where_a_word_should_stand_are_blocked(words: str) -> None:
    assert severity(reviewed(words), "placeholders") is Outcome.BLOCK


@pytest.mark.parametrize("words", FILLED)
def test_kisses_and_other_signs_are_no_slots(words: str) -> None:
    assert found(reviewed(words), "placeholders") is None


def test_a_note_is_read_for_slots_too() -> None:
    assert severity(reviewed("Lunch: worried about [topic]", form=Form.NOTE), "placeholders") is Outcome.BLOCK
