"""What a brief is written from, fetched in six statements however much there is."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, DateField, F, Q, QuerySet, Value
from django.db.models.functions import Cast

from engagement.insights.profile.story import parts
from engagement.models import AdvocateRequest, Participation, Promise
from engagement.models.messages import Standing
from influencers.models import Fact, Grant, Membership, Portrait, Role, Term, Vouch

REMEMBERED = 60  # exchanges read back
MOST = 20  # of promises and requests each
UNSAID = (Standing.HELD, Standing.ERASED)  # never reached anybody, or is nobody's any more
NEWS = ("what", "text", "day")


@dataclass(frozen=True, slots=True)
class Material:
    """The record of a member as a brief reads it; exchanges, facts and news with the newest first."""

    member: Membership
    today: dt.date
    spoke_at: dt.datetime | None
    touches: tuple[Participation, ...]
    facts: tuple[Fact, ...]
    promises: tuple[Promise, ...]
    requests: tuple[AdvocateRequest, ...]
    news: tuple[tuple[str, str, dt.date], ...]
    portraits: tuple[Portrait, ...]

    @property
    def spoke_on(self) -> dt.date | None:
        """The day on which we last spoke."""
        return self.member.program.today(self.spoke_at) if self.spoke_at else None

    def facts_of(self, *kinds: str) -> tuple[Fact, ...]:
        """Return the facts of these kinds."""
        return tuple(fact for fact in self.facts if fact.kind in kinds)


def material(member: Membership, now: dt.datetime) -> Material:
    """Return the record of `member`: what was said, what is known and true today, promised, asked, and new."""
    today = member.program.today(now)
    spoke = member.last_live_at or member.last_touch_at
    since = spoke or now
    said = parts(member).filter(happened_at__lte=now).exclude(touchpoint__standing__in=UNSAID)
    promises = Promise.objects.filter(membership=member).filter(
        Q(state=Promise.State.OPEN) | Q(settled_at__gt=since)
    )
    wishes = (
        AdvocateRequest.objects.filter(membership=member)
        .exclude(state=AdvocateRequest.State.ANSWERED, decided_at__lte=since)
        .exclude(state=AdvocateRequest.State.WITHDRAWN)
    )
    known = member.facts.true_on(today).select_related("learned_by").order_by("-learned_on", "-pk")
    return Material(
        member=member,
        today=today,
        spoke_at=spoke,
        touches=tuple(said.order_by("-happened_at", "-pk")[:REMEMBERED]),
        facts=tuple(known),
        promises=tuple(promises.select_related("owner").order_by("due_on", "pk")[:MOST]),
        requests=tuple(wishes.select_related("owner").order_by("due_on", "pk")[:MOST]),
        news=_news(member, member.program.today(since), today),
        portraits=_portraits(member),
    )


def _portraits(member: Membership) -> tuple[Portrait, ...]:
    """Who they are when one meets them, then what they show online: the newest version of each."""
    newest: dict[str, Portrait] = {}
    for one in member.portraits.order_by("number"):
        newest[one.side] = one
    return tuple(newest[side] for side in (Portrait.Side.PERSON, Portrait.Side.PERSONA) if side in newest)


def _news(member: Membership, since: dt.date, today: dt.date) -> tuple[tuple[str, str, dt.date], ...]:
    """What was given, agreed and vouched since a day, and not taken back; in one statement."""
    told: tuple[tuple[str, QuerySet[Any], str, str], ...] = (
        ("grant", Grant.objects.standing(), "perk__name", "given_on"),
        ("role", Role.objects.all(), "title", "since"),
        ("vouch", Vouch.objects.standing_on(today), "words", "given_on"),
        ("term", Term.objects.all(), "ends_on", "starts_on"),
    )
    rows = [
        found.filter(membership=member, **{f"{day}__gt": since})
        .order_by()
        .annotate(what=_text(what), text=Cast(F(words), CharField()), day=Cast(F(day), DateField()))
        .values_list(*NEWS)
        for what, found, words, day in told
    ]
    return tuple(sorted(rows[0].union(*rows[1:], all=True), key=lambda row: row[2], reverse=True))


def _text(what: str) -> Value:
    return Value(what, output_field=CharField())
