"""Bringing in a list: the file, what would happen, the import, and taking it back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from influencers import clock
from influencers.actions.imports import batches, owed
from influencers.actions.imports.answers import Answers, messages_of
from influencers.actions.imports.undo import undo as take_back
from influencers.actions.imports.words import say
from influencers.forms.imports import AnswersForm, UploadForm
from influencers.forms.refusing import apply_or_show
from influencers.models import ImportBatch, Post, Program
from influencers.refusals import Conflict, NotAllowed, Refused
from influencers.views.entering import enter
from influencers.views.imported import rows_of
from influencers.views.seen import PageRequest

MANAGERS = Post.MANAGING
LATEST = 50


@login_required
def imports(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show what was brought in before; take a new file and look through it."""
    program, reader = enter(request, program_slug, see=MANAGERS, send=MANAGERS)
    form = UploadForm(request.POST or None, request.FILES or None)

    def look_through() -> ImportBatch:
        file = form.cleaned_data["file"]
        return owed.take_in(
            program=program, by=reader.user, file_name=file.name, content=file.read(), now=clock.now()
        )

    batch = apply_or_show(form, look_through) if form.is_bound else None
    if batch is not None:
        return redirect("influencers:import", program.slug, batch.pk)
    context = {"program": program, "form": form, "batches": _batches(program)[:LATEST]}
    return render(request, "influencers/imports/list.html", context, status=422 if form.errors else 200)


@login_required
@require_safe
def show(request: PageRequest, program_slug: str, batch_id: int) -> HttpResponse:
    """Show what the file would do, or did, row by row; htmx gets the rows alone."""
    program, reader = enter(request, program_slug, see=MANAGERS)
    batch = get_object_or_404(_batches(program), pk=batch_id)
    if "progress" in request.GET and batch.owed_at is None:
        return HttpResponse(headers={"HX-Refresh": "true"})
    context = {
        "program": program,
        "reader": reader,
        "batch": batch,
        "list": rows_of(batch, request.GET),
        "messages_of_file": [say(message) for message in messages_of(batch.found)],
        "form": _answers_form(batch) if batch.state == ImportBatch.State.PLANNED else None,
        "touched": request.session.pop(f"touched-{batch.pk}", ""),
    }
    asked = "#progress" if "progress" in request.GET else "#rows"
    piece = asked if request.htmx and not request.htmx.boosted else ""
    return render(request, f"influencers/imports/show.html{piece}", context)


@login_required
@require_POST
def answer(request: PageRequest, program_slug: str, batch_id: int) -> HttpResponse:
    """Look through the file again, with what somebody said about it."""
    program, reader = enter(request, program_slug, send=MANAGERS)
    batch = get_object_or_404(program.imports.all(), pk=batch_id)
    form = _answers_form(batch, request)
    if form.is_valid():
        try:
            owed.read_again(batch=batch, by=reader.user, answers=Answers(**form.said()), now=clock.now())
            if batch.state == ImportBatch.State.PLANNED:
                messages.success(request, _("Looked through again."))
        except NotAllowed:
            raise
        except Refused as refusal:
            messages.error(request, str(refusal))
    else:
        messages.error(request, _("Something about the columns could not be read. Nothing was changed."))
    return redirect("influencers:import", program.slug, batch.pk)


@login_required
@require_POST
def apply(request: PageRequest, program_slug: str, batch_id: int) -> HttpResponse:
    """Import the file, if it still does what was shown."""
    program, reader = enter(request, program_slug, send=MANAGERS)
    batch = get_object_or_404(program.imports.all(), pk=batch_id)
    try:
        owed.go_ahead(batch=batch, by=reader.user, seen=request.POST.get("seen", ""), now=clock.now())
        if batch.state == ImportBatch.State.APPLIED:
            messages.success(request, _told(batch))
    except NotAllowed:
        raise
    except Conflict as conflict:
        messages.warning(request, str(conflict))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("influencers:import", program.slug, batch.pk)


@login_required
@require_POST
def discard(request: PageRequest, program_slug: str, batch_id: int) -> HttpResponse:
    """Throw the file away."""
    program, reader = enter(request, program_slug, send=MANAGERS)
    batches.discard(batch=get_object_or_404(program.imports.all(), pk=batch_id), by=reader.user)
    messages.success(request, _("The file is thrown away. Nobody was imported."))
    return redirect("influencers:imports", program.slug)


@login_required
@require_POST
def undo(request: PageRequest, program_slug: str, batch_id: int) -> HttpResponse:
    """Take an import back; who was changed or touched since is named, and left only if one says so."""
    program, reader = enter(request, program_slug, send=MANAGERS)
    batch = get_object_or_404(program.imports.all(), pk=batch_id)
    try:
        undone = take_back(
            batch=batch, by=reader.user, now=clock.now(), leave_touched="leave" in request.POST
        )
        people = ngettext("%(count)s person", "%(count)s people", undone.people) % {"count": undone.people}
        messages.success(request, _("The import is taken back: %(people)s.") % {"people": people})
    except NotAllowed:
        raise
    except Conflict as conflict:
        messages.warning(request, str(conflict))
    except Refused as refusal:
        request.session[f"touched-{batch.pk}"] = str(refusal)
    return redirect("influencers:import", program.slug, batch.pk)


def _batches(program: Program) -> QuerySet[ImportBatch]:
    """Return the imports of a program without their files."""
    return program.imports.select_related("by", "program").defer("content")


def _answers_form(batch: ImportBatch, request: PageRequest | None = None) -> AnswersForm:
    columns = batch.found.get("columns", [])
    if request is not None:
        return AnswersForm(request.POST, columns=columns)
    return AnswersForm(columns=columns, initial=batch.answers)


def _told(batch: ImportBatch) -> str:
    counts: dict[str, int] = batch.counts
    return (
        _("Imported: %(new)s new, %(changed)s changed, %(same)s the same, %(conflict)s in conflict.") % counts
    )
