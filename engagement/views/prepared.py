"""Prepared content: a starting point to be adapted, never sent as it is."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from engagement.actions import content as actions
from engagement.forms.content import ContentForm
from engagement.models import PreparedContent
from engagement.views import asking
from influencers.forms.refusing import apply_or_show, status_of
from influencers.models import Post
from influencers.views.entering import enter
from influencers.views.seen import PageRequest


@login_required
def prepared(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show what is kept at the ready; take something new."""
    program, reader = enter(request, program_slug)
    context = {"reader": reader, "kept": program.prepared_content.filter(retired_on=None)}
    return _put(request, PreparedContent(program=program), "list", context)


@login_required
def edit(request: PageRequest, program_slug: str, content_id: int) -> HttpResponse:
    """Change one."""
    program, reader = enter(request, program_slug, see=Post.WRITING)
    content = get_object_or_404(program.prepared_content.all(), pk=content_id)
    content.program = program
    return _put(request, content, "edit", {"reader": reader})


def _put(request: PageRequest, content: PreparedContent, page: str, context: dict[str, Any]) -> HttpResponse:
    form = ContentForm(request.POST or None, row=content)

    def keep() -> PreparedContent:
        return actions.put(content=content, by=request.user, **form.cleaned_data)

    if form.is_bound and apply_or_show(form, keep) is not None:
        asking.tell(request, _("Kept at the ready."))
        return redirect("engagement:prepared", content.program.slug)
    context |= {"program": content.program, "content": content, "form": form}
    return render(request, f"engagement/prepared/{page}.html", context, status=status_of(form))
