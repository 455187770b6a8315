"""The list of advocates, adding to it, and filters kept for it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from influencers.actions import advocates as actions
from influencers.actions import filters as kept
from influencers.forms.memberships import AddForm, KeepFilterForm
from influencers.forms.refusing import apply_or_show
from influencers.models import Post
from influencers.views.entering import enter
from influencers.views.listing import listing, visible_filters
from influencers.views.seen import PageRequest, seen_program

LIST = "influencers/advocates/list.html"
EVERYBODY = tuple(Post.Role.values)


@login_required
@require_safe
def advocates(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show the people of a program, narrowed and sorted as the address asks; htmx gets the list alone."""
    program, reader = seen_program(request, program_slug)
    piece = request.htmx and not request.htmx.boosted and not request.htmx.history_restore_request
    context = {"list": listing(request, program), "reader": reader, "program": program}
    return render(request, f"{LIST}#list" if piece else LIST, context)


@login_required
def add(request: PageRequest, program_slug: str) -> HttpResponse:
    """Add somebody new: a prospect of the program."""
    program, _reader = enter(request, program_slug, see=Post.WRITING)
    form = AddForm(request.POST or None)
    if form.is_bound:
        member = apply_or_show(
            form, lambda: actions.add(program=program, by=request.user, **form.cleaned_data)
        )
        if member is not None:
            messages.success(request, _("%(name)s is known to the program now.") % {"name": member.advocate})
            return redirect(member)
    return render(request, "influencers/advocates/add.html", {"form": form, "program": program})


@login_required
def filters(request: PageRequest, program_slug: str) -> HttpResponse:
    """Keep what the list shows now under a name; see and remove what was kept."""
    program, reader = enter(request, program_slug, send=EVERYBODY)
    query = request.GET.urlencode()
    form = KeepFilterForm(request.POST or None, may_share=reader.may_write)
    keep = lambda: kept.keep(program=program, by=request.user, query=query, **form.cleaned_data)  # noqa: E731
    if form.is_bound and apply_or_show(form, keep) is not None:
        messages.success(request, _("The filter is kept."))
        return redirect(f"{reverse('influencers:advocates', args=[program.slug])}?{query}")
    saved = visible_filters(program, request.user)
    return render(
        request, "influencers/advocates/filters.html", {"form": form, "saved": saved, "query": query}
    )


@login_required
@require_POST
def remove_filter(request: PageRequest, program_slug: str, filter_id: int) -> HttpResponse:
    """Remove a kept filter."""
    program, _reader = enter(request, program_slug, send=EVERYBODY)
    saved = get_object_or_404(visible_filters(program, request.user), pk=filter_id)
    kept.remove(saved=saved, by=request.user)
    messages.success(request, _("The filter is removed."))
    return redirect("influencers:filters", program.slug)
