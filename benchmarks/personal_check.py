"""The personal check among many earlier messages: `python -m benchmarks.personal_check --messages N`. See README.md."""

import argparse
import os
import random
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.db import connection  # noqa: E402

from benchmarks import history, rivals  # noqa: E402
from benchmarks.letters import Letters  # noqa: E402
from benchmarks.server import figures  # noqa: E402
from engagement.actions import messages  # noqa: E402
from engagement.models import DatabaseIndex, Segment, Touchpoint  # noqa: E402
from engagement.personalization.fingerprints import fingerprints  # noqa: E402
from engagement.personalization.message import PastMessage  # noqa: E402
from influencers import clock  # noqa: E402
from influencers.models import Membership, Program, User  # noqa: E402

TABLES = ("engagement_block", "engagement_segment", "engagement_fingerprint", "engagement_erased")


class Draft(NamedTuple):
    """Words to be judged; `copied_from` is the earlier message they are made of, 0 for one's own."""

    words: str
    copied_from: int = 0


def drafts(count: int, earlier: int, letters: Letters) -> list[Draft]:
    """Half of one's own, half reworded, pasted or sent again as they are."""
    chance, made = random.Random(5), []
    for place in range(count):
        number = chance.randint(1, earlier)
        words = Touchpoint.objects.values_list("words", flat=True).get(pk=number)
        change = (letters.reworded, letters.pasted, str)[place % 3]
        made.append(
            Draft(change(words), number) if place % 2 else Draft(letters.own(chance.choice((2, 3, 5, 9))))
        )
    return made


def cpu(work: Callable[..., Any], *args: Any, **kwargs: Any) -> float:
    """Return the milliseconds that processors worked, PostgreSQL's included: on a crowded machine the fairer figure."""
    began, backend = time.process_time(), in_database()
    work(*args, **kwargs)
    return (time.process_time() - began) * 1000 + in_database() - backend


def in_database() -> float:
    """Return the milliseconds a processor has worked for our connection to PostgreSQL on this machine; 0 for SQLite."""
    if connection.vendor != "postgresql":
        return 0.0
    pid = connection.connection.info.backend_pid
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e6


def timed(work: Callable[..., Any], *args: Any, **kwargs: Any) -> tuple[float, Any]:
    """Return (milliseconds, what the work returned)."""
    began = time.perf_counter()
    result = work(*args, **kwargs)
    return (time.perf_counter() - began) * 1000, result


def say(name: str, taken: Sequence[float], more: str = "") -> None:
    """Print one line."""
    p50, p95 = figures(list(taken))
    print(f"  {name:<58}{p50:9.2f}{p95:9.2f}   {more}", flush=True)


def member(place: int) -> Membership:
    """Somebody to write to, fetched as a page fetches them."""
    return Membership.objects.select_related("advocate", "program", "role").get(
        pk=history.known(place % history.KNOWN)
    )


def measure_checks(asked: Sequence[Draft], by: User) -> None:
    """The whole check as the server makes it: record, retrieval, measuring; and retrieval alone."""
    whole, lookup, found, outcomes = [], [], [], {"pass": 0, "warn": 0, "block": 0}
    for place, draft in enumerate([*asked[:20], *asked]):
        person = member(place)
        taken, verdict = timed(messages.check, membership=person, by=by, words=draft.words, now=clock.now())
        if place >= 20:
            whole.append(taken)
            outcomes[verdict.outcome.value] += bool(draft.copied_from)
    index = DatabaseIndex()

    def lookup_of(words: str) -> Sequence[PastMessage]:
        return index.candidates(fingerprints(words))

    for draft in asked:
        taken, past = timed(lookup_of, draft.words)
        lookup.append(taken)
        found += [str(draft.copied_from) in {message.id for message in past}] if draft.copied_from else []
    own = [
        cpu(messages.check, membership=member(place), by=by, words=draft.words, now=clock.now())
        for place, draft in enumerate(asked)
    ]
    say("the whole personal check", whole, f"copies: {outcomes}")
    say("the whole personal check, work of processors alone", own)
    say(
        "of it: finding earlier messages",
        lookup,
        f"{sum(found)} of {len(found)} originals among those proposed",
    )


def measure_writing(by: User, letters: Letters, times: int) -> None:
    """Writing a message with the fingerprints and without; one after the other, so that both see the same machine."""
    taken: dict[bool, list[float]] = {True: [], False: []}
    refused = 0
    for place in range(2 * times):
        person, words = member(place // 2), letters.own(3)
        without = patch.object(messages, "index_words") if place % 2 else nullcontext()
        try:
            with without:
                milliseconds, _touch = timed(
                    messages.write, membership=person, by=by, words=words, now=clock.now()
                )
            taken[not place % 2].append(milliseconds)
        except messages.NotPersonal:
            refused += 1
    say("writing a message", taken[True], f"{refused} of {2 * times} refused")
    say("writing a message, its fingerprints left out", taken[False])
    more = [
        with_it - without
        for with_it, without in zip(figures(taken[True]), figures(taken[False]), strict=True)
    ]
    print(f"  {'more for the fingerprints':<58}{more[0]:9.2f}{more[1]:9.2f}", flush=True)


PAGES = """
SELECT (page_count - freelist_count) * page_size
  FROM pragma_page_count, pragma_freelist_count, pragma_page_size
"""


def size() -> int:
    """Return the bytes of the index; in SQLite of all pages in use."""
    statement = PAGES
    if connection.vendor == "postgresql":
        statement = "SELECT " + " + ".join(f"pg_total_relation_size('{table}')" for table in TABLES)
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return int(cursor.fetchone()[0])


def fill(count: int, letters: Letters) -> None:
    """Store the messages, index them, and say what that took."""
    if Program.objects.exists():
        raise SystemExit("Set DATABASE_URL to an empty database of its own first, or say --filled.")
    seconds, _filled = timed(history.fill, count, letters)
    print(f"{connection.vendor}: {count:,} earlier messages stored in {seconds / 1000:.0f} s", flush=True)
    before = size()
    seconds, _none = timed(history.index)
    print(f"  indexed in bulk in {seconds / 1000:.0f} s", flush=True)
    each = (size() - before) / count
    print(f"  {each:.1f} bytes of index a message, {Segment.objects.count()} segments", flush=True)


def main() -> None:
    """Fill the database unless it is filled, measure, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument("--filled", action="store_true", help="measure again in a database that this filled")
    parser.add_argument("--checks", type=int, default=400)
    parser.add_argument("--writes", type=int, default=150)
    parser.add_argument(
        "--rivals", type=int, default=100_000, help="at most so many messages for slow methods"
    )
    wanted = parser.parse_args()
    letters = Letters(1)
    if not wanted.filled:
        fill(wanted.messages, letters)
    by = User.objects.get(email="bench@example.test")
    asked = drafts(wanted.checks, wanted.messages, Letters(random.randrange(10**9)))
    print(f"  {'milliseconds':<58}{'p50':>9}{'p95':>9}")
    measure_checks(asked, by)
    measure_writing(by, Letters(random.randrange(10**9)), wanted.writes)
    if wanted.rivals:
        rivals.measure([draft for draft in asked if draft.copied_from], wanted.rivals, say)
    print(f"  load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


if __name__ == "__main__":
    main()
