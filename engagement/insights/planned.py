"""What is planned with people, as lines that a person reads: for Today, for somebody's page, for their brief."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db.models import F, QuerySet
from django.utils import formats
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from engagement.insights.profile.story import ICONS
from engagement.models import Invited, PlannedTouchpoint
from engagement.models.touchpoints import Kind
from influencers.models import Membership, Program, User
from influencers.saying import on_day, the_date

FEW = 6
SOON = 10  # plans with one person; nobody has more


@dataclass(frozen=True, slots=True)
class Coming:
    """A plan in words. `near` leaves out what goes without saying today; `over`: nobody has said how it was."""

    pk: int
    icon: str
    kind: str
    with_whom: str
    others: str
    advocate_id: int
    name: str
    when: str
    near: str
    exactly: str
    where: str
    about: str
    who: str
    is_today: bool
    over: bool


def due(program: Program, day: dt.date, *, mine: User | None = None) -> tuple[Coming, ...]:
    """Return the plans of `day`, and those whose day has passed and nobody told of; in two statements."""
    rows = PlannedTouchpoint.objects.filter(program=program).due_on(day)
    rows = rows.of(mine.pk) if mine else rows
    found = list(rows.order_by("on", F("at").asc(nulls_first=True), "pk").values_list("pk", flat=True)[:FEW])
    return tuple(_lines(PlannedTouchpoint.objects.filter(pk__in=found), day)) if found else ()


def coming_with(member: Membership, today: dt.date) -> tuple[Coming, ...]:
    """Return what is planned with a member, the next first; in one statement."""
    theirs = Invited.objects.filter(membership=member).values("plan")
    rows = PlannedTouchpoint.objects.open().filter(pk__in=theirs, program=member.program_id)
    return tuple(_lines(rows, today, of=member))[:SOON]


def lines_of(ids: Collection[int], today: dt.date) -> dict[int, Coming]:
    """Return these plans as lines, by id; one statement."""
    return {one.pk: one for one in _lines(PlannedTouchpoint.objects.filter(pk__in=ids), today)} if ids else {}


def names_of(people: Iterable[str]) -> str:
    """Return names as one says them: Ana, Tom and Zoe."""
    return str(get_text_list(list(people), _("and")))


def when_of(plan: PlannedTouchpoint, today: dt.date) -> str:
    """Say when, near days by their nearness, with the time if there is one."""
    day = on_day(plan.on, today)
    return f"{day}, {time_of(plan)}" if plan.at else day


def exactly_of(plan: PlannedTouchpoint, today: dt.date) -> str:
    """Say the date, with the time if there is one."""
    day = the_date(plan.on, today)
    return f"{day}, {time_of(plan)}" if plan.at else day


def time_of(plan: PlannedTouchpoint) -> str:
    """Say the time by the program's clocks; "" where only the day is known."""
    return formats.time_format(plan.at, "TIME_FORMAT") if plan.at else ""


def _near(plan: PlannedTouchpoint, today: dt.date) -> str:
    return time_of(plan) if plan.on == today and plan.at else on_day(plan.on, today)


def _lines(
    plans: QuerySet[PlannedTouchpoint], today: dt.date, of: Membership | None = None
) -> Iterator[Coming]:
    rows = (
        Invited.objects.filter(plan__in=plans)
        .select_related("plan__goes", "membership__advocate")
        .order_by("plan__on", F("plan__at").asc(nulls_first=True), "plan", "pk")
    )
    for _pk, group in groupby(rows, key=lambda row: row.plan_id):
        yield _line(list(group), today, of)


def _line(invited: list[Invited], today: dt.date, of: Membership | None) -> Coming:
    plan, people = invited[0].plan, [row.membership for row in invited]
    first = next((one for one in people if of is not None and one.pk == of.pk), people[0])
    others = [one.advocate.called for one in people if one.pk != first.pk]
    return Coming(
        pk=plan.pk, icon=ICONS[Kind(plan.kind)], kind=str(plan.get_kind_display()),
        with_whom=names_of(one.advocate.name for one in people), others=names_of(others),
        advocate_id=first.advocate_id, name=first.advocate.name, when=when_of(plan, today),
        near=_near(plan, today), exactly=exactly_of(plan, today), where=plan.where, about=plan.about,
        who=plan.goes.first_name, is_today=plan.on == today, over=plan.on < today,
    )  # fmt: skip
