"""The letters and the color by which a person is recognized in a list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.templatetags.rapport import HUES, hue, initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Priya Nguyen", "PN"),
        ("María del Carmen Ruiz", "MR"),
        ("cher", "C"),
        ("@maker.bee", "M"),
        ("“Ace” O'Neill", "AO"),
        ("ليلى الحداد", "ل"),
        ("王小明", "王"),
        ("🎨 Bo", "B"),
        ("", "?"),
        ("✨", "?"),
    ],
)
def test_a_face_shows_the_first_and_the_last_words_letter(name, letters):
    assert initials(name) == letters


@given(st.text())
def test_every_name_has_a_face(name):
    assert 1 <= len(initials(name)) <= 6
    assert 0 <= hue(name) < HUES
    assert hue(name) == hue(name)
