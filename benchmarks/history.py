"""A program with so many earlier messages, imported, and people to write to about whom something is known."""

import datetime as dt
import random

from django.db import connection

from benchmarks.generate import NOW, copy, people, staff
from benchmarks.letters import Letters
from benchmarks.words import Speech
from engagement.actions import message_index
from engagement.models import Touchpoint
from influencers.models import Program, User

CHUNK = 20_000
KNOWN = 200  # people somebody writes to while measuring
SAID = 10  # what is on record of each


def fill(count: int, letters: Letters) -> tuple[Program, list[User]]:
    """Store `count` earlier messages to one in twenty as many people, at least 2,000."""
    program, users = staff()
    advocates = max(10 * KNOWN, count // 20)
    people(program, users, advocates, Speech(1))
    for start in range(1, count + 1, CHUNK):
        numbers = range(start, min(start + CHUNK, count + 1))
        _messages(program, users, advocates, [(number, letters.letter()) for number in numbers])
    _heard(program, users, count, letters)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for table in ("engagement_touchpoint", "influencers_advocate", "influencers_membership"):
                cursor.execute(
                    f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"
                )
            cursor.execute("VACUUM ANALYZE")
    return program, users


def _messages(program: Program, users: list[User], advocates: int, letters: list[tuple[int, str]]) -> None:
    chance = random.Random(letters[0][0])
    to = {number: 10 * chance.randint(0, advocates // 10 - 1) + chance.randint(1, 7) for number, _ in letters}
    at = NOW - dt.timedelta(days=30)
    copy(
        "engagement_touchpoint",
        "id,created_at,updated_at,version,words,standing,recipient_id,author_id,verdict,findings,checked_words,"
        "check_version,words_digest,vouch_reason,writers_sentence,program_id,kind,direction,channel,happened_at,"
        "logged_by_id,origin,link,needs_answer,client_token",
        (
            (number, at, at, 1, words, "imported", to[number], users[number % 20].pk, "", "[]", "", "", "", "", "",
             program.pk, "message", "out", "", at, users[number % 20].pk, "import", "", False, "")
            for number, words in letters
        ),
    )  # fmt: skip
    copy(
        "engagement_participation",
        "touchpoint_id,membership_id,happened_at",
        ((number, member, at) for number, member in to.items()),
    )


def _heard(program: Program, users: list[User], count: int, letters: Letters) -> None:
    """What the people said to whom somebody writes while measuring."""
    said = [(count + 1 + place, known(place % KNOWN)) for place in range(KNOWN * SAID)]
    at = NOW - dt.timedelta(days=10)
    copy(
        "engagement_touchpoint",
        "id,created_at,updated_at,version,words,standing,author_id,verdict,findings,checked_words,check_version,"
        "words_digest,vouch_reason,writers_sentence,program_id,kind,direction,channel,happened_at,logged_by_id,origin,"
        "link,needs_answer,client_token",
        (
            (number, at, at, 1, letters.own(2), "note", users[0].pk, "", "[]", "", "", "", "", "", program.pk, "call",
             "both", "", at, users[0].pk, "logged", "", False, "")
            for number, _member in said
        ),
    )  # fmt: skip
    copy(
        "engagement_participation",
        "touchpoint_id,membership_id,happened_at",
        ((number, member, at) for number, member in said),
    )


def known(place: int) -> int:
    """The membership of the so-manieth person somebody writes to."""
    return 10 * place + 1


def index() -> None:
    """Index all there is, as an import of history does."""
    reached = 0
    while True:
        rows = Touchpoint.objects.gone_out().filter(pk__gt=reached).order_by("pk").values_list("pk", "words")
        portion = dict(rows[:CHUNK])
        if not portion:
            break
        reached = max(portion)
        message_index.index_history(portion)
    message_index.fold()
