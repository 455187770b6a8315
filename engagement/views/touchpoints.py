"""One touchpoint: what it was, who changed it, and correcting or removing it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from engagement.actions import touchpoints
from engagement.actions.cases import JUDGED
from engagement.forms.touchpoints import TouchpointForm
from engagement.forms.writing import CaseForm
from engagement.insights.edits import edits_of
from engagement.insights.findings import shown_in
from engagement.models import Touchpoint
from engagement.views import asking
from influencers import clock
from influencers.access import programs_for
from influencers.forms.refusing import status_of
from influencers.models import Post, Program
from influencers.views.entering import back_to
from influencers.views.seen import PageRequest, Reader, seen_program


def _touchpoint(program: Program, touchpoint_id: int) -> Touchpoint:
    """Return a touchpoint of a program its reader may see, with everybody in it."""
    found = Touchpoint.objects.filter(program=program).select_related(
        "logged_by", "author", "vouched_by", "recipient__advocate", "prepared", "evaluation_case"
    )
    touch = get_object_or_404(
        found.prefetch_related("participations__membership__advocate"), pk=touchpoint_id
    )
    touch.program = program
    return touch


def _may_change(touch: Touchpoint, reader: Reader) -> bool:
    return reader.may_manage or (reader.may_write and touch.logged_by_id == reader.user.pk)


def _home(touch: Touchpoint) -> str:
    """Return the page of who took part, the first of several."""
    part = next(iter(touch.participations.all()), None)
    member = part.membership if part else touch.recipient
    view, args = ("engagement:advocate", [member.advocate_id]) if member else ("engagement:log", [])
    return reverse(view, args=[touch.program.slug, *args])


@login_required
@require_safe
def show(request: PageRequest, program_slug: str, touchpoint_id: int) -> HttpResponse:
    """Show what happened, what came of it, and who changed the entry."""
    program, reader = seen_program(request, program_slug)
    touch = _touchpoint(program, touchpoint_id)
    context = {
        "touch": touch, "home": _home(touch), "reader": reader, "may_change": _may_change(touch, reader),
        "edits": edits_of(touch),
        "promises": list(touch.promises.select_related("owner")), "wishes": list(touch.requests.all()),
        "findings": shown_in([touch], programs_for(reader.user))[touch.pk],
        "case_form": CaseForm() if reader.may_write and touch.standing in JUDGED else None,
    }  # fmt: skip
    return render(request, "engagement/touchpoints/page.html", context)


@login_required
def edit(request: PageRequest, program_slug: str, touchpoint_id: int) -> HttpResponse:
    """Correct an entry: its logger, or a manager."""
    program, reader = seen_program(request, program_slug, Post.WRITING)
    touch = _touchpoint(program, touchpoint_id)
    form = TouchpointForm(request.POST or None, row=touch)
    if asking.took(
        form,
        lambda: touchpoints.correct(
            touchpoint=touch,
            by=reader.user,
            now=clock.now(),
            seen=form.cleaned_data["seen"] or 0,
            **form.changes(),
        ),
    ):
        asking.tell(request, _("Corrected. The history keeps what it was."))
        return redirect("engagement:touchpoint", program.slug, touch.pk)
    status = 422 if form.is_bound and status_of(form) == 200 else status_of(form)
    context = {"form": form, "touch": touch, "home": _home(touch)}
    return render(request, "engagement/touchpoints/edit.html", context, status=status)


@login_required
def remove(request: PageRequest, program_slug: str, touchpoint_id: int) -> HttpResponse:
    """Take an entry off the record, after asking."""
    program, reader = seen_program(request, program_slug, Post.WRITING)
    touch = _touchpoint(program, touchpoint_id)
    home = _home(touch)
    if request.method != "POST":
        return render(request, "engagement/touchpoints/remove.html", {"touch": touch, "home": home})
    touchpoints.remove(touchpoint=touch, by=reader.user, now=clock.now())
    asking.tell(request, _("Removed. The history keeps what it was."))
    return redirect(back_to(request, home))
