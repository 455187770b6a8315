"""How a person stands in a list: ready words, so that templates ask nothing."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from influencers import saying
from influencers.models import Account, Membership, Program
from influencers.models.memberships import SERVING, TENDED, Status

SOON = dt.timedelta(days=30)
HANDLES = 2
# What a row shows: long columns such as notes are left where they are.
COLUMNS = (
    "program", "status", "version", "joined_on", "sort_name", "last_touch_at", "answer_due_on", "ideal_due_on",
    "latest_due_on", "term_ends_on", "review_on", "advocate__name", "advocate__nickname", "owner__name",
    "owner__email", "tier__name",
)  # fmt: skip


def with_people(rows: QuerySet[Membership]) -> QuerySet[Membership]:
    """Return `rows` with all that `row_of` needs, in two statements."""
    accounts = Account.objects.only("advocate", "handle")
    people = rows.select_related("advocate", "owner", "tier").only(*COLUMNS)
    return people.prefetch_related(Prefetch("advocate__accounts", accounts))


@dataclass(frozen=True, slots=True)
class Mark:
    """A word about how somebody stands, its tone, and the exact date behind it."""

    text: str
    tone: str = "neutral"
    exact: str = ""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person in a list."""

    member: Membership
    called: str
    handles: str
    status: Mark | None
    mark: Mark | None
    touched: Mark | None
    due: Mark | None
    ends: Mark | None

    @property
    def key(self) -> tuple[object, ...]:
        """Return all that the row's looks hang on; nothing where it holds a form."""
        member = self.member
        if member.status == Status.PROSPECT:
            return ()
        return (
            member.get_absolute_url(), member.pk, member.advocate.name, self.called, self.handles, self.status,
            self.mark, self.touched, self.due, self.ends, member.tier.name if member.tier else "",
            str(member.owner or ""),
        )  # fmt: skip


def row_of(member: Membership, program: Program, today: dt.date) -> PersonRow:
    """Return the row of `member`, whose advocate, accounts, owner and tier are at hand."""
    advocate, member.program = member.advocate, program
    handles = [str(account) for account in advocate.accounts.all()[:HANDLES]]
    touched = program.today(member.last_touch_at) if member.last_touch_at else None
    return PersonRow(
        member=member,
        called=advocate.nickname if advocate.nickname != advocate.name else "",
        handles=" · ".join(handles),
        status=None if member.status == Status.ACTIVE else Mark(member.get_status_display()),
        mark=_mark(member, today),
        touched=Mark(saying.on_day(touched, today), exact=touched.isoformat()) if touched else None,
        due=_due(member, today),
        ends=_ends(member, today),
    )


def _mark(member: Membership, today: dt.date) -> Mark | None:
    """Return the one thing that is most pressing about somebody, from dates that are stored beside them."""
    if member.answer_due_on is not None:
        return Mark(_("Waits for our answer"), "bad" if member.answer_due_on < today else "warn")
    if member.status not in TENDED:
        return None
    if member.last_touch_at is None:
        return Mark(_("Never spoken"), "warn")
    if member.latest_due_on is not None and member.latest_due_on < today:
        return Mark(_("Losing touch"), "bad")
    return Mark(_("No owner"), "bad") if member.owner_id is None else None


def _due(member: Membership, today: dt.date) -> Mark | None:
    if member.ideal_due_on is None or member.status not in TENDED:
        return None
    late = member.ideal_due_on < today
    too_late = member.latest_due_on is not None and member.latest_due_on < today
    tone = "bad" if too_late else "warn" if late else ""
    return Mark(saying.on_day(member.ideal_due_on, today), tone, member.ideal_due_on.isoformat())


def _ends(member: Membership, today: dt.date) -> Mark | None:
    ends = member.term_ends_on or member.review_on
    if ends is None or member.status not in SERVING:
        return None
    tone = "bad" if ends <= today else "warn" if ends <= today + SOON else ""
    return Mark(saying.on_day(ends, today), tone, ends.isoformat())
