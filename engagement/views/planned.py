"""Planned touchpoints: the list, one plan, and making, moving, fulfilling and calling off."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from engagement.actions import planned
from engagement.forms.planned import HappenedForm, PlanForm
from engagement.forms.sheet import named
from engagement.insights.people_finder import ProgramPeople
from engagement.insights.planned import exactly_of, lines_of, when_of
from engagement.models import PlannedTouchpoint
from engagement.views import asking
from influencers import clock, keyset
from influencers.access import memberships_for
from influencers.forms.ties import BecauseForm
from influencers.keyset import Order
from influencers.models import Membership, Post, Program
from influencers.views.seen import PageRequest, Reader, seen_member, seen_program

SOONEST, LATEST = Order("planned", "on"), Order("planned_last", "on", descending=True)
TABS = {
    "coming": gettext_lazy("To come"),
    "mine": gettext_lazy("Mine"),
    "untold": gettext_lazy("How was it?"),
    "settled": gettext_lazy("Settled"),
}


@login_required
@require_safe
def listed(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show plans: to come, mine, those whose day has passed without a word, settled."""
    program, reader = seen_program(request, program_slug)
    today, shown = program.today(clock.now()), request.GET.get("show", "")
    shown = shown if shown in TABS else "coming"
    rows = PlannedTouchpoint.objects.filter(program=program)
    narrowed = {
        "coming": rows.open().filter(on__gte=today),
        "mine": rows.open().of(request.user.pk),
        "untold": rows.open().filter(on__lt=today),
        "settled": rows.exclude(state=PlannedTouchpoint.State.PLANNED),
    }
    order = LATEST if shown in ("untold", "settled") else SOONEST
    found = keyset.page(narrowed[shown], order, keyset.asked_for(request.GET, order, PlannedTouchpoint))
    lines = lines_of([row.pk for row in found.rows], today)
    context = {
        "program": program, "reader": reader, "tabs": TABS, "shown": shown, "page": found,
        "rows": [(row, lines[row.pk]) for row in found.rows if row.pk in lines],
    }  # fmt: skip
    return render(request, "engagement/planned/list.html", context)


@login_required
@require_safe
def show(request: PageRequest, program_slug: str, plan_id: int) -> HttpResponse:
    """Show one plan, and what can be done about it."""
    row, reader = _plan(request, program_slug, plan_id)
    today = row.program.today(clock.now())
    context = {
        "plan": row, "program": row.program, "reader": reader, "people": _people(row), "when": when_of(row, today),
        "exactly": exactly_of(row, today), "has_come": row.on <= today, "today": today,
    }  # fmt: skip
    return render(request, "engagement/planned/page.html", context)


@login_required
def make(request: PageRequest, program_slug: str, advocate_id: int) -> HttpResponse:
    """Plan to meet somebody, or to call them."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    form = _form(request, member.program, reader)

    def plan() -> object:
        members = [member, *_members(request, member.program, form.cleaned_data["also"])]
        return planned.plan(
            program=member.program, by=reader.user, now=clock.now(), members=members, **form.details()
        )

    if asking.took(form, plan):
        return asking.thank(
            request, member, _("Planned. It stands on Today on its day, and in the calendars.")
        )
    title = _("Plan to meet %(name)s") % {"name": member.advocate.called}
    return asking.ask(request, form, member, title)


@login_required
def change(request: PageRequest, program_slug: str, plan_id: int) -> HttpResponse:
    """Agree on another day, time or place, or on other people."""
    row, reader = _plan(request, program_slug, plan_id, Post.WRITING)
    first, *others = _people(row)
    form = _form(
        request, row.program, reader, row=row, also=", ".join(member.advocate.name for member in others)
    )

    def move() -> object:
        members = [first, *_members(request, row.program, form.cleaned_data["also"])]
        return planned.change(plan=row, by=reader.user, now=clock.now(), members=members, **form.details())

    if asking.took(form, move):
        asking.tell(request, _("It is changed. If they do not know of it yet, tell them."))
        return redirect(_page(row))
    return asking.ask(request, form, first, _("Change the plan"), back=_page(row))


@login_required
def call_off(request: PageRequest, program_slug: str, plan_id: int) -> HttpResponse:
    """Note that nothing comes of it."""
    row, reader = _plan(request, program_slug, plan_id, Post.WRITING)
    form = BecauseForm(request.POST or None, row=row)
    if asking.took(
        form, lambda: planned.call_off(plan=row, by=reader.user, now=clock.now(), **form.cleaned_data)
    ):
        return asking.thank(request, _people(row)[0], _("Called off. It stays on record."))
    return asking.ask(
        request, form, _people(row)[0], _("Why is it called off?"),
        lead=_("If they do not know of it yet, tell them: this page sends nothing."),
    )  # fmt: skip


@login_required
def happened(request: PageRequest, program_slug: str, plan_id: int) -> HttpResponse:
    """Name what was logged of it already."""
    row, reader = _plan(request, program_slug, plan_id, Post.WRITING)
    form = HappenedForm(request.POST or None, row=row)
    if asking.took(form, lambda: planned.happen(plan=row, by=reader.user, **form.cleaned_data)):
        asking.tell(request, _("It happened, and is on record."))
        return redirect(_page(row))
    return asking.ask(request, form, _people(row)[0], _("It is on record already"), back=_page(row))


def _plan(
    request: PageRequest, program_slug: str, plan_id: int, roles: tuple[str, ...] | None = None
) -> tuple[PlannedTouchpoint, Reader]:
    program, reader = seen_program(request, program_slug, roles)
    rows = PlannedTouchpoint.objects.filter(program=program)
    row = get_object_or_404(
        rows.select_related("goes", "planned_by", "called_off_by", "touchpoint"), pk=plan_id
    )
    row.program = program
    return row, reader


def _page(row: PlannedTouchpoint) -> str:
    return reverse("engagement:planned", args=[row.program.slug, row.pk])


def _people(row: PlannedTouchpoint) -> list[Membership]:
    """Return those it is with, who was named first first."""
    people = [one.membership for one in row.invited.select_related("membership__advocate").order_by("pk")]
    for member in people:
        member.program = row.program
    return people


def _members(request: PageRequest, program: Program, ids: tuple[int, ...]) -> list[Membership]:
    return list(memberships_for(request.user).filter(program=program, pk__in=ids)) if ids else []


def _form(request: PageRequest, program: Program, reader: Reader, **more: Any) -> PlanForm:
    typed = str(request.POST.get("also", ""))[:500]
    tokens = [token for name in named(typed) for token in (name, name.split()[0])]
    people = ProgramPeople(program, reader.user, tokens)
    return PlanForm(request.POST or None, program=program, reader=reader.user, people=people, **more)
