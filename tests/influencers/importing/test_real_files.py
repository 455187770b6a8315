"""Every file of the data sets, with what their manifest expects."""

import json
from pathlib import Path

import pytest

from influencers.importing import FileRefused, Reading
from influencers.importing.values.counts import read_count
from influencers.importing.values.emails import read_emails
from tests.influencers.importing.making import codes, reading_of

pytestmark = pytest.mark.data

# What the manifest calls people, where several rows are one person: matching decides that, not reading.
ROWS_ARE_NOT_PEOPLE = {"hostile/duplicate-handles.csv"}


@pytest.fixture(scope="module")
def imports(data: Path) -> Path:
    """Return the folder of files to import."""
    return data / "imports"


@pytest.fixture(scope="module")
def manifest(imports: Path) -> dict:
    """Return what is expected of each file."""
    return json.loads((imports / "manifest.json").read_text())


def reading(imports: Path, name: str) -> Reading:
    """Read one of the files."""
    return reading_of((imports / name).read_bytes(), Path(name).name)


def test_every_file_ends_as_its_manifest_says(imports, manifest) -> None:
    for name, entry in manifest.items():
        expect = entry["expect"]
        if "error" in expect or "error_line" in expect or "events" in expect:
            with pytest.raises(FileRefused) as refused:
                reading(imports, name)
            assert refused.value.message.line == expect.get("error_line", 0), name
            continue
        read = reading(imports, name)
        if "people" in expect and name not in ROWS_ARE_NOT_PEOPLE:
            assert len(read.people) == expect["people"], name
        assert len(read.unreadable) == expect.get("rejected", len(read.unreadable)), name
        assert read.rows == expect.get("rows", read.rows), name
        assert read.table.header_line == expect.get("header_line", read.table.header_line), name
        assert read.table.encoding == expect.get("encoding", read.table.encoding), name
        assert codes(row.reason for row in read.skipped).count("nobody") == expect.get(
            "skipped_nameless", 0
        ), name


def test_follower_counts_are_as_the_manifest_says(manifest) -> None:
    expect = manifest["hostile/follower-counts.csv"]["expect"]

    assert {text: read_count(text).number for text in expect["values"]} == expect["values"]
    assert [text for text in expect["must_be_unknown"] if read_count(text).number is not None] == []


def test_dates_are_as_the_manifest_says(imports, manifest) -> None:
    expect = manifest["hostile/dates.csv"]["expect"]
    people = reading(imports, "hostile/dates.csv").people
    written = {message.value: message.code.value for person in people for message in person.messages}

    assert [person.extra.get("Joined") for person in people].count("2026-11-22") >= len(
        expect["is_2026_11_22"]
    )
    assert all(written[text] == "date_ambiguous" for text in expect["ambiguous"])
    assert all(written[text] == "date_impossible" for text in expect["impossible"])
    assert all(written[text] == "date_guessed" for text in expect["excel_serial"])


def test_invalid_addresses_are_as_the_manifest_says(imports, manifest) -> None:
    for text in manifest["hostile/emails.csv"]["expect"]["clearly_invalid"]:
        assert read_emails(text).addresses == (), text
    for person in reading(imports, "hostile/emails.csv").people:
        assert person.emails or person.messages


def test_what_would_run_in_a_spreadsheet_is_kept_to_the_letter(imports) -> None:
    notes = {person.facts["notes"] for person in reading(imports, "hostile/formula-injection.csv").people}

    assert {
        "=1+1;=2+2",
        "\t=1+1",
        "\r=1+1",
        " =1+1",
        "'=1+1",
        "\u200b=1+1",
        "+44 20 7946 0123",
        '"=1+1',
    } <= notes


def test_no_website_is_one_that_runs(imports) -> None:
    websites = [person.facts.get("website", "") for person in reading(imports, "hostile/html.csv").people]

    assert set(websites) == {""}


def test_layouts_give_accounts_addresses_and_postcodes(imports) -> None:
    upfluence = reading(imports, "layouts/upfluence-list.csv").people
    aspire = reading(imports, "layouts/aspire-members.csv").people
    google = reading(imports, "layouts/google-contacts.csv").people

    assert {account.platform for person in upfluence for account in person.accounts} == {
        "instagram",
        "tiktok",
        "youtube",
        "x",
    }
    assert all(person.facts["address"].splitlines()[-1].startswith("0") for person in aspire)
    assert max(len(person.emails) for person in google) == 3


def test_creator_lists_give_handle_and_followers_for_nearly_everybody(imports) -> None:
    for file in sorted((imports / "real").glob("*.csv")):
        people = reading(imports, f"real/{file.name}").people
        known = [person for person in people if person.accounts and person.accounts[0].followers is not None]
        platform = file.name.partition("-")[0]

        assert len(known) > 0.99 * len(people), file.name
        assert {account.platform for person in people for account in person.accounts} == {platform}, file.name


def test_the_next_months_handles_are_the_same_people(imports) -> None:
    for platform in ("instagram", "tiktok", "youtube"):
        before, after = (
            {
                account.key: person.name
                for person in reading(imports, f"real/{platform}-2022-{month}.csv").people
                for account in person.accounts
            }
            for month in ("11", "12")
        )
        names_before = {name.casefold() for name in before.values()}
        again = [key for key, name in after.items() if name.casefold() in names_before]

        # YouTube gave channels new handles that very month.
        assert sum(key in before for key in again) >= 0.9 * len(again), platform
