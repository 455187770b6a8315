"""A few people by the beginning of a name, or by part of a name, nickname, handle or address; and what others find."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery

from influencers.models import Account, Membership, Program
from influencers.models.advocates import search_key
from influencers.models.memberships import SERVING

LOOKED_AT = 60  # matches within a name; the best of them are shown
RARE = 3  # letters from which on an index finds parts of names


@dataclass(frozen=True, slots=True)
class Found:
    """Something else that the palette leads to: an icon, what it says, and what it is."""

    icon: str
    label: str
    hint: str
    url: str


# What other apps find: each adds itself when it is ready (`engagement.apps`).
SOURCES: list[Callable[[Program, str, int], Iterable[Found]]] = []


def others_like(program: Program, words: str, most: int) -> list[Found]:
    """Return at most `most` of what other apps find by these words, from the third letter on."""
    key = words.replace("\x00", "").strip()
    if len(key) < RARE:
        return []
    return [found for source in SOURCES for found in source(program, key, most)][:most]


def quick_matches(program: Program, words: str, most: int) -> list[Any]:
    """Return at most `most` memberships of `program`, the best first, with `handle`. Two statements at most."""
    key = search_key(words.replace("\x00", "")).lstrip("@")
    if not key:
        return []
    handles = Account.objects.filter(advocate=OuterRef("advocate")).values("handle")[:1]
    names = ("advocate__name", "advocate__nickname", "advocate__search_text", "status", "sort_name")
    people: Any = Membership.objects.filter(program=program).select_related("advocate").only(*names)
    for word in key.split()[1:]:
        people = people.filter(advocate__search_text__contains=word)
    first = key.split()[0]
    people = people.annotate(handle=Subquery(handles)).order_by()
    begins = people.filter(advocate__first_key__startswith=first)
    found = list(begins.filter(status__in=SERVING)[:LOOKED_AT])
    if len(found) < most:
        others = people.filter(advocate__search_text__contains=first) if len(first) >= RARE else begins
        found += others.exclude(pk__in=[one.pk for one in found])[:LOOKED_AT]
    return sorted(found, key=lambda member: _rank(member, key))[:most]


def _rank(member: Any, key: str) -> tuple[bool, bool, bool, str]:
    """Put those with us before others, then who is called so, then one of whose names begins so."""
    starts = any(word.startswith(key) for word in member.advocate.search_text.split())
    called_so = search_key(member.advocate.called) == key
    return (member.status not in SERVING, not called_so, not starts, member.sort_name)
