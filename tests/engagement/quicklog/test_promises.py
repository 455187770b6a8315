from datetime import date

import pytest

from engagement.quicklog import Owes
from tests.engagement.quicklog.lines import read

FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("said", "text", "due"),
    [
        ("promised sample by Fri", "sample", FRIDAY),
        ("we promised her a sample by Friday", "a sample", FRIDAY),
        ("I promised to call her tomorrow", "to call her", date(2026, 11, 23)),
        ("I'll send the roadmap by Dec 3", "send the roadmap", date(2026, 12, 3)),
        ("I’ll send the roadmap by 2026-12-03", "send the roadmap", date(2026, 12, 3)),
        ("will send the contract by EOM", "send the contract", date(2026, 11, 30)),
        ("we'll invite them in two weeks", "invite them", date(2026, 12, 6)),
        ("we owe her a reply", "a reply", None),
        ("Muster bis Freitag versprochen", "Muster", FRIDAY),
        ("haben ihr ein Muster zugesagt", "haben ihr ein Muster", None),
        ("wir schicken ihr die Presse bis 3.12.", "schicken ihr die Presse", date(2026, 12, 3)),
        ("wir schicken das Logo nächste Woche", "schicken das Logo", FRIDAY),
        ("promised a sample, a poster and a mug by Friday", "a sample, a poster and a mug", FRIDAY),
    ],
)
def test_what_we_owe_is_read(said, text, due):
    (promise,) = read(f"call @maya: likes type, {said}").promises

    assert (promise.text, promise.due) == (text, due)
    assert promise.owes is Owes.WE
    assert promise.owner == "Lena Koch"


@pytest.mark.parametrize(
    ("said", "text", "due"),
    [
        ("she promised a reel by Friday", "a reel", FRIDAY),
        ("she'll send photos", "send photos", None),
        ("Maya promised us a reel", "a reel", None),
        ("@maya will introduce us to Ines until Dec 4", "introduce us to Ines", date(2026, 12, 4)),
        ("promised us a reel", "a reel", None),
        ("she loves it and will send photos by Friday", "send photos", FRIDAY),
        ("Maya hat uns Fotos bis 1.12. versprochen", "Fotos", date(2026, 12, 1)),
    ],
)
def test_what_they_owe_is_read(said, text, due):
    (promise,) = read(f"call @maya: likes type. {said}").promises

    assert (promise.text, promise.due) == (text, due)
    assert promise.owes is Owes.THEY
    assert promise.owner == "Maya Weber"


def test_in_what_came_from_them_an_open_promise_is_theirs():
    (promise,) = read("mail from @maya: will send the contract by Friday").promises

    assert promise.owes is Owes.THEY
    assert not promise.sure


def test_a_promise_without_a_subject_is_a_guess():
    (promise,) = read("lunch @maya: promised sample").promises

    assert promise.owes is Owes.WE
    assert not promise.sure


def test_the_owner_stays_open_when_several_could_have_promised():
    (promise,) = read("lunch @maya @tom: they promised a reel").promises

    assert promise.owner == ""


def test_one_of_several_is_the_owner_when_named():
    (promise,) = read("lunch @maya @tom: Tom will send photos").promises

    assert promise.owner == "Tom Li"


@pytest.mark.parametrize(
    "said",
    ["she will be in Paris", "it will rain", "it looks promising", "loves our compromise", "will be late"],
)
def test_what_is_no_promise_is_left_alone(said):
    assert read(f"call @maya: {said}").promises == ()


def test_a_promise_stays_in_the_note():
    parsed = read("call @maya: loves it, promised sample by Fri")

    assert parsed.note == "loves it, promised sample by Fri"
    assert parsed.promises[0].span.of(parsed.line) == "promised sample by Fri"
    assert parsed.promises[0].due_span.of(parsed.line) == "by Fri"


def test_a_weekday_named_on_that_day_is_a_week_ahead_and_today_is_offered():
    (promise,) = read("call @maya: promised sample by Sunday").promises

    assert promise.due_options == (date(2026, 11, 29), date(2026, 11, 22))
