"""Prepared content: a starting point to be adapted, never sent as it is."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from engagement.actions import content as actions
from engagement.forms.content import ContentForm
from engagement.insights.snippets import Usage, usage_of
from engagement.insights.wording import receivers_of
from engagement.models import PreparedContent
from engagement.views import asking
from influencers import clock
from influencers.access import programs_for
from influencers.forms.refusing import apply_or_show, status_of
from influencers.models import Post, Program
from influencers.views.entering import enter, words
from influencers.views.seen import PageRequest


@login_required
def prepared(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show what is kept at the ready, by tag and words, and how it is used; take something new."""
    program, reader = enter(request, program_slug)
    asked = {name: words(request.GET.get(name)) for name in ("q", "tag", "retired")}
    context = {"reader": reader, **asked, **_kept(program, **asked)}
    return _put(request, PreparedContent(program=program), "list", context)


def _kept(program: Program, *, q: str, tag: str, retired: str) -> dict[str, Any]:
    everything = program.prepared_content.all()
    chosen = list((everything.retired() if retired else everything.in_use()).saying(q))
    kept = [content for content in chosen if not tag or tag in content.tags]
    used = usage_of(program, [content.pk for content in kept], clock.now())
    return {
        "kept": [(content, used.get(content.pk, Usage())) for content in kept],
        "tags": sorted({each for content in chosen for each in content.tags}),
    }


@login_required
def edit(request: PageRequest, program_slug: str, content_id: int) -> HttpResponse:
    """Change one; see how it was used, and who got its wording."""
    program, reader = enter(request, program_slug, see=Post.WRITING)
    content = _content(program, content_id)
    context = {
        "reader": reader,
        "usage": usage_of(program, [content.pk], clock.now()).get(content.pk, Usage()),
        "receivers": receivers_of(content, programs_for(reader.user)),
    }
    return _put(request, content, "edit", context)


@login_required
@require_safe
def wording(request: PageRequest, program_slug: str, content_id: int) -> HttpResponse:
    """Say who has had its wording, as a piece of the desk."""
    program, reader = enter(request, program_slug, see=Post.WRITING)
    content = _content(program, content_id)
    if not request.htmx:
        return redirect("engagement:edit_prepared", program_slug, content_id)
    receivers = receivers_of(content, programs_for(reader.user))
    return render(request, "engagement/prepared/receivers.html", {"receivers": receivers})


@login_required
@require_POST
def retire(request: PageRequest, program_slug: str, content_id: int) -> HttpResponse:
    """Offer it to nobody any more."""
    program, reader = enter(request, program_slug)
    content = _content(program, content_id)
    actions.retire(content=content, by=reader.user, day=program.today(clock.now()))
    asking.tell(request, _("Retired. What was sent with it stays on record."))
    return redirect("engagement:prepared", program_slug)


@login_required
@require_POST
def bring_back(request: PageRequest, program_slug: str, content_id: int) -> HttpResponse:
    """Offer it again."""
    program, reader = enter(request, program_slug)
    actions.bring_back(content=_content(program, content_id), by=reader.user)
    asking.tell(request, _("Back in use."))
    return redirect("engagement:edit_prepared", program_slug, content_id)


def _content(program: Program, content_id: int) -> PreparedContent:
    content = get_object_or_404(PreparedContent, program=program, pk=content_id)
    content.program = program
    return content


def _put(request: PageRequest, content: PreparedContent, page: str, context: dict[str, Any]) -> HttpResponse:
    form = ContentForm(request.POST or None, row=content)

    def keep() -> PreparedContent:
        return actions.put(content=content, by=request.user, **form.cleaned_data)

    if form.is_bound and apply_or_show(form, keep) is not None:
        asking.tell(request, _("Kept at the ready."))
        return redirect("engagement:prepared", content.program.slug)
    context |= {"program": content.program, "content": content, "form": form}
    return render(request, f"engagement/prepared/{page}.html", context, status=status_of(form))
