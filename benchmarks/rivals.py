"""Other ways to find the earlier message that words were copied from, on the same messages."""

import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import connection
from rapidfuzz import fuzz, process

from engagement.models import Touchpoint

QUERIES = 20  # they are slow
SHINGLE = 3
Say = Callable[[str, Sequence[float], str], None]


def measure(copies: Sequence[Any], at_most: int, say: Say) -> None:
    """Time each method, and count for how many copies it has the original among its first ten."""
    rows = dict(Touchpoint.objects.gone_out().order_by("pk").values_list("pk", "words")[:at_most])
    asked = [copy for copy in copies if copy.copied_from in rows][:QUERIES]
    if not asked:
        asked = [copy._replace(copied_from=0) for copy in copies[:QUERIES]]
    for method in (_rapidfuzz, _pg_trgm, _datasketch):
        for name, find in method(rows):
            taken, found = [], 0
            for copy in asked:
                began = time.perf_counter()
                first = find(copy.words)
                taken.append((time.perf_counter() - began) * 1000)
                found += copy.copied_from in first
            say(
                f"{name}, {len(rows):,} messages",
                taken,
                f"{found} of {len(asked)} originals in the first ten",
            )


Method = Iterable[tuple[str, Callable[[str], list[int]]]]


def _sorted(words: str) -> str:
    return " ".join(sorted(words.lower().split()))


def _rapidfuzz(rows: dict[int, str]) -> Method:
    texts = {number: _sorted(words) for number, words in rows.items()}

    def find(words: str) -> list[int]:
        best = process.extract(_sorted(words), texts, scorer=fuzz.ratio, processor=None, limit=10)
        return [number for _text, _score, number in best]

    yield "rapidfuzz ratio of sorted words, brute force", find


def _pg_trgm(rows: dict[int, str]) -> Method:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMP TABLE rival AS SELECT id, words FROM engagement_touchpoint WHERE id = ANY(%s)",
            [list(rows)],
        )
        cursor.execute("CREATE INDEX rival_trgm ON rival USING gin (words gin_trgm_ops)")
        cursor.execute("ANALYZE rival")
        cursor.execute("SET pg_trgm.similarity_threshold = 0.55")
        cursor.execute("SELECT pg_relation_size('rival_trgm')")
        size = cursor.fetchone()[0] / len(rows)

    def find(words: str) -> list[int]:
        with connection.cursor() as cursor:
            statement = "SELECT id FROM rival WHERE words %% %s ORDER BY similarity(words, %s) DESC LIMIT 10"
            cursor.execute(statement, [words, words])
            return [number for (number,) in cursor.fetchall()]

    yield f"pg_trgm GIN, similarity 0.55, {size:.0f} bytes each", find


def _datasketch(rows: dict[int, str]) -> Method:
    try:
        from datasketch import MinHash, MinHashLSH
    except ImportError:
        print("  datasketch is not installed: pip install -r benchmarks/requirements.txt")
        return

    def sketch(words: str) -> Any:
        plain, made = words.lower().split(), MinHash(num_perm=64)
        for place in range(max(1, len(plain) - SHINGLE + 1)):
            made.update(" ".join(plain[place : place + SHINGLE]).encode())
        return made

    index = MinHashLSH(threshold=0.4, num_perm=64)
    with index.insertion_session() as session:
        for number, words in rows.items():
            session.insert(number, sketch(words))
    yield "datasketch MinHash LSH, 64 permutations, in memory", lambda words: index.query(sketch(words))
