import subprocess
import sys

import pytest

from engagement.personalization.fingerprints import LARGEST, MOST, RUN, WINDOW, _runs, digest, fingerprints
from engagement.personalization.index import MemoryIndex
from engagement.personalization.text import words_of
from tests.engagement.personalization.drafts import TO_TOM, past


def test_fingerprints_are_numbers_of_32_bits() -> None:
    assert all(0 <= number < 2**32 for number in fingerprints(TO_TOM))


def test_fingerprints_are_the_same_in_every_process() -> None:
    code = (
        f"from engagement.personalization.fingerprints import fingerprints; print(fingerprints({TO_TOM!r}))"
    )

    printed = [
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]

    assert printed == [f"{fingerprints(TO_TOM)}\n"] * 2


def test_any_copied_run_long_enough_shares_a_fingerprint() -> None:
    words = TO_TOM.split()
    length = RUN + WINDOW - 1

    for place in range(len(words) - length + 1):
        passage = " ".join(
            ["so", "then", "he", "said", *words[place : place + length], "was", "what", "they", "did"]
        )
        assert set(fingerprints(passage)) & set(fingerprints(TO_TOM))


def test_slots_filled_otherwise_share_every_run() -> None:
    texts = (
        "Your order 4711 went out on 3.5. and is at https://example.org/a",
        "Your order 9 went out on 12.11. and is at https://example.org/b/c",
    )
    one, other = map(fingerprints, texts)

    runs = {number & LARGEST for number in _runs([word.masked for word in words_of(texts[0])])}
    assert runs
    assert runs == set(one) & set(other)


def test_an_endless_text_has_a_bounded_number_of_fingerprints() -> None:
    words = " ".join(f"word{number:x}" for number in range(20_000))

    assert len(fingerprints(words)) == MOST


def test_a_text_without_words_has_no_fingerprints() -> None:
    assert fingerprints("") == fingerprints("🔥🔥 !!! ") == ()


SAME = (
    "Come and print the first poster with us",
    "COME AND PRINT - the first poster with us!! 🔥",
    "  come\nand print the first\tposter with us",
    "Cоme and print the first poster with us",
    "come a\u200bnd print the first poster with u\u00ads",
)


@pytest.mark.parametrize("same", SAME)
def test_the_digest_is_blind_to_everything_but_the_words(same: str) -> None:
    assert digest(same) == digest("come and print the first poster with us") != ""


@pytest.mark.parametrize(
    "reply",
    [
        "Sounds good to me!",
        "haha yes",
        "Thank you so much 😍",
        "See you tomorrow!",
        "Happy birthday!",
        "Let me check and get back to you",
        "No worries at all, take your time",
        "Just seeing this now, sorry!",
        "Sorry, I missed your call earlier.",
        "🔥",
        "",
    ],
)
def test_an_everyday_reply_has_no_digest(reply: str) -> None:
    assert digest(reply) == ""


@pytest.mark.parametrize(
    "words", ["Your owl poster is on our wall", TO_TOM, "明日の展示会で新しい活版印刷機をお見せします"]
)
def test_words_of_ones_own_have_a_digest(words: str) -> None:
    assert len(digest(words)) == 32


def test_the_index_proposes_the_message_that_shares_most() -> None:
    index = MemoryIndex()
    index.add(
        past("We saw owls and thought of you at once. Would you like to come over and see?", id="little")
    )
    index.add(past(id="all"))

    assert [message.id for message in index.candidates(fingerprints(TO_TOM))] == ["all", "little"]


def test_the_index_forgets_a_message() -> None:
    index = MemoryIndex()
    index.add(past())

    index.remove("m1")
    index.remove("m1")

    assert list(index.candidates(fingerprints(TO_TOM))) == []
