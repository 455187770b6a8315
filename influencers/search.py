"""Finding people of a program by what one remembers of their name, handle or e-mail address."""

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import BooleanField, CharField, F, FloatField, Func, Value

from influencers.models import Advocate, Membership, MembershipQuerySet, Program
from influencers.models.advocates import search_key

ENOUGH = 5  # fewer exact matches than this, and similar spellings are offered as well
MANY = 1000  # more than this, and sorting finds the first page sooner than a list of all of them
SIMILAR = 20
RARE = 3  # letters from which on few people match, and an index finds them


@dataclass(frozen=True, slots=True)
class Found:
    """Memberships that match. `guessed` tells that some are only spelled alike."""

    rows: MembershipQuerySet
    guessed: bool = False


def search(rows: MembershipQuerySet, program: Program, words: str) -> Found:
    """Return those of `rows` whose name, nickname, handle or e-mail address holds every one of `words`.

    Matches are collected first and sorted afterwards: sorting by name while looking for a rare name reads the
    whole program. Where there are fewer than five, PostgreSQL adds names that are spelled alike.
    """
    key = " ".join(word.lstrip("@") for word in search_key(words.replace("\x00", "")).split())
    matching = Advocate.objects.matching(key).order_by()
    if max((len(word) for word in key.split()), default=0) < RARE:
        return Found(rows.filter(advocate__in=matching.values("pk"))) if key else Found(rows)
    ids = list(
        _members(program).filter(advocate__in=matching.values("pk")).values_list("pk", flat=True)[: MANY + 1]
    )
    if len(ids) > MANY:
        return Found(rows.filter(advocate__in=matching.values("pk")))
    similar = _spelled_alike(program, key) if len(ids) < ENOUGH else []
    return Found(rows.filter(pk__in={*ids, *similar}), guessed=not set(similar) <= set(ids))


def _members(program: Program) -> MembershipQuerySet:
    return Membership.objects.filter(program=program).order_by()


def _spelled_alike(program: Program, key: str) -> list[int]:
    if connection.vendor != "postgresql":
        return []
    alike = Advocate.objects.annotate(alike=SpelledAlike(key), how=Alikeness(key)).filter(alike=True)
    nearest = list(alike.order_by("-how").values_list("pk", flat=True)[:SIMILAR])
    return list(_members(program).filter(advocate__in=nearest).values_list("pk", flat=True))


class SpelledAlike(Func):
    """Whether some part of the search text is spelled like `key`: an operator that the trigram index answers."""

    output_field = BooleanField()
    template = "(%(expressions)s)"
    arg_joiner = " <%% "

    def __init__(self, key: str, **extra: Any) -> None:
        super().__init__(Value(key, output_field=CharField()), F("search_text"), **extra)


class Alikeness(Func):
    """How much alike, 0 to 1."""

    output_field = FloatField()
    function = "word_similarity"

    def __init__(self, key: str, **extra: Any) -> None:
        super().__init__(Value(key, output_field=CharField()), F("search_text"), **extra)
