"""When somebody is due: stored as dates, so that finding them is one indexed comparison."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from dateutil.relativedelta import relativedelta
from django.db import transaction

from influencers import nudging
from influencers.actions import columns
from influencers.models import Membership, Program, Term
from influencers.models.memberships import SERVING, TENDED, Status
from influencers.workdays import WorkingWeek

DERIVED = [
    "term_ends_on",
    "decide_by",
    "served_since",
    "served_days",
    "ideal_due_on",
    "latest_due_on",
    "live_due_on",
]
CHUNK = 2000
AT_ONCE = 2000  # people whose dates a request sets itself; measured: half a second


def in_months(day: dt.date, months: int) -> dt.date:
    """Return the day that many months after `day`; the 31st becomes the last day of a shorter month."""
    return day + relativedelta(months=months)


def set_dates(membership: Membership, week: WorkingWeek, terms: Iterable[Term], today: dt.date) -> None:
    """Set all derived dates of `membership`, without saving. Needs `program` and `tier` at hand."""
    terms = list(terms)
    set_tenure(membership, terms, today)
    current = _current(terms, today) if membership.status in SERVING else None
    notice = dt.timedelta(days=membership.program.notice_days)
    membership.term_ends_on = current.ends_on if current else None
    membership.decide_by = current.ends_on - notice if current else None
    set_due(membership, week)


def set_tenure(membership: Membership, terms: Iterable[Term], today: dt.date) -> None:
    """Set how long somebody has served, without saving: since a day while a term runs, else a number of days.

    The day is as many days before today as all terms have had: it stays the same until the term ends.
    """
    begun = [term for term in terms if term.starts_on <= today]
    served = sum(term.days_until(today) for term in begun)
    runs = any(today < term.ends_on for term in begun)
    membership.served_since = today - dt.timedelta(days=served) if runs else None
    membership.served_days = served if begun and not runs else None


def set_due(membership: Membership, week: WorkingWeek) -> None:
    """Set the last days on which a touch is still in time, without saving.

    Counted from the last touch (nobody touched yet: from joining) in the program's local dates. A due date that
    is not a working day moves to the next one. Nobody is due who is not in the program.
    """
    program = membership.program
    if membership.status not in TENDED or membership.joined_on is None:
        membership.ideal_due_on = membership.latest_due_on = membership.live_due_on = None
        return
    ideal, latest = membership.cadence()
    touched = program.today(membership.last_touch_at) if membership.last_touch_at else membership.joined_on
    spoken = program.today(membership.last_live_at) if membership.last_live_at else membership.joined_on
    touched, spoken = max(touched, membership.joined_on), max(spoken, membership.joined_on)
    membership.ideal_due_on = week.on_or_after(touched + dt.timedelta(days=ideal))
    membership.latest_due_on = week.on_or_after(touched + dt.timedelta(days=latest))
    membership.live_due_on = week.on_or_after(spoken + dt.timedelta(days=program.live_days))


def _current(terms: Iterable[Term], today: dt.date) -> Term | None:
    """Return the term that runs on `today`, else the last one that has begun, else the first to come.

    Terms that follow each other without a gap count as one agreement: the last of them.
    """
    ordered = sorted(terms, key=lambda term: term.starts_on)
    begun = [term for term in ordered if term.starts_on <= today] or ordered[:1]
    if not begun:
        return None
    current = begun[-1]
    for later in ordered[len(begun) :]:
        if later.starts_on == current.ends_on:
            current = later
    return current


@transaction.atomic
def refresh(membership: Membership, now: dt.datetime) -> None:
    """Set and store the derived dates of one membership, from the last touches as they are now."""
    held = Membership.objects.select_for_update()
    membership.refresh_from_db(fields=["last_touch_at", "last_live_at"], from_queryset=held)
    program = membership.program
    terms = Term.objects.filter(membership=membership)  # never those somebody prefetched before the change
    set_dates(membership, program.week(), terms, program.today(now))
    Membership.objects.filter(pk=membership.pk).update(
        **{name: getattr(membership, name) for name in DERIVED}
    )


def follow(program: Program, now: dt.datetime) -> None:
    """Have every due date follow the settings of a program: at once where people are few, else by a job.

    The job is owed with the change itself, in its transaction; pages see it in `dates_owed_at`.
    """
    many = Membership.objects.filter(program=program).order_by()[AT_ONCE : AT_ONCE + 1].exists()
    if not many:
        refresh_program(program, now)
        return
    Program.objects.filter(pk=program.pk).update(dates_owed_at=now)
    program.dates_owed_at = now
    nudging.nudge("engagement.dates")


def work_off(program: Program, now: dt.datetime) -> int:
    """Do what `follow` left owed, and note that it is done, unless the settings have changed again meanwhile.

    Each portion is stored for itself: what dies half-way is owed still, and doing it again does no harm.
    """
    mended = refresh_program(program, now)
    Program.objects.filter(pk=program.pk, dates_owed_at=program.dates_owed_at).update(dates_owed_at=None)
    return mended


def refresh_program(program: Program, now: dt.datetime) -> int:
    """Set the dates of a whole program again, after its settings changed or as the nightly repair.

    Works in portions of 2000 in constant memory, each held while it is set; returns how many memberships were wrong.
    """
    week, today = program.week(), program.today(now)
    last, mended = 0, 0
    while True:
        with transaction.atomic():
            portion = _portion(program, last)
            mended += _set_portion(program, portion, week, today)
        if len(portion) < CHUNK:
            return mended
        last = portion[-1].pk


def _set_portion(program: Program, portion: list[Membership], week: WorkingWeek, today: dt.date) -> int:
    terms: dict[int, list[Term]] = defaultdict(list)
    for term in Term.objects.filter(membership__in=[member.pk for member in portion]):
        terms[term.membership_id].append(term)
    wrong = []
    for member in portion:
        before = [getattr(member, name) for name in DERIVED]
        member.program = program
        set_dates(member, week, terms[member.pk], today)
        if _is_left_hanging(member):
            _unsettle(member)
        if before != [getattr(member, name) for name in DERIVED]:
            wrong.append(member)
    columns.store(wrong, DERIVED)
    return len(wrong)


def _is_left_hanging(membership: Membership) -> bool:
    """Tell whether somebody active has lost the end of their term, and has no review: the database refuses that."""
    return membership.status == Status.ACTIVE and not (membership.term_ends_on or membership.review_on)


def _unsettle(membership: Membership) -> None:
    """Have somebody who was left without any date be settled anew; until then they are listed as left hanging."""
    membership.status = Status.WELCOMING
    membership.save_as(None, reason="neither a term nor a review: to be settled anew")


def _portion(program: Program, last: int) -> list[Membership]:
    """Return the members after the id `last`, held so that a touch logged meanwhile is not overwritten."""
    rows = Membership.objects.filter(program=program, pk__gt=last).select_related("tier").order_by("pk")
    return list(rows.select_for_update(of=("self",))[:CHUNK])
