"""Single asks for the palette: by what we want, or of whom; those that wait for something first."""

from django.db.models import Q
from django.urls import reverse

from engagement.models import Ask
from influencers.models import Program
from influencers.models.advocates import search_key
from influencers.quick_search import Found
from influencers.saying import quoted

LOOKED_AT = 30  # the latest that match; the best of them are shown
SHOWN = 48  # letters of what we want


def asks_like(program: Program, words: str, most: int) -> list[Found]:
    """Return at most `most` asks of `program` in which each of the words stands, or the name of whom. One statement."""
    rows = Ask.objects.filter(membership__program=program).select_related("membership__advocate")
    for word in words.split():
        named = Q(membership__advocate__search_text__contains=search_key(word).lstrip("@"))
        rows = rows.filter(Q(words__icontains=word) | named)
    latest = list(rows.order_by("-wanted_by", "-pk")[:LOOKED_AT])
    latest.sort(key=lambda ask: not ask.is_open and ask.state != Ask.State.DELIVERED)
    return [_found(ask, program) for ask in latest[:most]]


def _found(ask: Ask, program: Program) -> Found:
    return Found(
        icon="calendar-days",
        label=f"{ask.membership.advocate.name}: {quoted(ask.words, SHOWN)}",
        hint=str(ask.get_state_display()),
        url=reverse("engagement:ask", args=[program.slug, ask.pk]),
    )
