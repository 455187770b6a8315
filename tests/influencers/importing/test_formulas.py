"""What a spreadsheet would run is made harmless on the way out, and comes back as it was."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from influencers.importing.formulas import guard, unguard

DANGEROUS = [
    "=1+1", "+1+1", "-2+3", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1", " =1+1", "＝1+1", "\u200b=1+1", "'=1+1", '"=1+1',
    "''=1", "+44 20 7946 0123", "@maya", "-", "%x", "|calc", "\ufeff=1", "\u00a0=1", "=1+1;=2+2", "\x00=1",
]  # fmt: skip


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_cell_that_would_run_gets_an_apostrophe(text) -> None:
    assert guard(text) == f"'{text}"
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("text", ["Maya", "", "007", "'twas", "1-2", "a=b", "maya@example.test", "O'Brien"])
def test_a_plain_cell_stays_as_it_is(text) -> None:
    assert guard(text) == text
    assert unguard(text) == text


@given(st.text(alphabet=st.sampled_from("'\"=+-@ \t\r\n\u200b＝a1"), max_size=8))
@example("''")
def test_whatever_goes_out_comes_back(text) -> None:
    assert unguard(guard(text)) == text


@given(st.text())
def test_nothing_that_goes_out_starts_a_formula(text) -> None:
    assert guard(text).lstrip()[:1] not in set("=+-@|%＝＋－＠")
