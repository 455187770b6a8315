"""Fill an empty PostgreSQL database with a program of many advocates: `python -m benchmarks.generate --help`."""

import argparse
import datetime as dt
import os
import time
from collections.abc import Iterable
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.apps import apps  # noqa: E402
from django.db import connection  # noqa: E402

from benchmarks.words import Speech  # noqa: E402
from engagement.actions import message_index, touch_state  # noqa: E402
from engagement.personalization.fingerprints import digest, fingerprints  # noqa: E402
from influencers.actions import cadence, programs  # noqa: E402
from influencers.models import Post, Program, Tier, User  # noqa: E402
from influencers.models.advocates import search_key  # noqa: E402

NOW = dt.datetime.now(dt.UTC)
TODAY = NOW.date()
KINDS = (
    ("call", "both"), ("lunch", "both"), ("meeting", "both"), ("message", "in"), ("message", "out"), ("comment", "in"),
    ("comment", "out"), ("like", "out"), ("repost", "in"), ("message", "out"),
)  # fmt: skip


def copy(table: str, columns: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Send `rows` to `table`: by COPY, or to SQLite in one statement made ready once."""
    others = _defaults(table, columns)
    columns = ",".join([columns, *others])
    rows = ((*row, *others.values()) for row in rows)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            places = ", ".join("?" * (columns.count(",") + 1))
            plain = ([_plain(value) for value in row] for row in rows)
            cursor.cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", plain)
            return
        with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as sink:
            for row in rows:
                sink.write_row(row)


def _defaults(table: str, columns: str) -> dict[str, Any]:
    """Return the columns that must hold something and are not named, with what Django puts there."""
    model = next(model for model in apps.get_models() if model._meta.db_table == table)
    named = {name.strip() for name in columns.split(",")}
    return {
        field.column: field.get_db_prep_save(field.get_default(), connection)
        for field in model._meta.concrete_fields
        if not (field.null or field.primary_key or field.generated or field.column in named)
    }


def _plain(value: Any) -> Any:
    """A value as Django keeps it in SQLite."""
    if isinstance(value, dt.datetime):
        return str(value.astimezone(dt.UTC).replace(tzinfo=None))
    return str(value) if isinstance(value, dt.date) else value


def staff() -> tuple[Program, list[User]]:
    """Return the program and its twenty colleagues; `bench@example.test` with password `benchmark` is their admin."""
    admin = User.objects.create_superuser("bench@example.test", "benchmark", name="Bench Mark")
    program = programs.found(by=admin, name="Benchmark", slug="bench", time_zone="Europe/Berlin")
    users = [admin]
    for number in range(19):
        user = User.objects.create_user(f"colleague{number}@example.test", None, name=f"Colleague {number}")
        Post(user=user, program=program, role="staff").save_as(admin)
        users.append(user)
    for rank, name in enumerate(("Gold", "Silver", "Bronze"), 1):
        Tier(program=program, name=name, rank=rank).save_as(admin)
    return program, users


def people(program: Program, users: list[User], count: int, speech: Speech) -> None:
    """Make the advocates with accounts, memberships, roles and terms."""
    chance, tiers = speech.chance, list(program.tiers.values_list("pk", flat=True))
    names = [speech.name() for _ in range(count)]
    handles = [f"{search_key(name).replace(' ', '.')}{number}" for number, name in enumerate(names, 1)]
    copy(
        "influencers_advocate",
        "id,created_at,updated_at,version,name,nickname,pronouns,country,city,language,time_zone,birthday,topics,company,"
        "address,website,notes,tags,extra,sort_name,first_key,search_text",
        (
            (n, NOW, NOW, 1, name, "", "", chance.choice(("Germany", "Spain", "Japan", "Ghana")), "", "", "", "",
             chance.choice(("letterpress", "posters", "riso")), "", "", "", "", "[]", "{}", search_key(name),
             search_key(name).split()[0], f"{search_key(name)}\n{handle}\n{handle}@example.test")
            for n, (name, handle) in enumerate(zip(names, handles, strict=True), 1)
        ),
    )  # fmt: skip
    platforms = ("instagram", "youtube", "tiktok")
    copy(
        "influencers_account", "id,advocate_id,platform,handle,handle_key,url,followers",
        ((n, n, platforms[n % 3], handle, handle, "", int(chance.paretovariate(1.1) * 1000)) for n, handle in enumerate(handles, 1)),
    )  # fmt: skip
    joined = [TODAY - dt.timedelta(days=chance.randint(10, 900)) for _ in range(count)]
    status = ["active" if n % 10 < 8 else "prospect" for n in range(1, count + 1)]
    copy(
        "influencers_membership",
        "id,created_at,updated_at,version,advocate_id,program_id,status,tier_id,owner_id,joined_on,review_on,come_from,"
        "not_joined_because,sort_name",
        (
            (n, NOW, NOW, 1, n, program.pk, "welcoming" if status[n - 1] == "active" else "prospect", tiers[n % 3],
             users[n % len(users)].pk, joined[n - 1] if status[n - 1] == "active" else None, None, "", "", search_key(names[n - 1]))
            for n in range(1, count + 1)
        ),
    )  # fmt: skip
    members = [n for n in range(1, count + 1) if status[n - 1] == "active"]
    copy(
        "influencers_role", "id,membership_id,title,statement,since,told_on,told_by_id,told_how",
        ((n, n, "Voice", "Tries what is new and tells us what is wrong.", joined[n - 1], joined[n - 1], users[0].pk, "Call") for n in members),
    )  # fmt: skip
    copy(
        "influencers_term", "membership_id,starts_on,ends_on,note",
        ((n, joined[n - 1], joined[n - 1] + dt.timedelta(days=365 * (1 + (TODAY - joined[n - 1]).days // 365)), "") for n in members),
    )  # fmt: skip


def touches(program: Program, users: list[User], advocates: int, count: int, speech: Speech) -> None:
    """Make the touchpoints, who took part, and the fingerprints of what went out."""
    chance = speech.chance
    members = [n for n in range(1, advocates + 1) if n % 10 < 8]
    rows, parts, marks = [], [], []
    for number in range(1, count + 1):
        kind, direction = KINDS[number % len(KINDS)]
        member = (
            members[int(chance.random() ** 2 * len(members))]
            if number > len(members)
            else members[number - 1]
        )
        at = NOW - dt.timedelta(minutes=int(chance.random() ** 2 * 700 * 1440) + 5)
        words = "" if kind == "like" else speech.words(8, 45)
        out = direction == "out" and words
        user = users[number % len(users)].pk
        standing = "none" if not words else "received" if direction == "in" else "sent" if out else "note"
        rows.append(
            (number, at, at, 1, words, standing, member if out else None, None if direction == "in" else user,
             "pass" if out else "", "[]", words if out else "", "1" if out else "", at if out else None,
             digest(words) if out else "", "", "", program.pk, kind, direction, "", at, user, "logged", "", False, "")
        )  # fmt: skip
        parts.append((number, member, at))
        if out:
            marks.extend((mark, number) for mark in set(fingerprints(words)))
        if number % 50_000 == 0 or number == count:
            _store(rows, parts, marks)
            rows, parts, marks = [], [], []
            print(f"  {number:,} touchpoints", flush=True)


def _store(rows: list[Any], parts: list[Any], marks: list[Any]) -> None:
    copy(
        "engagement_touchpoint",
        "id,created_at,updated_at,version,words,standing,recipient_id,author_id,verdict,findings,checked_words,check_version,"
        "checked_at,words_digest,vouch_reason,writers_sentence,program_id,kind,direction,channel,happened_at,logged_by_id,origin,"
        "link,needs_answer,client_token",
        rows,
    )
    copy("engagement_participation", "touchpoint_id,membership_id,happened_at", parts)
    copy("engagement_fingerprint", "hash,touchpoint_id", marks)


SETTLE = "UPDATE influencers_membership SET role_id = id, status = 'active' WHERE status = 'welcoming'"
PROMISES = """
SELECT now(), now(), 1, id, 'us', 'Send the sample', current_date + (id % 40)::int - 10,
       current_date + (id % 40)::int - 9, owner_id, 'open'
FROM influencers_membership WHERE status = 'active' AND id % 40 = 1
"""
REQUESTS = """
SELECT now(), now(), 1, id, 'Could I try the new one?', 'access', current_date - 9, owner_id,
       current_date + (id % 30)::int - 5, current_date + (id % 30)::int - 4, 'open'
FROM influencers_membership WHERE status = 'active' AND id % 90 = 1
"""


def settle() -> None:
    """Give every member their role, and some of them promises and requests."""
    with connection.cursor() as cursor:
        cursor.execute(SETTLE)
    promises = "created_at,updated_at,version,membership_id,made_by,text,due_on,overdue_from,owner_id,state"
    requests = "created_at,updated_at,version,membership_id,words,category,asked_on,owner_id,due_on,overdue_from,state"
    for table, columns, sql in (
        ("engagement_promise", promises, PROMISES), ("engagement_advocaterequest", requests, REQUESTS)
    ):  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute(sql)
            found = cursor.fetchall()
        copy(table, columns, found)


def main() -> None:
    """Fill the database, then say what is in it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--advocates", type=int, default=10_000)
    parser.add_argument("--touchpoints", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    if connection.vendor != "postgresql" or Program.objects.exists():
        raise SystemExit("Set DATABASE_URL to an empty PostgreSQL database first.")
    began, speech = time.perf_counter(), Speech(wanted.seed)
    program, users = staff()
    people(program, users, wanted.advocates, speech)
    with connection.cursor() as cursor:  # so that the touchpoints find their members active
        for name in ("advocate", "account", "membership", "role"):
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('influencers_{name}', 'id'), max(id)) FROM influencers_{name}"
            )
    touches(program, users, wanted.advocates, wanted.touchpoints, speech)
    cadence.refresh_program(program, NOW)
    settle()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT setval(pg_get_serial_sequence('engagement_touchpoint', 'id'), max(id)) FROM engagement_touchpoint"
        )
    touch_state.rebuild_program(program, NOW)
    message_index.pack(at_least=1)
    message_index.fold()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    print(
        f"Made {wanted.advocates:,} advocates and {wanted.touchpoints:,} touchpoints in {time.perf_counter() - began:.0f} s."
    )


if __name__ == "__main__":
    main()
