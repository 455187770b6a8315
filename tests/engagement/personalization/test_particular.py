import pytest

from engagement.personalization.findings import Outcome
from engagement.personalization.message import Evidence
from tests.engagement.personalization.drafts import LUNCH, found, reviewed, severity

FLATTERY = [
    "Hi Ana, love your content!",
    "Great feed! Keep it up! 🔥",
    "Ana, your posts are so inspiring 😍😍",
    "Obsessed with your page",
    "Hey gorgeous! Love your style, keep shining in every post!",
    "I came across your profile and I'm impressed by your content!",
    "You have such an amazing feed! Love the vibe",
    "Absolutely stunning shots, you are so talented!",
    "We love your content and would love to collaborate with you!",
    "Big fan of your content, it always makes my day!",
    "Good things come to those who follow you.",
]
BARE = ["Awesome! Just incredible 😍", "This is amazing!", "Wow, just wow Ana", "You inspire me so much"]


@pytest.mark.parametrize("words", FLATTERY)
def test_praise_of_a_channel_that_fits_anybody_is_blocked(words: str) -> None:
    assert severity(reviewed(words), "particular") is Outcome.BLOCK


@pytest.mark.parametrize("words", BARE)
def test_bare_praise_does_not_simply_pass(words: str) -> None:
    assert severity(reviewed(words), "particular") is Outcome.WARN


@pytest.mark.parametrize(
    "words",
    [
        "Good luck at the marathon!",
        "Lisbon is hilly, take the old shoes",
        "You said you would run, and you ran",
    ],
)
def test_what_rests_on_the_record_is_praised_with_its_evidence(words: str) -> None:
    finding = found(reviewed(words), "particular")

    assert finding is not None
    assert finding.severity is Outcome.PASS
    assert finding.evidence == (LUNCH,)


def test_praise_of_something_particular_passes() -> None:
    post = Evidence("post", "Linocut of the ferry at dawn, three colors")

    verdict = reviewed("Love your ferry, the dawn in the third color is amazing!", evidence=(post,))

    assert verdict.outcome is Outcome.PASS


def test_words_that_rest_on_nothing_on_record_are_asked_about() -> None:
    verdict = reviewed("Hi Ana, the new catalogue is printed and the paper turned out heavier than planned.")

    assert severity(verdict, "particular") is Outcome.WARN
    assert verdict.outcome is Outcome.WARN


def test_nothing_is_concluded_from_a_record_that_is_not_complete() -> None:
    words = "Hi Ana, the new catalogue is printed and the paper turned out heavier than planned."

    assert reviewed(words, record_complete=False).outcome is Outcome.PASS


@pytest.mark.parametrize(
    "words", ["Sounds good to me!", "haha yes", "See you tomorrow!", "Thank you so much, Ana"]
)
def test_a_short_reply_needs_no_particular(words: str) -> None:
    assert reviewed(words).outcome is Outcome.PASS


def test_quoting_what_they_said_is_about_them() -> None:
    said = Evidence("their_words", "so what do you all do when it does that to you")

    assert (
        found(
            reviewed("> what do you all do when it does that\nWe do nothing at all.", evidence=(said,)),
            "particular",
        )
        is None
    )


def test_their_name_and_handle_are_nothing_particular() -> None:
    verdict = reviewed(
        "Hi Ana! Ana Silva, @ana.runs, you are the best!",
        evidence=(Evidence("account", "@ana.runs Ana Silva"),),
    )

    assert severity(verdict, "particular") is not Outcome.PASS
