"""On sets by authors who knew nothing of the check, and which it never learned from, it does what its documents say."""

from collections import Counter

import pytest

from training import judge

CANNED = ("exact", "pasted", "placeholder", "slot_filled", "reworded lightly", "reworded")


@pytest.fixture(scope="module")
def verdicts() -> Counter[tuple[str, str]]:
    return Counter((kind, verdict) for _set, kind, verdict in judge.judged())


def share(verdicts: Counter[tuple[str, str]], kinds: tuple[str, ...], *wanted: str) -> float:
    every = sum(verdicts[kind, verdict] for kind in kinds for verdict in judge.VERDICTS)
    assert every
    return sum(verdicts[kind, verdict] for kind in kinds for verdict in wanted) / every


def test_no_personal_message_is_blocked_and_few_are_bothered(verdicts: Counter[tuple[str, str]]) -> None:
    personal = ("personal_short", "personal_long", "same_occasion")

    assert share(verdicts, (*personal, "adapted"), "block") == 0
    assert share(verdicts, ("short_ack",), "block") <= 0.02
    assert share(verdicts, personal, "warn") <= 0.03


def test_what_others_got_is_blocked_reworded_or_not(verdicts: Counter[tuple[str, str]]) -> None:
    assert share(verdicts, CANNED, "block") >= 0.95
    assert share(verdicts, ("reworded lightly", "reworded"), "block", "warn") >= 0.95


def test_two_of_three_thorough_retellings_are_noticed(verdicts: Counter[tuple[str, str]]) -> None:
    assert share(verdicts, ("reworded thoroughly",), "block", "warn") >= 0.6


def test_flattery_is_asked_what_it_means(verdicts: Counter[tuple[str, str]]) -> None:
    assert share(verdicts, ("flattery",), "block", "warn") >= 0.88
