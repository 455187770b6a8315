"""Marked parts of prepared content: refused while they stand, or have hardly changed."""

import pytest

from engagement.personalization.findings import Outcome
from engagement.personalization.rewriting import is_whole, parts_of, progress, without_marks
from tests.engagement.personalization.drafts import found, pointed_at, reviewed, severity

SNIPPET = (
    "[[rewrite: Your last print made me think of our new inks.]] They are milled in Biella from soy oil, and need "
    "twelve hours on coated paper. [[Rewrite:say which of their prints would gain by it]]"
)
OWN = "Ana, the finish line photo from Lisbon hangs in the office. You asked about the blue: our ink from Biella."


def test_a_mark_that_stands_is_refused_and_pointed_at():
    words = f"Ana, {SNIPPET}"
    finding = found(reviewed(words, prepared=SNIPPET), "rewriting")

    assert finding.severity is Outcome.BLOCK
    assert list(pointed_at(words, finding)) == [
        "[[rewrite: Your last print made me think of our new inks.]]",
        "[[Rewrite:say which of their prints would gain by it]]",
    ]


def test_a_mark_that_was_pasted_from_nowhere_is_refused_too():
    assert severity(reviewed(f"{OWN} [[ REWRITE : something nice ]]"), "rewriting") is Outcome.BLOCK


def test_it_is_not_called_a_slot_besides():
    assert found(reviewed("Ana, [[rewrite: your news]]"), "placeholders") is None


@pytest.mark.parametrize(
    "words",
    [
        "Your last print made me think of our new inks.",
        "YOUR LAST PRINT made me think of our new inks!!",
        "Ana, your last print made me think of our inks.",
        "Your last p\u200brint made me thin\u200bk of our new inks.",
    ],
)
def test_a_part_that_only_lost_its_mark_is_refused(words):
    assert severity(reviewed(f"{OWN} {words}", prepared=SNIPPET), "rewriting") is Outcome.BLOCK


def test_the_prepared_words_are_not_praised_as_particular():
    prepared = "Our marathon posters are printed on heavy cotton paper in the old tram depot by the river."
    words = f"Ana, what a year you had, and no end of it. {prepared}"
    finding = found(reviewed(words, prepared=prepared), "particular")

    assert finding is None or "marathon" not in finding.sentence


def test_while_a_mark_stands_the_share_is_not_said_besides():
    assert found(reviewed(SNIPPET, prepared=SNIPPET), "prepared") is None


def test_a_part_told_anew_passes():
    assert found(reviewed(OWN, prepared=SNIPPET), "rewriting") is None


def test_a_short_part_is_found_by_its_words():
    prepared = "[[rewrite: Great work]] The inks come from Biella."

    assert (
        severity(reviewed("Ana, great work on the medal!", prepared=prepared), "rewriting") is Outcome.BLOCK
    )
    assert severity(reviewed("Ana, what a medal!", prepared=prepared), "rewriting") is Outcome.PASS


def test_progress_counts_words_and_parts():
    words = f"{OWN} They are milled in Biella from soy oil, and need twelve hours on coated paper."
    begun, told = progress(SNIPPET, SNIPPET), progress(words, SNIPPET)

    assert (begun.percent > 90, begun.open) == (True, 2)
    assert (30 < told.percent < 60, told.open) == (True, 0)


def test_marks_are_read_and_taken_off():
    assert parts_of(SNIPPET)[1] == "say which of their prints would gain by it"
    assert "[[" not in without_marks(SNIPPET)
    assert is_whole(SNIPPET)
    assert not is_whole("Ana, [[rewrite: it never ends")
