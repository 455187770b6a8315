"""A list as a file: safe in a spreadsheet, and the same people when it comes back."""

import csv
import io

import openpyxl
import pytest

from influencers.actions.advocates import index_names
from influencers.actions.exporting import csv_lines, sheet_of, workbook
from influencers.actions.imports import batches
from influencers.importing import Code
from influencers.models import Account, Advocate, ContactPoint, Membership, Post
from tests.factories.advocates import AccountFactory, AdvocateFactory
from tests.factories.memberships import MembershipFactory
from tests.factories.programs import PostFactory, ProgramFactory
from tests.influencers.imports.conftest import NOW, everything, outcomes

NASTY = [
    "=1+1", "+44 20 7946 0123", "@maya", "-2+3", "\t=1+1", "\r=1+1", " =1+1", "＝1+1", "'=1+1", '"=1+1', "''", "'twas",
    "\u200b=1", "a\r\nb", "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "Zoë, 李 明; مريم",
    "_x000D_", " edge ", "\x0bv",
]  # fmt: skip


@pytest.fixture
def people(program) -> None:
    """Make people with every nasty text in every place for text."""
    for number, text in enumerate(NASTY):
        person = AdvocateFactory(
            name=text if text.strip() else f"Person {number}", nickname=text[:80], country=text[:80], city=text,
            company=text, topics=text, address=text, notes=text * 3,
            website="https://maya.example/x", birthday="--04-23",
            tags=[text.strip() or "tag", "vip"], extra={"Code": text, text: "x"},
        )  # fmt: skip
        AccountFactory(
            advocate=person, handle=f"handle{number}", followers=number or None, url="https://instagram.com/x"
        )
        AccountFactory(advocate=person, handle=f"second{number}", handle_key=f"second{number}")
        AccountFactory(advocate=person, platform="youtube", handle=f"A title {number}", followers=7)
        ContactPoint.objects.create(advocate=person, kind="email", value=f"p{number}@example.test")
        ContactPoint.objects.create(advocate=person, kind="phone", value=f"+44 {number}")
        MembershipFactory(program=program, advocate=person)
        index_names(person)


def members(program):
    """Return the list as the page has it."""
    return Membership.objects.filter(program=program).order_by("sort_name", "id")


def as_csv(program) -> bytes:
    """Return the list as CSV."""
    return b"".join(csv_lines(sheet_of(members(program))))


def as_xlsx(program) -> bytes:
    """Return the list as XLSX."""
    with workbook(sheet_of(members(program))) as stream:
        return stream.read()


FILES = pytest.mark.parametrize(("export", "name"), [(as_csv, "list.csv"), (as_xlsx, "list.xlsx")])


@FILES
def test_a_list_comes_back_without_a_change(people, program, manager, export, name) -> None:
    before, versions = everything(), list(Advocate.objects.values_list("version", flat=True))

    batch = batches.look_through(
        program=program, by=manager, file_name=name, content=export(program), now=NOW
    )
    assert {outcome for _line, outcome in outcomes(batch)} == {"same"}
    batches.apply(batch=batch, by=manager, seen=batch.fingerprint, now=NOW)

    assert everything() == before
    assert list(Advocate.objects.values_list("version", flat=True)) == versions


@FILES
def test_a_list_makes_the_same_people_elsewhere(people, program, export, name) -> None:
    content, before = export(program), everything()
    Membership.objects.all().delete()
    Advocate.objects.all().delete()
    other = ProgramFactory()
    manager = PostFactory(program=other, role=Post.Role.MANAGER).user

    batch = batches.look_through(program=other, by=manager, file_name=name, content=content, now=NOW)
    batches.apply(batch=batch, by=manager, seen=batch.fingerprint, now=NOW)

    assert everything() == before


def test_no_cell_starts_a_formula_in_csv(people, program) -> None:
    rows = list(csv.reader(io.StringIO(as_csv(program).decode("utf-8-sig"), newline="")))

    cells = [cell for row in rows[1:] for cell in row]
    assert len(rows) == len(NASTY) + 1
    assert [
        cell
        for cell in cells
        if cell.lstrip(" \u200b\"'")[:1] in tuple("=+-@＝") and not cell.startswith("'")
    ] == []


def test_no_cell_is_a_formula_in_xlsx(people, program) -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(program)))

    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert book.active.max_row == len(NASTY) + 1


def test_notes_longer_than_a_spreadsheets_cell_come_back_whole(program, manager) -> None:
    notes = "=long\r\n" * 12_000
    MembershipFactory(program=program, advocate=AdvocateFactory(notes=notes))

    for export, name in ((as_csv, "list.csv"), (as_xlsx, "list.xlsx")):
        batch = batches.look_through(
            program=program, by=manager, file_name=name, content=export(program), now=NOW
        )
        assert outcomes(batch) == [(2, "same")]


def test_an_edited_export_changes_what_was_edited(program, manager) -> None:
    person = AdvocateFactory(name="Maya Chen", notes="old", tags=["vip"])
    MembershipFactory(program=program, advocate=person)
    rows = list(csv.reader(io.StringIO(as_csv(program).decode("utf-8-sig"), newline="")))
    row = dict(zip(rows[0], rows[1], strict=True)) | {
        "Name": "Maya C. Chen",
        "Notes": "new",
        "E-mail": "Maya <m@example.test>",
    }
    text = io.StringIO()
    csv.writer(text).writerows([row.keys(), row.values()])

    batch = batches.look_through(
        program=program, by=manager, file_name="x.csv", content=text.getvalue().encode(), now=NOW
    )

    assert batch.rows.get().changes == {
        "name": ["Maya Chen", "Maya C. Chen"], "notes": ["old", "new"], "email m@example.test": ["", "m@example.test"],
    }  # fmt: skip


def test_a_number_signed_elsewhere_names_nobody_here(program, manager, settings) -> None:
    MembershipFactory(program=program, advocate=AdvocateFactory(name="Somebody Else"))
    content = as_csv(program).replace(b"Somebody Else", b"Quite Another")
    settings.SECRET_KEY = "another installation"

    batch = batches.look_through(program=program, by=manager, file_name="x.csv", content=content, now=NOW)

    assert outcomes(batch) == [(2, "new")]


def test_only_the_columns_that_are_needed_are_there(program) -> None:
    MembershipFactory(program=program)
    assert "TikTok" not in sheet_of(members(program)).header

    AccountFactory(advocate=Advocate.objects.get(), platform=Account.Platform.TIKTOK)
    assert sheet_of(members(program)).header[16:19] == ["TikTok", "TikTok followers", "TikTok address"]


def test_a_long_list_costs_a_few_statements_for_hundreds(program, django_assert_max_num_queries) -> None:
    for _ in range(30):
        MembershipFactory(program=program)

    with django_assert_max_num_queries(6):
        as_csv(program)


def test_every_code_has_words() -> None:
    from influencers.actions.imports.words import WORDS

    assert set(WORDS) == set(Code)
