"""`manage.py import_advocates`: what it reports, what it writes, and how it ends."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command

from influencers.models import Account, Advocate, ImportBatch, Membership, Post, Program
from tests.factories.programs import PostFactory, ProgramFactory, UserFactory

LIST = "Name,Instagram,Followers\r\nMaya Chen,maya,12K\r\nTom Ray,tom,N/A\r\n"


@pytest.fixture
def file(tmp_path) -> Path:
    """Return a list of two people."""
    path = tmp_path / "list.csv"
    path.write_text(LIST)
    return path


def run(file: Path, *arguments: str, program: str = "press") -> tuple[int, dict]:
    """Run the command; return how it ended and its report."""
    out = io.StringIO()
    code = 0
    try:
        call_command(
            "import_advocates", str(file), "--program", program, "--format", "json", *arguments, stdout=out
        )
    except SystemExit as end:
        code = end.code
    return code, json.loads(out.getvalue())


@pytest.mark.django_db
def test_it_reports_what_it_did(file) -> None:
    code, report = run(file, "--create-program")

    assert code == 0
    counts = {
        name: report[name]
        for name in ("rows", "people", "new", "changed", "same", "conflict", "unreadable", "skipped")
    }
    assert counts == {
        "rows": 2, "people": 2, "new": 2, "changed": 0, "same": 0, "conflict": 0, "unreadable": [], "skipped": [],
    }  # fmt: skip
    assert report["columns"] == {"Name": "name", "Instagram": "instagram", "Followers": "followers"}
    assert report["notes"] == [
        {"line": 3, "note": "Followers: “N/A” is no number that can be read; it stays unknown."}
    ]
    assert set(Membership.objects.values_list("status", "program__slug")) == {("prospect", "press")}


@pytest.mark.django_db
def test_a_dry_run_writes_nothing_not_even_the_program(file) -> None:
    code, report = run(file, "--create-program", "--dry-run")

    assert (code, report["new"]) == (0, 2)
    assert not Program.objects.exists()
    assert not Advocate.objects.exists()


@pytest.mark.django_db
def test_the_same_file_again_is_all_the_same(file) -> None:
    run(file, "--create-program")

    code, report = run(file)

    assert (code, report["new"], report["changed"], report["same"]) == (0, 0, 0, 2)
    assert ImportBatch.objects.count() == 2


@pytest.mark.django_db
def test_a_new_program_belongs_to_the_administrator(file) -> None:
    admin = UserFactory(is_superuser=True)

    run(file, "--create-program")

    assert Post.objects.get().user == admin


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "There is no program press"),
        (("--create-program", "--as", "nobody@example.test"), "Nobody logs in as"),
        (
            ("--create-program", "--map", "name=Nothing"),
            "There is no column Nothing. There are: Name, Instagram",
        ),
        (("--create-program", "--map", "shoe=Name"), "shoe is nothing that a column can be"),
        (("--create-program", "--counted-on", "tomorrow"), "tomorrow is no date"),
        (("--create-program", "--encoding", "utf-8-oops"), "cannot be read as utf-8-oops"),
    ],
)
def test_what_it_will_not_do_it_says_and_leaves_nothing(file, arguments, said) -> None:
    code, report = run(file, *arguments)

    assert code == 2
    assert said in report["error"]
    assert not Program.objects.exists()


@pytest.mark.django_db
def test_a_file_that_is_not_there_is_said(tmp_path) -> None:
    code, report = run(tmp_path / "gone.csv", "--create-program")

    assert code == 2
    assert "gone.csv" in report["error"]


@pytest.mark.django_db
def test_a_refused_file_names_its_line_and_leaves_nothing(file) -> None:
    file.write_text('Name,Instagram\r\nMaya,maya\r\nTom,"tom\r\n')

    code, report = run(file, "--create-program")

    assert (code, report["line"], report["code"]) == (2, 3, "open_quote")
    assert not Program.objects.exists()


def test_whose_import_it_is_must_manage_the_program(file, db) -> None:
    program = ProgramFactory(slug="press")
    staff = PostFactory(program=program, role=Post.Role.STAFF).user
    manager = PostFactory(program=program, role=Post.Role.MANAGER).user

    assert run(file, "--as", staff.email)[0] == 2
    assert not Advocate.objects.exists()
    assert run(file, "--as", manager.email.upper())[0] == 0
    assert Advocate.history.first().history_user == manager


@pytest.mark.django_db
def test_columns_can_be_said_by_header_and_by_number(file) -> None:
    file.write_text("A,B,C\r\nMaya Chen,maya,m@example.test\r\n")

    code, report = run(file, "--create-program", "--map", "name=A", "tiktok=2", "--map", "email=c")

    assert code == 0
    assert report["columns"] == {"A": "name", "B": "tiktok", "C": "email"}
    assert Account.objects.get().platform == "tiktok"


@pytest.mark.django_db
def test_a_file_without_header_is_asked_about_and_nobody_is_lost(file) -> None:
    file.write_text("Maya Chen,maya.c,maya@example.test\r\nTom Ray,tom.r,tom@example.test\r\n")

    assert run(file, "--create-program", "--dry-run")[1]["people"] == 2
    code, report = run(file, "--create-program")
    assert code == 2
    assert "--map name=1 handle=2 email=3" in report["error"]
    assert report["people"] == 2
    assert not Advocate.objects.exists()

    assert run(file, "--create-program", "--map", "name=1", "instagram=2", "email=3")[0] == 0
    assert {person.name for person in Advocate.objects.all()} == {"Maya Chen", "Tom Ray"}


@pytest.mark.django_db
def test_the_order_of_dates_can_be_said(file) -> None:
    file.write_text("Name,Instagram,Joined\r\nMaya,maya,03/04/2026\r\n")
    assert any("two days" in text for text in run(file, "--create-program", "--dry-run")[1]["messages"])

    run(file, "--create-program", "--date-order", "dmy")

    assert Advocate.objects.get().extra == {"Joined": "2026-04-03"}


@pytest.mark.django_db
def test_for_people_it_writes_text(file, capsys) -> None:
    call_command("import_advocates", str(file), "--program", "press", "--create-program", "--dry-run")

    told = capsys.readouterr().out
    assert "Instagram → instagram" in told
    assert "2 rows are 2 people:" in told


@pytest.mark.data
@pytest.mark.django_db
def test_every_file_of_the_data_sets_ends_as_its_manifest_says(data) -> None:
    folder = data / "imports"
    for name, entry in json.loads((folder / "manifest.json").read_text()).items():
        slug, expect = Path(name).stem, entry["expect"]
        mapped = ("--map", "name=1") if "no-header" in name else ()
        code, report = run(folder / name, "--create-program", *mapped, program=slug)
        if {"error", "error_line", "events"} & set(expect):
            assert code == 2, name
            assert report.get("line") == expect.get("error_line"), name
            assert not Program.objects.filter(slug=slug).exists(), name
            continue
        assert code == 0, name
        assert report["people"] == report["new"] == expect.get("people", report["new"]), name
        assert report["conflict"] == expect.get("conflicts", 0), name
        again = run(folder / name, *mapped, program=slug)[1]
        assert (again["new"], again["changed"], again["people"]) == (0, 0, report["people"]), name


@pytest.mark.data
@pytest.mark.django_db
def test_months_of_lists_are_the_same_people(data) -> None:
    for month in ("11", "12"):
        code, report = run(data / "imports" / "real" / f"instagram-2022-{month}.csv", "--create-program")
        assert code == 0

    assert report["conflict"] == 0
    assert report["changed"] > 300
    keys = list(Account.objects.values_list("platform", "handle_key"))
    assert len(keys) == len(set(keys))
