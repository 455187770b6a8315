"""What is written to anybody is told by its manner, in words that no list has; and learned from what is kept here."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagement.personalization import manner
from engagement.personalization.findings import Outcome
from engagement.personalization.message import Evidence
from engagement.personalization.text import words_of
from tests.engagement.personalization.drafts import found, pointed_at, reviewed, severity
from training import learn

ANYBODYS = [
    "I scroll past a thousand things a day and stop for you.",
    "Whatever you're drinking over there, I'd like to order a crate.",
    "Just when I think I've seen it all, along you come.",
    "Somewhere between my second coffee and my third meeting I found you, and the day got better from there.",
    "Fancy cooking something up with us? The kitchen is yours.",
    "I show everything you do to my colleagues and they pretend to be working while they watch it.",
    "You make the rest of us look like amateurs, and we thank you for it.",
]
FOR_ONE = [
    "The bit where the ladder slipped and you just kept talking had all of us in tears.",
    "Your neighbour was right about the beetroot, it did come out of the tablecloth.",
    "I owe you an apology, the second parcel went to your old flat again.",
    "How is the little one sleeping since you moved the cot?",
    "Wonderful news about the kidney, we have all been thinking of your dad.",
]


@pytest.mark.parametrize("words", ANYBODYS)
def test_praise_in_nobodys_list_is_asked_what_it_means(words: str) -> None:
    verdict = reviewed(words, record_complete=False, evidence=())

    assert severity(verdict, "particular") is Outcome.WARN
    assert "".join(pointed_at(words, found(verdict, "particular")))


@pytest.mark.parametrize("words", FOR_ONE)
def test_what_only_one_person_can_have_got_passes(words: str) -> None:
    assert reviewed(words, record_complete=False, evidence=()).outcome is Outcome.PASS


def test_one_sentence_of_their_own_is_enough() -> None:
    praise = "You light up the whole office, and we adore everything you do."

    alone = reviewed(praise, record_complete=False, evidence=())
    beside = reviewed(
        f"{praise} Our driver left the second box with your upstairs neighbour, by the way.",
        record_complete=False,
        evidence=(),
    )

    assert severity(alone, "particular") is Outcome.WARN
    assert found(beside, "particular") is None


def test_of_a_language_it_was_not_taught_it_knows_nothing() -> None:
    said = manner.tokens(words_of("素晴らしい投稿をいつもありがとうございます"), ())

    assert manner.known(said) == 0
    assert manner.leaning(said) == manner.NONE


def test_names_do_not_count_and_what_fills_a_slot_counts_as_a_slot() -> None:
    words = words_of("Hi Ana! See https://example.org, at 9.\nBye")

    assert manner.tokens(words, {"ana"}, ".") == [
        "hi", "!", "see", "<link>", "at", "<number>", "<line>", "bye", ".",
    ]  # fmt: skip


def test_runs_of_up_to_three_words_are_counted_from_the_beginning_on() -> None:
    assert manner.runs(["so", "good"]) == {"so", "good", "<s> so", "so good", "<s> so good"}


def test_a_run_leans_to_where_it_stood_oftener() -> None:
    weights = manner.weights_of(
        ["# remark", "9 1 5 you rock|gem", "1 19 5 your dog", "5 5 5 the", "1 1 9 haha"]
    )

    assert weights["gem"] == weights["you rock"]
    assert weights["gem"].than_to_one > weights["gem"].than_in_talk > 0
    assert weights["your dog"].least == weights["your dog"].than_to_one < -1
    assert weights["haha"].least == weights["haha"].than_in_talk < -1
    assert weights["the"].than_to_one == pytest.approx(0, abs=0.5)


def test_what_was_learned_is_what_the_texts_say() -> None:
    kept = [line for line in learn.LEARNED.read_text(encoding="utf-8").splitlines() if line[0] != "#"]

    assert kept == learn.counts(learn.texts())


def test_on_authors_it_has_not_read_it_tells_the_two_apart() -> None:
    tried = learn.tried(list(learn.texts()), 4)

    def share(kind: str) -> float:
        leans = [lean.least > 0 for text, lean in tried if text.kind == kind]
        return sum(leans) / len(leans)

    assert share("anybody") > 0.8
    assert share("somebody") < 0.1
    assert share("talk") < 0.1


@given(st.text(max_size=300))
def test_every_sentence_is_judged_once_and_none_is_made_up(words: str) -> None:
    said = manner.tokens(words_of(words), ())
    judged = [token for sentence in manner.sentences(said) for token in sentence]

    assert all(len(sentence) > manner.LEAST_WORDS for sentence in manner.sentences(said))
    assert not Counter(judged) - Counter([*said, "."])


@given(st.lists(st.sampled_from(["You", "BEST", "day", "myWeek", "thanks!"]), max_size=30))
def test_the_manner_does_not_depend_on_case(words: list[str]) -> None:
    written = " ".join(words)

    assert manner.tokens(words_of(written), ()) == manner.tokens(words_of(written.swapcase()), ())


@pytest.mark.parametrize(
    "words",
    [
        "Du machst die Welt ein kleines bisschen heller, bitte hör nie damit auf!",
        "Merci d'être toi, ne change surtout rien, tu nous fais un bien fou.",
        "Gracias por ser como eres, nos alegras los días a todos.",
    ],
)
def test_it_was_taught_other_languages_too(words: str) -> None:
    assert severity(reviewed(words, record_complete=False, evidence=()), "particular") is Outcome.WARN


def test_a_common_word_of_the_record_does_not_make_what_fits_anybody_theirs() -> None:
    cooks = Evidence("fact", "cooks")
    words = "Chef, you make all of us hungry for more. Anything you'd love to cook up together, we are in."

    assert severity(reviewed(words, record_complete=False, evidence=(cooks,)), "particular") is Outcome.WARN
