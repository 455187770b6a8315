"""Rows become lines that a person reads."""

import datetime as dt

from django.utils.translation import gettext as _

from engagement.insights.known import Known
from engagement.insights.speaking import exchange, reason
from engagement.insights.today.day import Line, Mark, Worth
from engagement.models import AdvocateRequest, Flag, Promise, Touchpoint
from influencers.models import Membership
from influencers.saying import on_day, quoted, the_date

Kind = Flag.Kind
WAITING_FOR_US = {Kind.UNANSWERED, Kind.PROMISE_OVERDUE, Kind.REQUEST_OVERDUE, Kind.NOT_TOLD, Kind.DECIDE_BY}
GETTING_LONG = {Kind.ONLY_ONLINE, Kind.ONLY_WE, Kind.ROTATION_DUE}


def worth(flags: list[Flag], known: Known, day: dt.date, *, everybody: bool, quiet: bool) -> Worth:
    """Return somebody worth our time, with the reason of the first of their flags and marks for the others."""
    first, member = flags[0], known.member
    marks = [mark(flag, day) for flag in without_echoes(flags)[:2]]
    if quiet:
        much = _("Took part in %(count)d exchanges this year, with a small audience.") % {"count": known.gave}
        marks.append(Mark(_("Gives much, says little"), "good", much))
    owner = member.owner.first_name if member.owner else _("nobody’s")
    parts = [
        member.role.title if member.role else str(member.get_status_display()),
        owner if everybody else "",
    ]
    return Worth(
        flag_id=first.pk, advocate_id=member.advocate_id, membership_id=member.pk, name=member.advocate.name,
        called=known.called, meta=" · ".join(filter(None, parts)), reason=reason(first, known, day),
        marks=tuple(marks), kind=first.kind, subject_id=subject_of(first, member),
    )  # fmt: skip


def subject_of(flag: Flag, member: Membership) -> int:
    """Return the id of what a flag is about: of a role that nobody was told, the role's."""
    return (member.role_id or 0) if flag.kind == Kind.NO_ROLE else flag.subject_id


def without_echoes(flags: list[Flag]) -> list[Flag]:
    """Leave out that a term ends where the decision about it is overdue: that says it already."""
    told = any(flag.kind == Kind.DECIDE_BY for flag in flags)
    return [flag for flag in flags if not (told and flag.kind == Kind.ROTATION_DUE)]


def mark(flag: Flag, day: dt.date) -> Mark:
    """Return the badge of a flag: its kind, how serious, since when."""
    since = _("since %(date)s") % {"date": the_date(flag.since, day)}
    return Mark(str(Kind(flag.kind).label), tone_of(flag), since)


def tone_of(flag: Flag) -> str:
    """Return how serious a flag is, as a tone of the design."""
    if flag.kind in WAITING_FOR_US or (flag.kind, flag.threshold) in {
        (Kind.STALE, 2),
        (Kind.ROTATION_DUE, 7),
    }:
        return "bad"
    return "info" if flag.kind in GETTING_LONG else "warn"


def promise_line(promise: Promise, day: dt.date) -> Line:
    """Return a promise that is due: what, whose, when."""
    return Line(
        pk=promise.pk, advocate_id=promise.membership.advocate_id, membership_id=promise.membership_id,
        name=promise.membership.advocate.name, text=promise.text, when=on_day(promise.due_on, day),
        title=the_date(promise.due_on, day), late=promise.overdue_from <= day,
        by_us=promise.made_by == promise.By.US, who=promise.owner.first_name,
    )  # fmt: skip


def request_line(wish: AdvocateRequest, day: dt.date) -> Line:
    """Return a request that waits: in their words, with its day. `by_us`: decided, only the answer is owed."""
    return Line(
        pk=wish.pk, advocate_id=wish.membership.advocate_id, membership_id=wish.membership_id,
        name=wish.membership.advocate.name, text=quoted(wish.words, 110), when=on_day(wish.due_on, day),
        title=the_date(wish.due_on, day), late=wish.overdue_from <= day,
        by_us=wish.state == wish.State.DECIDED, who=wish.owner.first_name,
    )  # fmt: skip


def waiting_line(known: Known, day: dt.date) -> Line:
    """Return somebody who waits for our answer, with what they said."""
    member, touch = known.member, known.said_last
    due = member.answer_due_on or day
    return Line(
        pk=member.pk, advocate_id=member.advocate_id, membership_id=member.pk, name=member.advocate.name,
        text=quoted(touch.words, 110) if touch and touch.is_theirs else "", when=on_day(due, day),
        title=the_date(due, day), late=due < day, who=member.owner.first_name if member.owner else "",
    )  # fmt: skip


def leaving_line(known: Known, day: dt.date) -> Line:
    """Return somebody whose time with us ends soon, and by when that is decided."""
    member = known.member
    ends = member.term_ends_on or day
    decide = member.decide_by or ends
    says = _("decision was due %(date)s") if decide < day else _("decide by %(date)s")
    text = says % {"date": the_date(decide, day)}
    return Line(
        pk=member.pk, advocate_id=member.advocate_id, membership_id=member.pk, name=member.advocate.name,
        text=text, when=on_day(ends, day), title=the_date(ends, day), late=decide < day,
        who=member.owner.first_name if member.owner else "",
    )  # fmt: skip


def held_line(touch: Touchpoint, day: dt.date) -> Line:
    """Return a message that waits for a colleague's word."""
    member = touch.recipient
    assert member is not None  # noqa: S101 - a held message has a recipient: the database insists
    written = touch.program.today(touch.happened_at)
    return Line(
        pk=touch.pk, advocate_id=member.advocate_id, membership_id=member.pk, name=member.advocate.name,
        text=quoted(touch.words, 110), when=on_day(written, day), title=exchange(touch, member.advocate.called),
        who=touch.author.first_name if touch.author else "",
    )  # fmt: skip
