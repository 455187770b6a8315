"""The program's own evaluation set: messages that were judged wrongly, with the right verdict."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from engagement.actions import cases
from engagement.forms.writing import CaseForm
from engagement.models import EvaluationCase, Touchpoint
from engagement.views import asking
from influencers import clock
from influencers.forms.refusing import apply_or_show
from influencers.models import Post
from influencers.views.seen import PageRequest, seen_program

FEW = 100


@login_required
@require_safe
def evaluation(request: PageRequest, program_slug: str) -> HttpResponse:
    """List the cases."""
    program, reader = seen_program(request, program_slug)
    kept = EvaluationCase.objects.filter(program=program).select_related(
        "touchpoint__author", "touchpoint__vouched_by", "membership__advocate", "kept_by"
    )
    context = {"kept": kept[:FEW], "reader": reader}
    return render(request, "engagement/vouching/evaluation.html", context)


@login_required
@require_POST
def keep(request: PageRequest, program_slug: str, touchpoint_id: int) -> HttpResponse:
    """Keep a message as a case."""
    program, reader = seen_program(request, program_slug, Post.WRITING)
    messages_here = Touchpoint.objects.filter(program=program).select_related(
        "recipient__advocate", "program"
    )
    touch = get_object_or_404(messages_here, pk=touchpoint_id)
    form = CaseForm(request.POST)
    now = clock.now()
    if (
        apply_or_show(
            form, lambda: cases.keep(touchpoint=touch, by=reader.user, now=now, **form.cleaned_data)
        )
        is None
    ):
        context = {"touch": touch, "form": form}
        return render(request, "engagement/vouching/case.html", context, status=422)
    asking.tell(request, _("Kept. The next engine will be held against it."))
    return redirect("engagement:evaluation", program_slug)


@login_required
@require_POST
def drop(request: PageRequest, program_slug: str, case_id: int) -> HttpResponse:
    """Take a case out of the set."""
    program, reader = seen_program(request, program_slug, Post.WRITING)
    case = get_object_or_404(EvaluationCase.objects.select_related("program"), program=program, pk=case_id)
    cases.drop(case=case, by=reader.user)
    asking.tell(request, _("Taken out. The message stays on record."))
    return redirect("engagement:evaluation", program_slug)
