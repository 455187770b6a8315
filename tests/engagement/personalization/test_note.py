import pytest

from engagement.personalization.findings import Outcome
from engagement.personalization.message import Form
from tests.engagement.personalization.drafts import TO_TOM, past, reviewed


@pytest.mark.parametrize(
    "words",
    [
        "good chat",
        "Nice lunch, caught up.",
        "Great call with Ana!",
        "Had coffee yesterday, all good",
        "ok",
        "👍",
        "Talked on Tuesday 3 pm",
    ],
)
def test_a_note_that_could_stand_under_anybodys_name_is_asked_for_one_thing(words: str) -> None:
    verdict = reviewed(words, form=Form.NOTE)

    assert verdict.outcome is Outcome.BLOCK
    assert "one thing Ana said" in verdict.findings[0].sentence


@pytest.mark.parametrize(
    "words",
    [
        "loves the new press",
        "Lunch: worried about print quality",
        "good chat, she is moving to Porto",
        "Treffen: will nach Porto ziehen",
    ],
)
def test_a_note_with_one_thing_they_said_passes(words: str) -> None:
    assert reviewed(words, form=Form.NOTE).outcome is Outcome.PASS


def test_a_note_of_a_lunch_for_two_may_stand_under_both() -> None:
    assert reviewed(TO_TOM, past(), form=Form.NOTE).outcome is Outcome.PASS


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("words", ["", "  \n ", "\u200b\u00ad"])
def test_an_empty_text_is_blocked(words: str, form: Form) -> None:
    assert reviewed(words, form=form).outcome is Outcome.BLOCK
