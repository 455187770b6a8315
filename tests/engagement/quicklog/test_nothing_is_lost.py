"""Whatever is typed: no error, spans that fit, and every character in a chip, in the note or a joining sign."""

import re
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from engagement.quicklog import ParsedLine, lookups, parse
from engagement.quicklog.notes import SIGNS_ALONE
from tests.engagement.quicklog.lines import KnownPeople

WORDS = (
    "lunch call coffee mail dm instagram zoom whatsapp @maya @tom Maya anna @zoe with and from to yesterday today "
    "Friday last 3.11. 3/11 2026-11-03 15:30 3pm at : - , . promised sample by Fri she wrote will send asked for "
    "wants 's \n und mit bis versprochen hat uns we I'll 31.2. ( ) ' ’ ſ ı İ K \u00a0 é 😀 at Luigi's 99999999"
)
PIECES = WORDS.split(" ")
anything = st.text(max_size=200)
nearly_a_line = st.lists(st.sampled_from(PIECES), max_size=25).flatmap(
    lambda pieces: st.sampled_from([" ", "  ", ""]).map(lambda gap: gap.join(pieces))
)
JOINS = (
    "with mit and und plus a an the my our had have has was did on via per over through at in for to of from by über "
    "auf im am zu zum zur dem der die das ein eine einen einem einer hatte habe haben von vom bei beim us me uns mir "
    "w s für"
)
JOINING_WORDS = frozenset(JOINS.split())


def _read(line: str, today: date) -> ParsedLine:
    return parse(line, today=today, people=KnownPeople(), me="Lena Koch")


@given(line=anything | nearly_a_line, today=st.dates())
@example(line="call @maya auguſt 3: x", today=date(2026, 11, 22))
@example(line="in 999 years", today=date.max)
@example(line="1000 days ago", today=date.min)
def test_every_character_has_its_place(line, today):
    parsed = _read(line, today)

    covered = bytearray(len(line))
    for span in (*(chip.span for chip in parsed.chips), *parsed.note_spans, *parsed.glue):
        assert 0 <= span.start < span.end <= len(line)
        covered[span.start : span.end] = b"\1" * (span.end - span.start)
    assert all(covered)


@given(line=anything | nearly_a_line, today=st.dates())
def test_what_is_glue_says_nothing(line, today):
    parsed = _read(line, today)

    for span in parsed.glue:
        words = re.findall(r"[^\W_]+|\S", span.of(line).lower())
        assert all(word in JOINING_WORDS or word in SIGNS_ALONE + ".'’‘`" for word in words), span.of(line)


@given(line=anything | nearly_a_line, today=st.dates())
def test_the_note_is_made_of_the_line(line, today):
    parsed = _read(line, today)

    for span in parsed.note_spans:
        assert span.of(line) in parsed.note
    for chip in (*parsed.promises, *parsed.asks):
        assert chip.text
        if chip.due_span:
            assert chip.span.start <= chip.due_span.start < chip.due_span.end <= chip.span.end


@given(line=anything | nearly_a_line, today=st.dates())
def test_an_undated_touch_never_lies_ahead_unless_said(line, today):
    parsed = _read(line, today)

    if parsed.date and not parsed.date.ahead:
        assert all(option <= today for option in parsed.date.options)


@given(line=anything | nearly_a_line)
def test_all_that_is_asked_can_be_looked_up_before(line):
    people = KnownPeople()

    parse(line, today=date(2026, 11, 22), people=people, me="Lena Koch")

    known = {token.removeprefix("@") for token in lookups(line)}
    assert {token.removeprefix("@") for token in people.asked} <= known


def test_a_very_long_line_is_kept_whole():
    line = "lunch @maya yesterday: " + "loves the press, " * 2000 + "the end"

    parsed = _read(line, date(2026, 11, 22))

    assert parsed.note.endswith("the end")
    assert len(parsed.note) == len(line) - len("lunch @maya yesterday: ")
