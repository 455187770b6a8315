"""Any input of up to 100,000 characters is answered in bounded time, whatever the check is told besides."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engagement.personalization.engine import review
from engagement.personalization.findings import Outcome
from engagement.personalization.fingerprints import digest
from engagement.personalization.habits import learn
from engagement.personalization.index import MemoryIndex
from engagement.personalization.message import Draft, Evidence
from engagement.personalization.rewriting import progress
from tests.engagement.personalization.drafts import ANA, past, reviewed

LONGEST = 100_000
SECONDS = 10  # of a processor, on a crowded machine (measured: 1.7); a pattern that hangs needs years
PIECES = [
    "[[rewrite:", "[[rewrite: a]]", "[[", "]] ", "[ [ rewrite", "<b", "<!--", "&", "&#", "{{a", "a.", "a, ", "Hi Ana, ",
    "thanks for ",
    "as promised ", "on Tuesday 3 May ", "xxx ", "at xxx ", "___", "_a", "@", "@a", "http://", "a@b.",
    "1/",
    "1.", "'", "a'", "\u200b", "\u0301", "é", "ß", "漢", "ไ", "ال", "🔥", "\n", "\t", "\r\n", "\x00", "\ud800",
    "no, thanks. ",
    "on our call you ", "yesterday's ", "your post with the ", "i said i'd ", "we go back ", "as our ", "(she/her) ",
    "tomorrow, friday ", "1/2/2026 friday ", "you have been with us for ", "thanks for the lunch on monday ",
    "not ", "never met ", "I ", "love your ", "your content ", "%(name)s ", "-name-", "$a_", "great to meet you ",
]  # fmt: skip
REPLIES = [
    "sounds good",
    "sounds good to me!",
    "thank you so much",
    "ok",
    "see you soon",
    "yes please",
    "haha",
    "great",
]


def taken(words, **told):
    index = MemoryIndex()
    index.add(past(words))
    began = time.process_time()
    verdict = review(Draft(words, ANA, **told), index)
    assert verdict.version
    return time.process_time() - began


@pytest.mark.parametrize("piece", PIECES)
def test_one_piece_again_and_again(piece):
    words = (piece * LONGEST)[:LONGEST]
    evidence = tuple(
        Evidence(kind, words[:5000]) for kind in ("their_words", "our_words", "touchpoint", "avoid")
    )

    assert taken(words, prepared=words, evidence=evidence) < SECONDS


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=5).map("".join))
def test_any_few_pieces_again_and_again(piece):
    words = (piece * LONGEST)[:LONGEST]

    assert taken(words, prepared=words, habits=frozenset({1})) < SECONDS


@settings(max_examples=100, deadline=None)
@given(
    st.text(max_size=400), st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
)
def test_nothing_that_is_prepared_or_learned_makes_it_raise(words, prepared, hostile):
    habits = learn((str(place), words + hostile + str(place)) for place in range(6))

    for begun in (prepared, hostile, words):
        verdict = reviewed(words + hostile, past(hostile), prepared=begun, habits=habits)
        far = progress(words, begun)

        assert all(0 <= start < end for finding in verdict.findings for start, end in finding.spans)
        assert 0 <= far.percent <= 100


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(REPLIES), st.sampled_from(["", "!", " :)", " 🔥", "..."]), st.booleans())
def test_an_everyday_short_reply_is_never_blocked(reply, ending, loud):
    words = (reply.upper() if loud else reply) + ending

    assert digest(words) == ""
    assert reviewed(words, past(words), past(reply, id="m2")).outcome is not Outcome.BLOCK
