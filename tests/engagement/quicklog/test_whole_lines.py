from datetime import date

from engagement.quicklog import Direction, Kind, Owes
from tests.engagement.quicklog.lines import names, read


def test_the_line_everybody_has_in_mind_is_understood():
    line = (
        "lunch @maya @tom yesterday: loves the new press, worried about print quality, promised sample by Fri"
    )

    parsed = read(line)

    assert parsed.kind.kind is Kind.LUNCH
    assert parsed.direction.direction is Direction.BOTH
    assert names(parsed) == ["Maya Weber", "Tom Li"]
    assert parsed.date.day == date(2026, 11, 21)
    assert parsed.note == "loves the new press, worried about print quality, promised sample by Fri"
    (promise,) = parsed.promises
    assert (promise.text, promise.owes, promise.owner) == ("sample", Owes.WE, "Lena Koch")
    assert promise.due == date(2026, 11, 27)


def test_a_sentence_without_a_head_is_understood_and_kept_whole():
    line = "Had a really great lunch with Maya and Tom yesterday. They love the press and will send photos."

    parsed = read(line)

    assert parsed.kind.kind is Kind.LUNCH
    assert not parsed.kind.sure
    assert names(parsed) == ["Maya Weber", "Tom Li"]
    assert parsed.date.day == date(2026, 11, 21)
    assert parsed.note == line
    assert parsed.promises[0].owes is Owes.THEY


def test_a_line_in_german_is_understood():
    line = "Anruf mit @tom vor 3 Tagen: wir schicken ihm die Presse bis 3.12., er braucht das Logo bis Montag"

    parsed = read(line)

    assert parsed.kind.kind is Kind.CALL
    assert parsed.date.day == date(2026, 11, 19)
    assert parsed.promises[0].due == date(2026, 12, 3)
    assert parsed.asks[0].text == "das Logo"
    assert parsed.asks[0].due == date(2026, 11, 23)


def test_strange_words_in_the_head_stay_in_the_note():
    parsed = read("coffee with @maya at Luigi's 3pm yesterday: she is moving to Lyon")

    assert parsed.note == "at Luigi's: she is moving to Lyon"


def test_a_head_may_be_closed_twice():
    parsed = read("call @maya - yesterday: loved it")

    assert parsed.date.day == date(2026, 11, 21)
    assert parsed.note == "loved it"


def test_a_new_line_closes_the_head():
    parsed = read("lunch @maya\nloves the press\nmoves to Lyon")

    assert parsed.note == "loves the press\nmoves to Lyon"


def test_nothing_typed_gives_nothing():
    parsed = read("")

    assert parsed.chips == ()
    assert parsed.note == ""
