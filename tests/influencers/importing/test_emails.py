"""E-mail addresses as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from influencers.importing.values.emails import email_key, is_email, read_emails
from tests.influencers.importing.making import codes


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("Ann <ann@example.test>", ("ann@example.test",)),
        ("<leo@example.test>", ("leo@example.test",)),
        ("mailto:cy@example.test", ("cy@example.test",)),
        ("ann@example.test; bo@example.test", ("ann@example.test", "bo@example.test")),
        ("ann@example.test ::: bo@example.test", ("ann@example.test", "bo@example.test")),
        ("ann@example.test bo@example.test", ("ann@example.test", "bo@example.test")),
        ('"Lin, Ann" <ann@example.test>', ("ann@example.test",)),
        ("fay+tag@example.test", ("fay+tag@example.test",)),
        ("gus@münchen.example", ("gus@münchen.example",)),
        ("kim@example.test\u00a0", ("kim@example.test",)),
        ("ned@localhost", ("ned@localhost",)),
        ("o'neil@example.test", ("o'neil@example.test",)),
        ('"quoted local"@example.test', ('"quoted local"@example.test',)),
        ("почта@пример.испытание", ("почта@пример.испытание",)),
        ("", ()),
        ("n/a", ()),
    ],
)
def test_the_addresses_of_a_cell_are_found(text, addresses) -> None:
    found = read_emails(text)

    assert found.addresses == addresses
    assert found.messages == ()


@pytest.mark.parametrize(
    "text",
    ["hal@@example.test", "ida@", "jo bloggs@example.test", "mia(at)example.test", f"{'a' * 65}@example.test",
     ".x@example.test", "x..y@example.test", "@example.test", "plain", "a@b@example.test"],
)  # fmt: skip
def test_what_is_no_address_is_said(text) -> None:
    found = read_emails(text)

    assert found.addresses == ()
    assert codes(found.messages) == ["email_invalid"]


def test_a_full_stop_after_it_is_taken_off_and_said() -> None:
    found = read_emails("eve@example.test.")

    assert found.addresses == ("eve@example.test",)
    assert codes(found.messages) == ["email_mended"]


def test_the_good_one_of_two_is_kept() -> None:
    found = read_emails("ann@example.test; nonsense")

    assert found.addresses == ("ann@example.test",)
    assert [message.value for message in found.messages] == ["nonsense"]


def test_capitals_do_not_make_another_mailbox() -> None:
    assert read_emails("DEE@EXAMPLE.TEST; dee@example.test").addresses == ("DEE@EXAMPLE.TEST",)
    assert email_key("DEE@EXAMPLE.TEST") == email_key("dee@example.test")


@given(st.text())
def test_no_text_whatever_breaks_it(text) -> None:
    assert all(is_email(address) for address in read_emails(text).addresses)


@given(st.emails())
def test_every_proper_address_is_taken(address) -> None:
    if all(mark not in address for mark in "'/{}|"):
        assert read_emails(address).addresses == (address,)
