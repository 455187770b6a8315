"""The first screen about a person: who they are, what they are to us, where we stand, what is owed, what not to say."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from engagement.insights.known import Known
from engagement.insights.profile.balance import Balance, balance
from engagement.insights.profile.owed import Open, open_between
from engagement.insights.profile.story import Moment, Story, moment, parts, story
from engagement.insights.profile.ways import Ways, ways_to
from engagement.insights.speaking import reason
from engagement.insights.today.lines import tone_of, without_echoes
from engagement.models import Flag, Touchpoint
from influencers.models import Fact, Membership, Program
from influencers.often import Often
from influencers.saying import how_long, on_day, the_date

__all__ = ["Balance", "Moment", "Open", "Profile", "Story", "Ways", "profile"]

FEW_HELD = 3
SHOWN_BESIDE = (  # the promise, the request, the fact itself stands on the page
    Flag.Kind.PROMISE_OVERDUE, Flag.Kind.REQUEST_OVERDUE, Flag.Kind.BIRTHDAY, Flag.Kind.DATE_NEAR,
    Flag.Kind.FACT_EXPIRED,
)  # fmt: skip


_held = Often(
    lambda member: Touchpoint.objects.held().filter(recipient=member).select_related("author")[:FEW_HELD]
)
_all = Often(
    lambda member: (
        Fact.objects.filter(membership=member)
        .select_related("learned_by", "confirmed_by")
        .order_by("-learned_on", "-pk")
    )
)
_flags = Often(
    lambda member: (
        Flag.objects.open().filter(membership=member).exclude(kind__in=SHOWN_BESIDE).order_by("since", "pk")
    )
)


@dataclass(frozen=True, slots=True)
class Concern:
    """A flag on the page of the person it is about."""

    flag_id: int
    label: str
    tone: str
    reason: str
    since: str
    put_off: str


@dataclass(frozen=True, slots=True)
class Place:
    """What they are to us, in words: role and telling, since, until, how long in all, when we speak next."""

    told: str
    since: str
    until: str
    until_exactly: str
    tenure: str
    next_touch: str
    next_exactly: str
    late: bool
    last_live: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A member's page, above the timeline."""

    member: Membership
    place: Place
    ways: Ways
    facts: dict[str, tuple[Fact, ...]]
    open: Open
    last: Moment | None
    balance: Balance
    concerns: tuple[Concern, ...]
    held: tuple[Touchpoint, ...]
    story: Story


def profile(
    member: Membership, now: dt.datetime, *, only: str = "", after: str = "", before: str = ""
) -> Profile:
    """Return everything the page of `member` shows, in at most nine statements; the timeline from a place on."""
    today = member.program.today(now)
    told = story(member, today, only=only, after=after, before=before)
    newest = told.moments if not (only or after or before) else _newest(member, today)
    last = next((one for one in newest if one.words), next(iter(newest), None))
    return Profile(
        member=member,
        place=place_of(member, today),
        ways=ways_to(member, today),
        facts=_facts(member, today),
        open=open_between(member, today),
        last=last,
        balance=balance(member, today),
        concerns=tuple(_concerns(member, today)),
        held=tuple(_held(member=member.pk)),
        story=told,
    )


def place_of(member: Membership, today: dt.date) -> Place:
    """Say what a member is to us, and when."""
    role, ends = member.role, member.term_ends_on or member.ended_on or member.review_on
    told = ""
    if role is not None and role.told_on:
        told = _("told by %(who)s on %(date)s (%(how)s)") % {
            "who": role.told_by, "date": the_date(role.told_on, today), "how": role.told_how,
        }  # fmt: skip
    served = member.tenure_days(today)
    due = member.ideal_due_on
    return Place(
        told=told,
        since=the_date(member.joined_on, today) if member.joined_on else "",
        until=on_day(ends, today) if ends else "",
        until_exactly=the_date(ends, today) if ends else "",
        tenure=how_long(served) if served else "",
        next_touch=on_day(due, today) if due else "",
        next_exactly=the_date(due, today) if due else "",
        late=bool(due and due < today),
        last_live=_day(member.program, member.last_live_at, today),
    )


def _newest(member: Membership, today: dt.date) -> tuple[Moment, ...]:
    rows = parts(member).order_by("-happened_at", "-pk")[:5]
    return tuple(moment(row, member, today) for row in rows)


def _facts(member: Membership, today: dt.date) -> dict[str, tuple[Fact, ...]]:
    """Return facts by kind, and those that count as true no more as `expired`."""
    found: dict[str, list[Fact]] = {kind: [] for kind in (*Fact.Kind.values, "expired")}
    for fact in _all(member=member.pk):
        gone = fact.expires_on is not None and fact.expires_on <= today
        found["expired" if gone else fact.kind].append(fact)
    found["date"].sort(key=lambda fact: fact.on_date or fact.learned_on)
    return {kind: tuple(facts) for kind, facts in found.items()}


def _concerns(member: Membership, today: dt.date) -> list[Concern]:
    flags = without_echoes(_flags(member=member.pk))
    known = Known(member)
    return [
        Concern(
            flag_id=flag.pk, label=str(flag.get_kind_display()), tone=tone_of(flag),
            reason=reason(flag, known, today), since=the_date(flag.since, today), put_off=_put_off(flag, today),
        )
        for flag in flags
    ]  # fmt: skip


def _put_off(flag: Flag, today: dt.date) -> str:
    if flag.snoozed_until is None or flag.snoozed_until <= today:
        return ""
    return _("put off until %(date)s: %(why)s") % {
        "date": the_date(flag.snoozed_until, today), "why": flag.snooze_reason,
    }  # fmt: skip


def _day(program: Program, at: dt.datetime | None, today: dt.date) -> str:
    return on_day(program.today(at), today) if at else ""
