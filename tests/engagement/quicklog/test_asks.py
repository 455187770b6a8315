from datetime import date

import pytest

from tests.engagement.quicklog.lines import read


@pytest.mark.parametrize(
    ("said", "text", "due"),
    [
        ("asked for a sample", "a sample", None),
        ("asked for a sample, a poster and a mug", "a sample, a poster and a mug", None),
        ("she asked whether Tom comes", "Tom comes", None),
        ("wants the logo by Dec 3", "the logo", date(2026, 12, 3)),
        ("she really needs the invoice by KW 50", "the invoice", date(2026, 12, 11)),
        ("she'd love a tour", "a tour", None),
        ("they need early access", "early access", None),
        ("Maya would like a review unit", "a review unit", None),
        ("braucht das Logo bis Montag", "das Logo", date(2026, 11, 23)),
        ("möchte uns besuchen", "uns besuchen", None),
        ("fragt nach einem Muster", "einem Muster", None),
        ("sie will ein Muster", "ein Muster", None),
    ],
)
def test_a_wish_of_theirs_is_read(said, text, due):
    (ask,) = read(f"call @maya: likes type. {said}").asks

    assert (ask.text, ask.due) == (text, due)


@pytest.mark.parametrize(
    "said", ["we asked for a quote", "I need a break", "loves what she needs", "we want her"]
)
def test_a_wish_of_ours_is_none(said):
    assert read(f"call @maya: {said}").asks == ()


def test_a_wish_stays_in_the_note():
    parsed = read("call @maya: wants the logo by Dec 3, loves it")

    assert parsed.note == "wants the logo by Dec 3, loves it"
    assert parsed.asks[0].span.of(parsed.line) == "wants the logo by Dec 3"
