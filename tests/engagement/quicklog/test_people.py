from engagement.quicklog import lookups, parse
from tests.engagement.quicklog.lines import ANNA_A, ANNA_B, MAYA, SUNDAY, KnownPeople, names, read


def test_people_are_known_by_handle_nickname_first_name_full_name_and_address():
    for token in ("@mayaprints", "@maya", "maya", "Maya Weber", "maya@example.org"):
        parsed = read(f"call {token}: hi")

        assert [chip.candidates for chip in parsed.people] == [(MAYA,)], token
        assert parsed.note == "hi"


def test_a_name_two_people_share_asks():
    (chip,) = read("call anna: hi").people

    assert chip.asks
    assert chip.candidates == (ANNA_A, ANNA_B)


def test_an_unknown_handle_is_offered_as_new():
    (chip,) = read("call @zoe.prints: hi").people

    assert chip.is_new
    assert chip.handle
    assert chip.token == "zoe.prints"


def test_an_unknown_name_after_with_is_offered_as_new():
    assert names(read("lunch with Zoe Klein and Tom yesterday: hi")) == ["Zoe Klein", "Tom Li"]
    assert names(read("lunch with zoe yesterday, loves it")) == ["zoe"]


def test_a_full_name_of_which_only_the_first_word_is_known_asks():
    parsed = read("lunch with Tom and Maya Klein yesterday: loves it")

    (tom, chip) = parsed.people
    assert (chip.token, chip.candidates, chip.asks) == ("Maya Klein", (MAYA,), True)
    assert tom.candidates[0].name == "Tom Li"
    assert parsed.note == "loves it"


def test_two_first_names_in_a_row_are_two_people():
    assert names(read("call with Maya Tom: loves it")) == ["Maya Weber", "Tom Li"]


def test_a_weekday_after_a_name_is_no_surname():
    parsed = read("call with Maya Friday: loves it")

    assert names(parsed) == ["Maya Weber"]
    assert parsed.date is not None


def test_a_new_name_is_read_after_from():
    assert names(read("received flowers from Zoe")) == ["Zoe"]


def test_small_words_are_nobody():
    assert names(read("lunch with her team: good talk about type")) == []
    assert names(read("coffee & cake with @maya: talked about Lyon")) == ["Maya Weber"]


def test_a_word_that_is_also_a_name_counts_only_with_a_capital():
    assert names(read("letter from Will: hi")) == ["Will Ford"]
    assert names(read("call @maya: will send the roadmap")) == ["Maya Weber"]


def test_the_possessive_belongs_to_the_name():
    parsed = read("liked @maya's reel from Lisbon")

    assert names(parsed) == ["Maya Weber"]
    assert parsed.note == "reel from Lisbon"


def test_whom_the_note_speaks_of_is_offered_apart():
    parsed = read("call @maya: told her about @bob")

    assert names(parsed) == ["Maya Weber"]
    assert [chip.token for chip in parsed.people if chip.mentioned] == ["bob"]
    assert parsed.note == "told her about @bob"


def test_names_in_the_note_take_part_when_the_head_names_nobody():
    assert names(read("call: spoke of the press, Maya loves it")) == ["Maya Weber"]


def test_all_that_is_asked_of_the_finder_can_be_looked_up_before():
    line = "Lunch with Maya Weber & Zoe von Berg and @tom (also anna@example.org): told @bob about Will"
    people = KnownPeople()

    parse(line, today=SUNDAY, people=people, me="Lena")

    without_sign = {token.removeprefix("@") for token in lookups(line)}
    assert {token.removeprefix("@") for token in people.asked} <= without_sign
