"""What the program can give."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from influencers.actions import perks as actions
from influencers.forms.programs import PerkForm
from influencers.forms.refusing import apply_or_show, status_of
from influencers.models import Perk, Post
from influencers.views.entering import enter
from influencers.views.seen import PageRequest


@login_required
def perks(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show what can be given, and how many are left; offer something new."""
    program, _reader = enter(request, program_slug, see=Post.MANAGING, send=Post.MANAGING)
    return _put(request, Perk(program=program))


@login_required
def perk(request: PageRequest, program_slug: str, perk_id: int) -> HttpResponse:
    """Change a perk."""
    program, _reader = enter(request, program_slug, see=Post.MANAGING, send=Post.MANAGING)
    found = get_object_or_404(program.perks.all(), pk=perk_id)
    found.program = program
    return _put(request, found)


def _put(request: PageRequest, perk: Perk) -> HttpResponse:
    form = PerkForm(request.POST or None, row=perk)
    if form.is_bound and apply_or_show(
        form, lambda: actions.put(perk=perk, by=request.user, **form.cleaned_data)
    ) is not None:  # fmt: skip
        messages.success(request, _("Saved."))
        return redirect("influencers:perks", perk.program.slug)
    context = {
        "program": perk.program, "form": form, "tab": "perks", "title": perk.name,
        "perks": perk.program.perks.order_by("name"),
    }  # fmt: skip
    page = "edit" if perk.pk else "perks"
    return render(request, f"influencers/settings/{page}.html", context, status=status_of(form))
