"""Finding people of a program by what one remembers of their name, handle or e-mail address."""

from typing import Any

from django.db import connection
from django.db.models import BooleanField, CharField, F, FloatField, Func, Value

from influencers.models import Advocate, MembershipQuerySet
from influencers.models.advocates import search_key

ENOUGH = 5  # fewer matches than this, and similar spellings are worth offering as well
SIMILAR = 20
RARE = 3  # letters from which on an index finds a word


def key_of(words: str) -> str:
    """Return what is searched for when somebody types `words`; "" for nothing."""
    return " ".join(word.lstrip("@") for word in search_key(words.replace("\x00", "")).split())


def is_rare(words: str) -> bool:
    """Tell whether an index finds these words: whether one of them has three letters."""
    return any(len(word) >= RARE for word in key_of(words).split())


def matching(rows: MembershipQuerySet, words: str) -> MembershipQuerySet:
    """Return those of `rows` whose name, nickname, handle or e-mail address holds every one of `words`."""
    key = key_of(words)
    return rows.filter(advocate__in=Advocate.objects.matching(key).order_by().values("pk")) if key else rows


def alike(rows: MembershipQuerySet, words: str) -> list[int]:
    """Return the ids of the twenty of `rows` whose names are spelled most like `words`, on PostgreSQL."""
    key = key_of(words)
    if connection.vendor != "postgresql" or not is_rare(words):
        return []
    people = Advocate.objects.alias(alike=SpelledAlike(key)).filter(alike=True).order_by()
    found = rows.filter(advocate__in=people.values("pk"))
    nearest = found.order_by(Alikeness(key, "advocate__search_text").desc())
    return list(nearest.values_list("pk", flat=True)[:SIMILAR])


class SpelledAlike(Func):
    """Whether some part of the search text is spelled like `key`: an operator that the trigram index answers."""

    output_field = BooleanField()
    template = "(%(expressions)s)"
    arg_joiner = " <%% "

    def __init__(self, key: str, **extra: Any) -> None:
        super().__init__(Value(key, output_field=CharField()), F("search_text"), **extra)


class Alikeness(Func):
    """How much alike `key` and some part of a column are, 0 to 1."""

    output_field = FloatField()
    function = "word_similarity"

    def __init__(self, key: str, column: str, **extra: Any) -> None:
        super().__init__(Value(key, output_field=CharField()), F(column), **extra)
