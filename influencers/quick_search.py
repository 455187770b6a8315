"""A few people by the beginning of a name, or by any part of a name, nickname, handle or address: while one types."""

from typing import Any

from django.db.models import OuterRef, Subquery

from influencers.models import Account, Membership, Program
from influencers.models.advocates import search_key
from influencers.models.memberships import SERVING

LOOKED_AT = 60  # matches within a name; the best of them are shown
LAST = "\uffff"  # sorts after every letter
RARE = 3  # letters from which on an index finds parts of names


def quick_matches(program: Program, words: str, most: int) -> list[Any]:
    """Return at most `most` memberships of `program`, the best first, with `handle`. Two statements at most."""
    key = search_key(words.replace("\x00", "")).lstrip("@")
    if not key:
        return []
    handles = Account.objects.filter(advocate=OuterRef("advocate")).values("handle")[:1]
    people: Any = (
        Membership.objects.filter(program=program)
        .select_related("advocate")
        .annotate(handle=Subquery(handles))
    )
    found = list(
        people.filter(sort_name__gte=key, sort_name__lt=key + LAST).order_by("sort_name", "pk")[:most]
    )
    if len(found) < most and len(key) >= RARE:
        for word in key.split():
            people = people.filter(advocate__search_text__contains=word)
        known = {member.pk for member in found}
        others = [member for member in people.order_by()[:LOOKED_AT] if member.pk not in known]
        found += sorted(others, key=lambda member: _rank(member, key))
    return sorted(found, key=lambda member: member.status not in SERVING)[:most]


def _rank(member: Any, key: str) -> tuple[bool, bool, str]:
    """Put those first who are called so, or one of whose names begins so."""
    starts = any(word.startswith(key) for word in member.advocate.search_text.split())
    return (search_key(member.advocate.called) != key, not starts, member.sort_name)
