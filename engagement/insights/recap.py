"""What somebody gave in their time with us, and what came of it: put together from the record, for whoever writes."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.db.models import CharField, Count, F, Value
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from engagement.models import AdvocateRequest, Ask, Participation, Promise, Touchpoint
from engagement.models.touchpoints import Direction, Kind
from influencers.models import Grant, Membership
from influencers.saying import how_long, quoted, the_date

FEW = 6
LAST = 3
WROTE = (Kind.MESSAGE, Kind.COMMENT, Kind.REPOST, Kind.LETTER)


def recap(member: Membership, today: dt.date) -> str:
    """Return a member's time as lines of text in the reader's language; five statements, however long it was."""
    parts = [
        _time(member, today),
        *_together(member),
        *_given_and_taken(member),
        *_got(member),
        *_said(member, today),
    ]
    return "\n".join(part for part in parts if part)


def _time(member: Membership, today: dt.date) -> str:
    served = sum(term.days_until(today) for term in member.terms.all())
    since = the_date(member.joined_on, today) if member.joined_on else "–"
    role = member.role.title if member.role else _("without a role")
    return _("With us since %(date)s, %(tenure)s in all, as %(role)s.") % {
        "date": since, "tenure": how_long(served), "role": role,
    }  # fmt: skip


def _together(member: Membership) -> Iterator[str]:
    rows = (
        Participation.objects.filter(membership=member)
        .order_by()
        .values_list("touchpoint__kind", "touchpoint__direction")
        .annotate(count=Count("pk"))
    )
    kinds: Counter[str] = Counter()
    wrote = 0
    for kind, direction, count in rows:
        kinds[kind] += count
        wrote += count if direction != Direction.OUT and kind in WROTE else 0
    counted = [f"{kinds[kind.value]} × {kind.label}" for kind in Kind if kinds[kind.value]]
    if counted:
        yield _("Together: %(kinds)s.") % {"kinds": ", ".join(counted)}
    if wrote:
        said = ngettext(
            "They wrote to us or about us %(n)d time.", "They wrote to us or about us %(n)d times.", wrote
        )
        yield said % {"n": wrote}


def _given_and_taken(member: Membership) -> Iterator[str]:
    """What they gave when asked, what both sides promised, and what they asked of us: one statement."""
    columns = ("what", "text", "kind", "state")
    asks: Any = Ask.objects.filter(
        membership=member, state__in=(Ask.State.DELIVERED, Ask.State.THANKED)
    ).order_by()
    promises: Any = Promise.objects.filter(membership=member).exclude(state=Promise.State.OPEN).order_by()
    wishes: Any = AdvocateRequest.objects.filter(membership=member).exclude(decision="").order_by()
    rows = (
        asks.annotate(what=_name("ask"), text=F("words"), day=F("delivered_on"))
        .values_list(*columns, "day")
        .union(
            promises.annotate(what=_name("promise"), kind=F("made_by"), day=F("due_on")).values_list(
                *columns, "day"
            ),
            wishes.annotate(
                what=_name("request"), text=F("words"), kind=F("decision"), day=F("asked_on")
            ).values_list(*columns, "day"),
            all=True,
        )
        .order_by("-day")
    )
    found: dict[str, list[tuple[str, str, str]]] = {"ask": [], "promise": [], "request": []}
    for what, text, kind, state, _day in rows:
        found[what].append((text, kind, state))
    if found["ask"]:
        yield _("What they gave when we asked:")
        yield from (
            f"- {Ask.Kind(kind).label}: {quoted(text, 120)}" for text, kind, _state in found["ask"][:FEW]
        )
    yield from _kept(found["promise"])
    if found["request"]:
        yield _("What they asked of us, and our answer:")
        decisions = AdvocateRequest.Decision
        yield from (
            f"- {quoted(text, 100)} {decisions(kind).label}" for text, kind, _state in found["request"][:FEW]
        )


def _kept(promises: list[tuple[str, str, str]]) -> Iterator[str]:
    state, by = Promise.State, Promise.By
    theirs = [text for text, side, how in promises if side == by.THEM and how == state.KEPT]
    ours = Counter(how for _text, side, how in promises if side == by.US)
    if theirs:
        yield _("What they promised and kept:")
        yield from (f"- {text}" for text in theirs[:FEW])
    if ours:
        yield _("Of our promises %(kept)d were kept and %(broken)d broken and made good.") % {
            "kept": ours[state.KEPT], "broken": ours[state.BROKEN],
        }  # fmt: skip


def _name(what: str) -> Value:
    return Value(what, output_field=CharField())


def _got(member: Membership) -> Iterator[str]:
    names = (
        Grant.objects.standing()
        .filter(membership=member)
        .order_by("-given_on")
        .values_list("perk__name", flat=True)
    )
    given = list(dict.fromkeys(names[: FEW * 2]))
    if given:
        yield _("What they were given: %(perks)s.") % {"perks": ", ".join(given[:FEW])}


def _said(member: Membership, today: dt.date) -> Iterator[str]:
    parts: Any = Participation.objects.filter(membership=member).exclude(touchpoint__words="")
    spoken = parts.exclude(touchpoint__direction=Direction.OUT).order_by("-happened_at")
    rows: list[Touchpoint] = [
        part.touchpoint for part in spoken.select_related("touchpoint__program", "touchpoint")[:LAST]
    ]
    if rows:
        yield _("What was said last:")
        yield from (f"- {the_date(touch.day(), today)}: {quoted(touch.words, 200)}" for touch in rows)
