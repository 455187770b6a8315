"""A program, who manages it, and files made in the test."""

import datetime as dt
from collections.abc import Callable

import pytest

from influencers.actions.imports import batches
from influencers.actions.imports.answers import Answers
from influencers.models import Advocate, ImportBatch, Post, Program, User
from tests.factories.programs import PostFactory, ProgramFactory

NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
Import = Callable[..., ImportBatch]


@pytest.fixture
def program(db) -> Program:
    """Return a program."""
    return ProgramFactory(slug="press")


@pytest.fixture
def manager(program) -> User:
    """Return who manages the program."""
    return PostFactory(program=program, role=Post.Role.MANAGER).user


@pytest.fixture
def look(program, manager) -> Import:
    """Return what looks through a file of these lines."""

    def look_through(*lines: str, name: str = "list.csv", at: dt.datetime = NOW, **answers) -> ImportBatch:
        content = "".join(f"{line}\r\n" for line in lines).encode()
        return batches.look_through(
            program=program, by=manager, file_name=name, content=content, now=at, answers=Answers(**answers)
        )

    return look_through


@pytest.fixture
def bring(look, manager) -> Import:
    """Return what imports a file of these lines."""

    def bring_in(*lines: str, at: dt.datetime = NOW, **more) -> ImportBatch:
        batch = look(*lines, at=at, **more)
        return batches.apply(batch=batch, by=manager, seen=batch.fingerprint, now=at)

    return bring_in


def outcomes(batch: ImportBatch) -> list[tuple[int, str]]:
    """Return what became of each row."""
    return list(batch.rows.values_list("line", "outcome"))


def everything() -> list[dict]:
    """Return all that is known of everybody, without keys and times."""
    people = Advocate.objects.order_by("sort_name", "pk").prefetch_related(
        "accounts", "contact_points", "memberships"
    )
    return [
        {
            **{
                name: getattr(person, name)
                for name in (
                    "name",
                    "nickname",
                    "country",
                    "city",
                    "birthday",
                    "topics",
                    "company",
                    "address",
                    "website",
                    "notes",
                )
            },
            "tags": person.tags,
            "extra": person.extra,
            "search": sorted(person.search_text.splitlines()),
            "accounts": sorted(
                (row.platform, row.handle, row.url, row.followers or -1) for row in person.accounts.all()
            ),
            "contacts": sorted((row.kind, row.value) for row in person.contact_points.all()),
            "statuses": sorted(row.status for row in person.memberships.all()),
        }
        for person in people
    ]
