"""What requests are judged by."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from influencers import clock
from influencers.actions import programs
from influencers.forms.judging import JudgingForm
from influencers.forms.refusing import apply_or_show, status_of
from influencers.models import Post
from influencers.views.entering import enter
from influencers.views.seen import PageRequest


@login_required
def judging(request: PageRequest, program_slug: str) -> HttpResponse:
    """Say what each level of need means, and who decides what is large."""
    program, reader = enter(request, program_slug, see=Post.MANAGING, send=Post.MANAGING)
    form = JudgingForm(request.POST or None, row=program)

    def change() -> object:
        return programs.change_settings(program=program, by=reader.user, now=clock.now(), **form.cleaned_data)

    if form.is_bound and apply_or_show(form, change) is not None:
        messages.success(request, _("Saved. Whoever weighs a request reads it."))
        return redirect("influencers:judging", program.slug)
    context = {"program": program, "reader": reader, "form": form, "tab": "judging"}
    return render(request, "influencers/settings/judging.html", context, status=status_of(form))
