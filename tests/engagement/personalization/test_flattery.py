"""Praise and offers that fit anybody, however well they are put; and praise of one thing that somebody made."""

import pytest

from engagement.personalization.findings import Outcome
from engagement.personalization.message import Evidence
from tests.engagement.personalization.drafts import found, pointed_at, reviewed, severity

ANYBODYS = [
    "There's something about the way you do things that feels so real. Please never change.",
    "You are such an inspiration to so many people!",
    "We keep coming back to your page. The care you put into everything is rare, and we would be honoured to have you.",
    "Your kindness shines through in everything you do. Shall we make something special together?",
    "What a gifted artist you are. Our whole team adores your style.",
    "I don't say this often, but you've got something that can't be taught. Whenever you are ready, there's a place.",
    "Love your energy! We have lots of paid opportunities, just say the word.",
    "People like you are why we do this. Thank you for being who you are.",
    "Your audience trusts you, and it shows. We believe a partnership could be a wonderful fit.",
    "Such a warm and authentic voice. We feel lucky to have found you.",
]
FOR_ONE = [
    "That shot of the flooded barn is gorgeous, the cows look like they are waiting for a ferry.",
    "Your grandmother's plum dumplings were the best thing I ate this year.",
    "You are a genius with that lino roller. Did you carve the heron backwards?",
    "Congratulations on the allotment prize, Ana, first place for leeks is no small thing!",
    "We love the pigeon stamp so much that it is now on the office door.",
    "Thanks for carrying the paper cutter down four floors, you are a hero.",
    "Beautiful work on the Kelmscott initials, especially the W.",
]
CONVERSATION = [
    "That's awesome, what's your major?",
    "It was great talking to you, have a good night!",
    "Thank you, that helps a lot!",
    "Good luck with the exam, you are going to do great!",
    "Sounds good, see you then.",
    "Will do, and have a nice weekend!",
    "Oh congrats!",
    "She said you were brilliant with the children.",
]


@pytest.mark.parametrize("words", ANYBODYS)
def test_what_fits_anybody_is_asked_what_it_means(words: str) -> None:
    verdict = reviewed(words, record_complete=False)

    assert severity(verdict, "particular") is not Outcome.PASS
    assert verdict.outcome is not Outcome.PASS


@pytest.mark.parametrize("words", FOR_ONE)
def test_praise_of_one_thing_passes(words: str) -> None:
    assert reviewed(words, record_complete=False).outcome is Outcome.PASS


@pytest.mark.parametrize("words", CONVERSATION)
def test_a_conversation_is_no_flattery(words: str) -> None:
    assert reviewed(words, record_complete=False).outcome is Outcome.PASS


def test_the_same_words_pass_once_they_rest_on_the_record() -> None:
    words = "You are such an inspiration: that bridge over the lake!"
    seen = Evidence("post", "The stone bridge over the lake at dawn")

    assert reviewed(words, evidence=(seen,), record_complete=False).outcome is Outcome.PASS


def test_the_finding_points_at_the_praise() -> None:
    words = "You are such an inspiration to so many people!"

    assert pointed_at(words, found(reviewed(words), "particular")) == ["inspiration"]
