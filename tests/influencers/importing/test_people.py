"""From rows to people."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from influencers.importing import FileRefused
from tests.influencers.importing.making import codes, csv, reading_of


def only_person(*lines: str, file_name: str = "list.csv"):
    """Return the one person of a file of these lines."""
    (person,) = reading_of(csv(*lines), file_name).people
    return person


def test_what_is_not_understood_is_kept_word_for_word() -> None:
    person = only_person("Name,Discount Code,Joined,Empty", "Maya,MAYA10,22 Nov 2026,")

    assert person.extra == {"Discount Code": "MAYA10", "Joined": "2026-11-22"}


def test_notes_are_kept_to_the_letter() -> None:
    person = only_person("Name,Handle,Notes", 'Maya,maya," \t=1+1\r\n\u200bx "')

    assert person.facts["notes"] == " \t=1+1\r\n\u200bx "


def test_postcodes_keep_their_zeros() -> None:
    person = only_person("Name,address1,address2,postalcode,city", "Maya,1 High St,APT 2,01000,Zürich")

    assert person.facts["address"] == "1 High St\nAPT 2\n01000"


def test_a_count_twice_in_two_shapes_is_one_count() -> None:
    person = only_person("Name,Instagram,Followers,Followers", "Maya,maya,50.7M,50712345")

    assert person.accounts[0].followers == 50_712_345


def test_counts_that_disagree_are_not_believed() -> None:
    person = only_person("Name,Instagram,Followers,Followers", "Maya,maya,50M,5000000")

    assert person.accounts[0].followers is None
    assert codes(person.messages) == ["counts_disagree"]


def test_an_error_beside_a_number_leaves_the_number() -> None:
    person = only_person("Name,Instagram,Followers,Followers", "Maya,maya,50M,#VALOR!")

    assert person.accounts[0].followers == 50_000_000
    assert person.messages == ()


def test_each_platform_has_its_own_followers() -> None:
    person = only_person(
        "Name,Instagram,TikTok,TikTok Followers,Instagram followers", "Maya,@maya,mayat,2K,1K"
    )

    assert [(account.platform, account.handle, account.followers) for account in person.accounts] == [
        ("instagram", "maya", 1000), ("tiktok", "mayat", 2000),
    ]  # fmt: skip


def test_followers_that_may_be_anybodys_are_kept_and_said() -> None:
    person = only_person("Name,Instagram,TikTok,Followers", "Maya,maya,mayat,2K")

    assert [account.followers for account in person.accounts] == [None, None]
    assert person.extra == {"Followers": "2000"}
    assert codes(person.messages) == ["followers_of_which"]


def test_a_row_may_say_its_platform() -> None:
    person = only_person("Name,Platform,Handle,Followers", "Maya,TikTok,maya,2K")

    assert (person.accounts[0].key, person.accounts[0].followers) == (("tiktok", "maya"), 2000)


def test_a_bare_handle_beside_its_address_is_one_account() -> None:
    person = only_person("media_url,profile_name,first_name", "https://youtube.com/@maya/featured,maya,Maya")

    assert [account.key for account in person.accounts] == [("youtube", "maya")]


def test_a_website_that_is_a_profile_is_an_account() -> None:
    person = only_person("Name,Website", "Maya,https://www.instagram.com/maya/")

    assert [account.key for account in person.accounts] == [("instagram", "maya")]
    assert "website" not in person.facts


def test_a_handle_stands_in_for_a_name_that_is_an_error() -> None:
    person = only_person("Name,Instagram", "#NOMBRE?,maisa")

    assert (person.name, person.name_stands_in) == ("maisa", True)
    assert codes(person.messages) == ["name_is_an_error", "name_from_handle"]


def test_a_comma_nobody_quoted_is_mended_and_said() -> None:
    person = only_person("Name,Handle,Email", "Lin, Priya,priya.lin,priya@example.test")

    assert person.name == "Lin, Priya"
    assert person.emails == ("priya@example.test",)
    assert codes(person.messages) == ["joined_name"]


def test_a_count_that_came_apart_is_mended_and_said() -> None:
    person = only_person("Name,Instagram,Followers", "Maya,maya,10,000")

    assert person.accounts[0].followers == 10_000
    assert codes(person.messages) == ["joined_count"]


def test_cells_beyond_the_last_column_are_kept_and_said() -> None:
    person = only_person("Name,Handle", "Maya,maya,extra,cells")

    assert person.extra == {"#3": "extra", "#4": "cells"}
    assert codes(person.messages) == ["extra_cells"]


def test_a_short_row_is_a_person() -> None:
    assert only_person("Name,Handle,Email", "Bob,bob").accounts[0].handle == "bob"


def test_our_own_export_gets_its_apostrophes_taken_off_and_no_other_file_does() -> None:
    assert only_person("Rapport ID,Name,Notes", "7,'=1+1,'+44").name == "=1+1"
    assert only_person("Name,Handle,Notes", "Maya,maya,'=1+1").facts["notes"] == "'=1+1"


@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.vcf", "a.xlsx", "instagram.csv"]))
def test_no_file_whatever_breaks_it_and_every_row_has_one_end(data, name) -> None:
    try:
        reading = reading_of(data, name)
    except FileRefused:
        return
    lines = [row.line for row in (*reading.people, *reading.unreadable, *reading.skipped)]

    assert len(lines) == len(set(lines)) == reading.rows


_CELL = st.text(alphabet=st.sampled_from("abc ,;\"'\n\r\t@=1é\u200b"), max_size=6)


@pytest.mark.parametrize("delimiter", [",", ";"])
@given(rows=st.lists(st.lists(_CELL, min_size=1, max_size=4), max_size=6))
def test_no_text_whatever_breaks_it(delimiter, rows) -> None:
    lines = [delimiter.join(row) for row in rows]
    with contextlib.suppress(FileRefused):  # a quote that is never closed
        reading_of(csv(f"Name{delimiter}Handle{delimiter}Email", *lines))
