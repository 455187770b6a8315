"""Fill an empty database with requests, and measure their pages: `python -m benchmarks.precedents --help`.

Words are drawn as people use them, few often and most seldom (Zipf), from a made-up vocabulary.
"""

import argparse
import os
import random
from itertools import accumulate

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.db import connection, transaction  # noqa: E402

from benchmarks.fairness import BATCH, ago, people  # noqa: E402
from benchmarks.pages import logged_in, page, timed  # noqa: E402
from engagement.insights.precedents import numbers, precedents, stems  # noqa: E402
from engagement.models import AdvocateRequest, RequestWord  # noqa: E402
from influencers.actions import programs  # noqa: E402
from influencers.models import Program, User  # noqa: E402

VOCABULARY = 4_000
SYLLABLES = (
    "ba",
    "ke",
    "li",
    "mo",
    "nu",
    "pra",
    "sti",
    "tor",
    "vel",
    "wen",
    "zig",
    "dra",
    "fol",
    "gri",
    "hum",
    "jas",
)
DECISIONS = ("grant", "part", "decline", "defer")
CATEGORIES = AdvocateRequest.Category.values


def vocabulary(chance: random.Random) -> tuple[list[str], list[float]]:
    """Return made-up words, and how often each comes, added up."""
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        found["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))] = None
    return list(found), list(accumulate(1 / (rank + 2) for rank in range(VOCABULARY)))


def ask(program: Program, by: User, members: int, count: int, chance: random.Random) -> None:
    """Make requests, nine of ten decided, and the index of their words."""
    known, (words, often) = people(program, by, members, chance), vocabulary(chance)

    def sentence(least: int, most: int) -> str:
        return " ".join(chance.choices(words, cum_weights=often, k=chance.randint(least, most)))

    for start in range(0, count, BATCH):
        made = []
        for number in range(start, min(start + BATCH, count)):
            at, decision = ago(chance, 1000), chance.choice(DECISIONS) if number % 10 else ""
            settled = {"state": "decided", "decision": decision, "reason": sentence(5, 12), "decided_by": by,
                       "decided_at": at, "instead": "A call", "look_again_on": at.date()}  # fmt: skip
            made.append(AdvocateRequest(
                membership=chance.choice(known), words=sentence(6, 40), need=sentence(5, 15), asked_on=at.date(),
                category=chance.choice(CATEGORIES), owner=by, due_on=at.date(), overdue_from=at.date(),
                impact=chance.randint(1, 3), urgency=chance.randint(1, 3), assessed_by=by, assessed_at=at,
                **(settled if decision else {}),
            ))  # fmt: skip
        AdvocateRequest.objects.bulk_create(made)
        RequestWord.objects.bulk_create(
            [
                RequestWord(advocate_request=wish, program_id=program.pk, word=word)
                for wish in made if wish.decision for word in numbers(stems(wish.words, wish.need))
            ],
            BATCH,
        )  # fmt: skip


def fill(wanted: argparse.Namespace) -> None:
    """Make everything."""
    admin = User.objects.create_superuser("bench@example.test", "benchmark", name="Bench Mark")
    program = programs.found(by=admin, name="Benchmark", slug="bench", time_zone="Europe/Berlin")
    with transaction.atomic():
        ask(program, admin, wanted.members, wanted.requests, random.Random(1))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def measure(times: int) -> None:
    """Measure finding precedents alone, the page of a request, and the list."""
    client = logged_in()
    program = Program.objects.get(slug="bench")
    open_ones = list(AdvocateRequest.objects.undecided().order_by("pk").select_related("membership")[:times])
    timed("precedents", times, lambda number: precedents(open_ones[number], program))
    pages = {
        "page of a request": lambda number: f"/bench/requests/{open_ones[number].pk}/",
        "list, waiting": lambda number: "/bench/requests/",
        "list, greatest need first": lambda number: "/bench/requests/?show=waiting&sort=need",
        "list, by words": lambda number: "/bench/requests/?show=waiting&q=prastor",
    }
    for what, address in pages.items():
        page(what, client, address, times)


def main() -> None:
    """Fill the database unless it is, then measure. In brackets: statements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--members", type=int, default=5_000)
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--times", type=int, default=60)
    parser.add_argument("--filled", action="store_true", help="measure again in the same database")
    wanted = parser.parse_args()
    if not wanted.filled:
        if Program.objects.exists():
            raise SystemExit("Set DATABASE_URL to an empty database first.")
        fill(wanted)
    measure(wanted.times)


if __name__ == "__main__":
    main()
