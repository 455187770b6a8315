"""The same message told again in wholly other words: the names, days, numbers and codes in it give it away."""

import pytest

from engagement.personalization.findings import Outcome
from engagement.personalization.message import Evidence
from tests.engagement.personalization.drafts import found, past, pointed_at, reviewed, severity

LAUNCH = past(
    "The winter issue is printed! It ships on Tuesday 12 November in a linen sleeve, and as one of our readers you may "
    "order two days early with code FROST15. Post a photo of the endpapers before the 20th and we send you a risograph."
)
RETOLD = [
    "Quick one: use FROST15 and you can buy the winter issue two days ahead of everybody. Linen sleeve this time, "
    "in the mail Tuesday the 12th of Nov. Show us the endpapers by the 20th and there is a risograph in it for you.",
    "There is a risograph for whoever uploads a picture of the endpapers until 20 November. Your FROST15 works already "
    "for the winter one, everybody else waits until Tues 12. Comes in linen.",
]
SAME_TOPIC = [
    "Your risograph of the two herons hangs in our kitchen, and everybody making tea asks who made it. Did you "
    "use the fluorescent orange for the beaks? Oh, and the winter issue has linen this time, you were right that.",
    "On Tuesday we drive past Leeds with the van and could bring back the frames that you lent us in spring. Will "
    "somebody be in at noon? We owe you a cake, too, and I have not forgotten the marzipan.",
]


@pytest.mark.parametrize("words", RETOLD)
def test_a_message_told_again_in_other_words_does_not_pass(words: str) -> None:
    verdict = reviewed(words, LAUNCH, record_complete=False)

    assert severity(verdict, "already_sent") is not Outcome.PASS


def test_it_points_at_what_was_told_before() -> None:
    verdict = reviewed(RETOLD[0], LAUNCH, record_complete=False)

    assert any("FROST15" in words for words in pointed_at(RETOLD[0], found(verdict, "already_sent")))


@pytest.mark.parametrize("words", SAME_TOPIC)
def test_a_message_of_ones_own_about_the_same_passes(words: str) -> None:
    assert severity(reviewed(words, LAUNCH, record_complete=False), "already_sent") is Outcome.PASS


def test_numbers_alone_are_nobodys() -> None:
    offer = past(
        "Could we say three of water, two of food and one of wood for you, and the rest, 4 and 5, for me?"
    )
    other = "I would like 4 of food and three of water, 5 of wood, and for you the other two and that one."

    assert severity(reviewed(other, offer, record_complete=False), "already_sent") is not Outcome.BLOCK


def test_in_a_language_without_lists_nothing_is_concluded() -> None:
    brief = past(
        "Die Winterausgabe kommt am Dienstag, dem 12. November, in Leinen. Mit FROST15 bestellt ihr zwei Tage eher."
    )
    words = "Mit FROST15 könnt ihr schon bestellen, zwei Tage eher: die Winterausgabe, Leinen, Dienstag 12. November."

    assert severity(reviewed(words, brief, record_complete=False), "already_sent") is not Outcome.BLOCK


def test_told_again_with_something_of_theirs_in_it_is_said_and_not_blocked() -> None:
    seen = Evidence("their_words", "My herons came out upside down, what a week")
    words = f"{RETOLD[0]} And how did the herons turn out in the end?"

    alone = reviewed(RETOLD[0], LAUNCH, evidence=(), record_complete=False)
    with_theirs = reviewed(words, LAUNCH, evidence=(seen,), record_complete=False)

    assert severity(alone, "already_sent") is Outcome.BLOCK
    assert severity(with_theirs, "already_sent") is Outcome.WARN
