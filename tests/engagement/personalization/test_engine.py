import json
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from engagement.personalization import lexicon
from engagement.personalization.engine import VERSION, review
from engagement.personalization.findings import Outcome, Verdict
from engagement.personalization.fingerprints import digest
from engagement.personalization.index import MemoryIndex
from engagement.personalization.message import Draft, Evidence, Form, PastMessage, Recipient
from tests.engagement.personalization.drafts import ANA, LUNCH, TO_TOM, found, past, reviewed

VOCABULARY = """
hi dear ana tom thanks for lunch on tuesday good luck at the marathon love your content amazing feed we have a new
press {{name}} xxx [name] as promised, would you like to come over. straße élan kafé Ünal I İzmir print; poster!
3rd @ana https://example.org 日本 語 привет great to meet you best regards mia
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "you\n\n", "regards\n", "🔥", "it's", "it’s"])
MESSAGES = st.lists(WORDS, max_size=40).map(" ".join)


def outcome(words: str) -> Outcome:
    return reviewed(
        words, past(), past(id="m2", words="Dear Ana, thanks for the new press print, it is great")
    ).outcome


def test_a_short_personal_message_passes_and_is_praised() -> None:
    verdict = reviewed("Thanks for lunch on Tuesday, Ana, good luck at the marathon!")

    assert verdict.outcome is Outcome.PASS
    assert verdict.version == VERSION
    assert "marathon" in verdict.findings[0].sentence
    assert verdict.findings[0].evidence == (LUNCH,)


def test_an_everyday_short_reply_passes_however_often_it_was_sent() -> None:
    verdict = reviewed("Sounds good to me!", past("sounds good to me"))

    assert verdict.outcome is Outcome.PASS


def test_a_message_in_another_language_is_never_blocked_for_lack_of_evidence() -> None:
    verdict = reviewed(
        "Liebe Ana, wir haben eine neue Druckpresse im Atelier und dachten sofort an dich und deine Plakate."
    )

    assert verdict.outcome is Outcome.WARN


@settings(max_examples=150, deadline=None)
@given(MESSAGES)
def test_case_white_space_and_normal_form_make_no_difference(words: str) -> None:
    expected = outcome(words)

    assert outcome(words.upper()) is expected
    assert outcome(words.lower()) is expected
    assert outcome(f"\n  {words}\t \n") is expected
    assert outcome(unicodedata.normalize("NFC", words)) is expected
    assert outcome(unicodedata.normalize("NFD", words)) is expected


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=10, max_size=60).map(" ".join))
def test_the_exact_copy_of_a_message_of_ten_words_is_blocked_for_somebody_else(words: str) -> None:
    if not digest(words) or len(words.split()) < 10:
        return
    index = MemoryIndex()
    others = [
        TO_TOM,
        words + " and more",
        "so " + words,
        *(f"{words} {number} words" for number in range(12)),
    ]
    for number, earlier in enumerate([*others, words]):
        index.add(PastMessage(str(number), "tom", earlier))

    verdict = review(Draft(words, ANA, (Evidence("their_words", words),)), index)

    assert verdict.outcome is Outcome.BLOCK
    assert found(verdict, "already_sent") is not None


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.text(max_size=80), st.text(max_size=80), st.sampled_from(Form))
def test_no_input_raises_and_every_span_lies_in_the_words(
    words: str, note: str, name: str, form: Form
) -> None:
    index = MemoryIndex()
    index.add(PastMessage("1", "tom", words + note))
    evidence = (Evidence("their_words", note), Evidence("touchpoint", note))
    draft = Draft(
        words, Recipient("1", name), evidence, form=form, prepared=note, other_names=frozenset({name})
    )

    verdict = review(draft, index)

    spans = [span for finding in verdict.findings for span in finding.spans]
    assert all(0 <= start < end <= len(words) for start, end in spans)
    assert all(finding.sentence for finding in verdict.findings)
    assert Verdict.from_dict(json.loads(json.dumps(verdict.to_dict()))).to_dict() == verdict.to_dict()


def test_an_endless_text_of_any_sort_is_answered() -> None:
    pieces = (
        "{{",
        "[insert ",
        "<",
        "_ ",
        "%a_",
        "*|",
        "@a.",
        "at xxx ",
        "\u200b",
        "漢",
        "thank you for ",
        "㍿",
        "x",
        "\n",
    )
    for piece in pieces:
        words = (piece * 100_000)[:100_000]

        assert reviewed(words, past(words)).version == VERSION


def test_a_copy_is_seen_through_disguises() -> None:
    disguised = (
        TO_TOM.replace("e", "е").replace("press", "pre\u200bss").replace(" ", " ✨ ").replace("a", "á")
    )

    assert digest(disguised) == digest(TO_TOM)
    assert reviewed(disguised, past()).outcome is Outcome.BLOCK


def test_the_word_lists_are_folded() -> None:
    lists = (lexicon.GENERIC, lexicon.EVERYDAY, lexicon.NOTE, lexicon.SALUTATIONS, lexicon.CONVERSATION)

    assert not [word for words in lists for word in words if word != word.casefold() or "'" in word]
