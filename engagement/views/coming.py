"""Who comes next: how many the team can hold, who waits, and how newcomers are warmed up."""

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from engagement.forms.coming import LeaveForm, MoveForm, StepForm, WaitForm
from engagement.insights import warm_up
from engagement.views import asking
from influencers import clock
from influencers.actions import waiting, warmups
from influencers.forms.refusing import status_of
from influencers.insights import capacity
from influencers.models import Post, WaitingPlace
from influencers.saying import the_date
from influencers.views.entering import back_to, enter, meet
from influencers.views.seen import PageRequest, seen_program

LONGEST = 200


@login_required
@require_safe
def coming(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show capacity, the waiting list and the newcomers."""
    program, reader = seen_program(request, program_slug)
    today = program.today(clock.now())
    places = waiting.open_places(program.pk).select_related("membership__advocate", "added_by")
    rows = [
        (number, place, the_date(place.since, today))
        for number, place in enumerate(places.order_by("place", "id")[:LONGEST], 1)
    ]
    context = {
        "program": program, "reader": reader, "capacity": capacity.capacity(program), "places": rows,
        "newcomers": warm_up.newcomers(program, today), "today": today, "warning": capacity.warning(program),
    }  # fmt: skip
    return render(request, "engagement/coming/page.html", context)


@login_required
def wait(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Put somebody on the waiting list."""
    member, reader = meet(request, program_slug, membership_id)
    form = WaitForm(request.POST or None)

    def add() -> object:
        return waiting.add(membership=member, by=reader.user, now=clock.now(), **form.cleaned_data)

    if asking.took(form, add):
        asking.tell(request, _("They are on the list. Tell them how it goes on."))
        return _list(request, program_slug)
    return asking.ask(
        request, form, member, _("%(name)s would like to come in") % {"name": member.advocate.called}
    )


@login_required
def move(request: PageRequest, program_slug: str, place_id: int) -> HttpResponse:
    """Change the order, with the reason."""
    program, reader = enter(request, program_slug, send=Post.MANAGING)
    place = get_object_or_404(
        WaitingPlace.objects.select_related("membership__advocate"), pk=place_id, program=program
    )
    place.program = program
    form = MoveForm(request.POST or None, row=place)
    if asking.took(form, lambda: waiting.move(place=place, by=reader.user, **form.cleaned_data)):
        return _list(request, program_slug)
    title = _("Another place for %(name)s") % {"name": place.membership.advocate.name}
    return _form(request, program_slug, form, title)


@login_required
def leave(request: PageRequest, program_slug: str, place_id: int) -> HttpResponse:
    """Take somebody off the list, with the reason."""
    program, reader = enter(request, program_slug)
    place = get_object_or_404(
        WaitingPlace.objects.select_related("membership__advocate"), pk=place_id, program=program
    )
    place.program = program
    form = LeaveForm(request.POST or None, row=place)
    if asking.took(
        form, lambda: waiting.leave(place=place, by=reader.user, now=clock.now(), **form.cleaned_data)
    ):
        return _list(request, program_slug)
    title = _("%(name)s leaves the waiting list") % {"name": place.membership.advocate.name}
    return _form(request, program_slug, form, title)


@login_required
@require_safe
def plan(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Show the warm-up plan of one member."""
    member, reader = meet(request, program_slug, membership_id)
    today = member.program.today(clock.now())
    found = warm_up.plans(member.program, [member], today)
    context = {
        "member": member, "program": member.program, "reader": reader, "steps": found[0][1] if found else (),
    }  # fmt: skip
    return render(request, "engagement/coming/plan.html", context)


@login_required
def step(request: PageRequest, program_slug: str, membership_id: int, step_id: int) -> HttpResponse:
    """Give a step of the plan to somebody else, or another day."""
    member, reader = meet(request, program_slug, membership_id)
    row = get_object_or_404(member.warm_up.select_related("who"), pk=step_id)
    row.membership = member
    form = StepForm(request.POST or None, row=row)
    if asking.took(form, lambda: warmups.change(step=row, by=reader.user, **form.cleaned_data)):
        return asking.thank(request, member, _("The plan is changed."))
    return asking.ask(request, form, member, str(row.get_step_display()))


def _list(request: PageRequest, program_slug: str) -> HttpResponse:
    return redirect("engagement:coming", program_slug)


def _form(request: PageRequest, program_slug: str, form: forms.BaseForm, title: str) -> HttpResponse:
    """Show a form of the waiting list on a page of its own."""
    context = {
        "form": form,
        "title": title,
        "back": back_to(request, reverse("engagement:coming", args=[program_slug])),
    }
    status = status_of(form)
    return render(
        request,
        "engagement/coming/form.html",
        context,
        status=422 if form.is_bound and status == 200 else status,
    )
