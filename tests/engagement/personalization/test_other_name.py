import pytest

from engagement.personalization.findings import Outcome
from engagement.personalization.message import Recipient
from tests.engagement.personalization.drafts import found, reviewed, severity

BLOCKED = [
    "Hi Tom, good luck at the marathon!",
    "hey tom! good luck at the marathon",
    "TOM, good luck at the marathon",
    "Dear Maya\n\ngood luck at the marathon",
    "Good morning Tom, good luck at the marathon",
    "Good luck at the marathon, Tom!",
    "Thanks Maya! Good luck at the marathon",
    "Liebe Maya, viel Glück beim Marathon",
    "Good luck at the marathon. Hi Tom!",
]
PASSED = [
    "Hi Ana, Tom told me about the marathon",
    "Hi Anita, good luck at the marathon",
    "Dear Ana Silva, good luck at the marathon",
    "Say hi to Tom at the marathon",
    "Thanks to Tom, we know about the marathon",
    "Hi there, good luck at the marathon",
    "Ana, will you run the marathon?",
    "Hello again! Good luck at the marathon",
    "Good morning! Good luck at the marathon",
    "Maya and I loved the marathon",
    "Good luck at the marathon, Ana!",
    "Hi @ana.runs, good luck at the marathon",
    "Will you run the marathon again? Tom will.",
    "Happy birthday, and good luck at the marathon",
    "Dear all-round marathon runner",
]


@pytest.mark.parametrize("words", BLOCKED)
def test_another_persons_name_in_a_greeting_is_blocked(words: str) -> None:
    assert severity(reviewed(words), "other_name") is Outcome.BLOCK


@pytest.mark.parametrize("words", PASSED)
def test_a_person_mentioned_in_passing_is_not(words: str) -> None:
    assert found(reviewed(words), "other_name") is None


def test_a_name_we_do_not_know_is_asked_about() -> None:
    assert severity(reviewed("Hi Zora, good luck at the marathon!"), "other_name") is Outcome.WARN


def test_a_short_form_of_their_name_is_theirs() -> None:
    alexandra = Recipient("7", "Alexandra Stone")

    assert found(reviewed("Hi Alex, how was the marathon?", recipient=alexandra), "other_name") is None


def test_without_a_name_nothing_can_be_wrong_about_it() -> None:
    assert (
        found(reviewed("Hi Tom, how was the marathon?", recipient=Recipient("7", "")), "other_name") is None
    )


def test_a_name_that_only_begins_alike_is_somebody_elses() -> None:
    mark, others = Recipient("7", "Mark Stone"), frozenset({"Maria"})

    assert (
        severity(reviewed("Hi Maria, how was it?", recipient=mark, other_names=others), "other_name")
        is Outcome.BLOCK
    )


def test_a_name_that_is_also_a_word_is_read_as_a_name_only_where_names_stand() -> None:
    others = frozenset({"May", "Hope", "Grace", "Will"})

    for words in ("See you in May!", "Hope the knee is better.", "Will you run?", "Lisbon in May, then."):
        assert found(reviewed(words, other_names=others), "other_name") is None
