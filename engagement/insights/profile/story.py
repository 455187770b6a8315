"""What happened between us, both sides, newest first: a page of a member's timeline."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from engagement.models import Participation, Touchpoint
from engagement.models.touchpoints import LIVE, Kind
from influencers import clock, keyset
from influencers.models import Membership
from influencers.often import Often
from influencers.saying import on_day

PAGE = 50
SHOWN = ("kind", "direction", "channel", "words", "link", "standing", "verdict", "needs_answer")
ORDER = keyset.Order("time", "happened_at", descending=True)
ICONS = {
    Kind.CALL: "phone", Kind.LUNCH: "utensils", Kind.MEETING: "users-round", Kind.EVENT: "ticket",
    Kind.LETTER: "mail", Kind.GIFT: "gift", Kind.MESSAGE: "message-circle", Kind.COMMENT: "message-square",
    Kind.LIKE: "thumbs-up", Kind.REPOST: "repeat-2",
}  # fmt: skip
FILTERS: dict[str, tuple[Any, dict[str, Any]]] = {
    "": (_("All"), {}),
    "live": (_("Spoken"), {"touchpoint__kind__in": LIVE}),
    "written": (_("Written"), {"touchpoint__kind__in": [Kind.MESSAGE, Kind.LETTER, Kind.COMMENT]}),
    "gifts": (_("Gifts"), {"touchpoint__kind": Kind.GIFT}),
    "reactions": (_("Likes and reposts"), {"touchpoint__kind__in": [Kind.LIKE, Kind.REPOST]}),
    "theirs": (_("From them"), {"touchpoint__direction": "in"}),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """One exchange. `with_others` is how many other members took part."""

    touchpoint_id: int
    url: str
    icon: str
    direction: str
    who: str
    what: str
    when: str
    exactly: str
    words: str
    link: str
    with_others: int
    marks: tuple[tuple[str, str], ...]

    @property
    def way(self) -> tuple[str]:
        """Return all that the looks of its direction hang on."""
        return (self.direction,)


@dataclass(frozen=True, slots=True)
class Story:
    """A page of moments, and where the older and newer ones begin ('' where there are none)."""

    moments: tuple[Moment, ...]
    older: str
    newer: str


def story(member: Membership, today: dt.date, *, only: str = "", after: str = "", before: str = "") -> Story:
    """Return the page of the timeline after (older than) or before a place; the newest one without."""
    rows = parts(member).filter(**FILTERS.get(only, FILTERS[""])[1])
    text = after or before
    cursor = keyset.read(ORDER, Participation, text, backwards=not after) if text else None
    if cursor is None and not only:
        page = keyset.framed(_newest(member=member.pk), ORDER, None, PAGE)
    else:
        page = keyset.page(rows, ORDER, cursor, PAGE)
    return Story(tuple(moment(row, member, today) for row in page.rows), older=page.next, newer=page.previous)


_newest = Often(lambda member: parts(member).order_by("-happened_at", "-pk")[: PAGE + 1])


def parts(member: Membership | int) -> QuerySet[Participation]:
    """Return a member's parts in exchanges, with who wrote, logged and vouched."""
    others = Participation.objects.filter(touchpoint=OuterRef("touchpoint")).order_by()
    counted = others.values("touchpoint").annotate(n=Count("pk")).values("n")
    mine = Participation.objects.filter(membership=member)
    people = ("touchpoint__author", "touchpoint__logged_by", "touchpoint__vouched_by")
    names = (f"{who}__{name}" for who in people for name in ("name", "nickname"))
    wanted = (f"touchpoint__{name}" for name in SHOWN)
    rows = mine.select_related(*people).only("membership", "happened_at", *wanted, *names)
    return rows.annotate(took_part=Subquery(counted))


@lru_cache(maxsize=1000)
def _touchpoints(program_slug: str) -> str:
    """Return what the addresses of touchpoints begin with: looking each of fifty up takes as long as reading them."""
    return reverse("engagement:touchpoint", args=[program_slug, 0]).removesuffix("0/")


def moment(row: Participation, member: Membership, today: dt.date) -> Moment:
    """Return a participation as a moment of the timeline."""
    touch = row.touchpoint
    day = member.program.today(row.happened_at)
    return Moment(
        touchpoint_id=touch.pk,
        url=f"{_touchpoints(member.program.slug)}{touch.pk}/",
        icon=ICONS[Kind(touch.kind)],
        direction=touch.direction,
        who=_who(touch, member),
        what=" · ".join(filter(None, [str(Kind(touch.kind).label), touch.channel_name])),
        when=on_day(day, today),
        exactly=formats.date_format(
            clock.local(row.happened_at, member.program.time_zone), "DATETIME_FORMAT"
        ),
        words=touch.words,
        link=touch.link,
        with_others=vars(row)["took_part"] - 1,
        marks=tuple(_marks(touch)),
    )


def _who(touch: Touchpoint, member: Membership) -> str:
    us = touch.author or touch.logged_by
    ours = us.first_name if us else ""
    if touch.direction == Touchpoint.Direction.IN:
        return member.advocate.called
    if touch.direction == Touchpoint.Direction.OUT or not ours:
        return ours or str(_("We"))
    return str(_("%(us)s and %(them)s")) % {"us": ours, "them": member.advocate.called}


def _marks(touch: Touchpoint) -> list[tuple[str, str]]:
    """Return (tone, words) of what is worth knowing about how the words stand."""
    marks = []
    if touch.needs_answer:
        marks.append(("info", str(_("Asked for an answer"))))
    if touch.vouched_by is not None:
        marks.append(("neutral", str(_("%(name)s vouched for it")) % {"name": touch.vouched_by.first_name}))
    if touch.counts_as_canned:
        marks.append(("warn", str(_("Canned"))))
    if touch.standing == Touchpoint.Standing.IMPORTED:
        marks.append(("neutral", str(_("Imported"))))
    return marks
