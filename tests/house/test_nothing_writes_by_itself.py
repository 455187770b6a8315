"""No task, signal or schedule can write to an advocate."""

import ast
import datetime as dt
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from engagement.models import Touchpoint
from engagement.schedules import SCHEDULE
from tests.factories import MembershipFactory

ROOT = Path(__file__).resolve().parents[2]
AUTHORING = {"engagement.actions.messages", "engagement.actions.touchpoints", "engagement.actions.entries"}
RUN_BY_THEMSELVES = [
    "engagement.tasks",
    "influencers.tasks",
    "config.tasks",
    "engagement.apps",
    "influencers.apps",
]


def file_of(module: str) -> Path | None:
    """Return the file of one of our modules."""
    path = ROOT / module.replace(".", "/")
    return next((file for file in (path.with_suffix(".py"), path / "__init__.py") if file.is_file()), None)


def imported_by(module: str) -> set[str]:
    """Return the modules that `module` imports, itself or at run time inside a function."""
    file = file_of(module)
    if file is None:
        return set()
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return {
        name
        for name in found
        if name.split(".")[0] in ("engagement", "influencers", "config") and file_of(name)
    }


def reached_from(module: str) -> set[str]:
    """Return all of our modules that `module` reaches by imports."""
    reached, ahead = set(), [module]
    while ahead:
        name = ahead.pop()
        if name not in reached:
            reached.add(name)
            ahead += imported_by(name)
    return reached


@pytest.mark.parametrize("module", RUN_BY_THEMSELVES)
def test_what_runs_by_itself_reaches_nothing_that_makes_a_message(module: str) -> None:
    assert reached_from(module) & AUTHORING == set()


def test_the_modules_that_make_messages_are_where_this_test_looks() -> None:
    assert [name for name in sorted(AUTHORING) if file_of(name) is None] == []


def test_the_schedule_rings_only_tasks_of_these_modules() -> None:
    assert {entry.task.split(".")[0] for entry in SCHEDULE} <= {"engagement", "influencers", "config"}


def test_what_runs_by_itself_sends_mail_only_through_the_digest() -> None:
    reached = set().union(*(reached_from(module) for module in RUN_BY_THEMSELVES))
    senders = {name for name in reached if (file := file_of(name)) and "django.core.mail" in file.read_text()}

    assert senders == {"engagement.actions.digest_mail"}


@pytest.mark.parametrize("module", ["engagement/actions/digests.py", "engagement/actions/digest_mail.py"])
def test_the_digest_knows_no_advocate_s_address(module: str) -> None:
    names = {
        getattr(node, "id", None) or getattr(node, "attr", None) or getattr(node, "name", None)
        for node in ast.walk(ast.parse((ROOT / module).read_text()))
    }

    assert names & {"ContactPoint", "contact_points", "Account"} == set()


@pytest.mark.django_db
@pytest.mark.parametrize("standing", ["sent", "held", "elsewhere"])
def test_the_database_refuses_words_of_ours_without_an_author(standing: str) -> None:
    member = MembershipFactory()
    when = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)

    with pytest.raises(IntegrityError), transaction.atomic():
        Touchpoint.objects.create(
            program=member.program, kind="message", direction="out", standing=standing, words="Dear Maya, the press …",
            checked_words="Dear Maya, the press …", checked_at=when, check_version="1", verdict="pass",
            recipient=member, happened_at=when,
        )  # fmt: skip

    assert not Touchpoint.objects.exists()
